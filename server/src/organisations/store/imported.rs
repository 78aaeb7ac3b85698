//! Employers whom imported vacancies name, and the offices among which they may not be.

use super::BATCH;
use crate::db::entities::organisation;
use crate::ids::OrganisationId;
use crate::organisations::model::{OrganisationKind, Standing};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect,
};
use std::collections::{BTreeSet, HashMap};

/// Every office that stands, with its name and its name in Latin letters. Only whoever keeps the platform going makes
/// one.
pub(in crate::organisations) async fn offices(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(OrganisationId, String, Option<String>)>, DbErr> {
    let fallen = [Standing::Suspended, Standing::Barred];
    let rows = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Name, organisation::Column::LatinName])
        .filter(organisation::Column::Kind.eq(OrganisationKind::Office))
        .filter(organisation::Column::Standing.is_not_in(fallen));
    rows.into_tuple().all(connection).await
}

/// The employers called `names` in `source`, made where they are missing.
pub(crate) async fn ensure_employers(
    transaction: &DatabaseTransaction,
    source: &str,
    names: BTreeSet<String>,
    at: DateTime<Utc>,
) -> Result<HashMap<String, OrganisationId>, DbErr> {
    let mut employers = HashMap::new();
    let names: Vec<String> = names.into_iter().collect();
    for batch in names.chunks(BATCH) {
        let held = organisation::Entity::find()
            .filter(organisation::Column::Source.eq(source))
            .filter(organisation::Column::SourceKey.is_in(batch.iter().map(String::as_str)))
            .all(transaction)
            .await?;
        employers.extend(held.into_iter().map(|row| (row.source_key, row.id)));
        let mut rows = Vec::new();
        for name in batch.iter().filter(|name| !employers.contains_key(*name)) {
            rows.push(organisation::ActiveModel {
                id: Set(OrganisationId::new(at)),
                source: Set(source.to_owned()),
                source_key: Set(name.clone()),
                kind: Set(OrganisationKind::Employer),
                name: Set(name.clone()),
                created_at: Set(at),
                latin_name: Set(None),
                registration_no: Set(None),
                tax_no: Set(None),
                country: Set(None),
                province_id: Set(None),
                district_id: Set(None),
                isic: Set(None),
                website: Set(None),
                about: Set(None),
                in_zone: Set(false),
                standing: Set(Standing::Unverified),
                verified_until: Set(None),
                site_checked_on: Set(None),
                look_on: Set(None),
                held_by: Set(None),
                updated_at: Set(None),
            });
        }
        for row in &rows {
            employers.insert(row.name.as_ref().clone(), *row.id.as_ref());
        }
        if !rows.is_empty() {
            organisation::Entity::insert_many(rows).exec_without_returning(transaction).await?;
        }
    }
    Ok(employers)
}
