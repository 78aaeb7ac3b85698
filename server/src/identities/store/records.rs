//! Records as officers compare them.

use crate::db::entities::person;
use crate::identities::model::Record;
use crate::ids::PersonId;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// A record.
pub(in crate::identities) async fn record(
    connection: &impl ConnectionTrait,
    id: PersonId,
) -> Result<Option<Record>, DbErr> {
    let found = person::Entity::find_by_id(id).one(connection).await?;
    Ok(found.map(Record::from))
}

/// Several records, in no order.
pub(in crate::identities) async fn records(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
) -> Result<Vec<Record>, DbErr> {
    let those = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied()));
    Ok(those.all(connection).await?.into_iter().map(Record::from).collect())
}

impl From<person::Model> for Record {
    fn from(row: person::Model) -> Self {
        Self {
            id: row.id,
            given: row.given_name,
            family: row.family_name,
            latin: row.latin_name,
            sex: row.sex,
            birth: row.birth_date.zip(row.birth_precision),
            phone: row.phone,
            province: row.province_id,
            district: row.district_id,
            headline: row.headline,
            qualification: row.qualification,
            languages: row.languages.0.into_iter().map(|spoken| spoken.language).collect(),
            created_at: row.created_at,
            owned: row.account_id.is_some(),
            merged_into: row.merged_into,
        }
    }
}
