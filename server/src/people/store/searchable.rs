//! What does the index need of a person? Only those columns are read for it.

use super::{BATCH, occupations, of_people};
use crate::db::entities::{person, person_occupation, person_skill};
use crate::db::lists;
use crate::ids::{AccountId, PersonId};
use crate::people::model::Visibility;
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, DerivePartialModel, EntityTrait, QueryFilter, QuerySelect,
    sea_query::SimpleExpr,
};
use std::collections::HashMap;

/// What may be searched of a person; never who it is.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "person::Entity")]
pub struct Searchable {
    /// Key.
    pub id: PersonId,
    /// Who this is at work, in a line.
    pub headline: String,
    /// Free text of the profile.
    pub profile: String,
    /// Place concept of the province.
    pub province_id: Option<i32>,
    /// Place concept of the district.
    pub district_id: Option<i32>,
    /// A month, whole units of the currency.
    pub wage_wish: Option<i64>,
    /// ISO 4217.
    pub wage_currency: Option<String>,
    /// Would work abroad.
    pub abroad: Option<bool>,
    /// Whose it is; nobody's where others made the record and its owner has not taken it over.
    pub account_id: Option<AccountId>,
    /// Who may find it.
    pub visibility: Visibility,
    /// When it changed last.
    pub updated_at: DateTime<Utc>,
    /// Occupations, by their keys.
    #[sea_orm(skip)]
    pub occupations: Vec<person_occupation::Model>,
    /// Keys of the skills, ascending.
    #[sea_orm(skip)]
    pub skills: Vec<i32>,
}

/// The people `ids` as the index needs them, in no order; none of those that were joined with others.
pub async fn searchable_by_ids(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
) -> Result<Vec<Searchable>, DbErr> {
    let mut found = Vec::new();
    for batch in ids.chunks(BATCH * 10) {
        let named = || batch.iter().copied();
        let query = person::Entity::find()
            .filter(person::Column::Id.is_in(named()))
            .filter(person::Column::MergedInto.is_null());
        let rows = query.into_partial_model().all(connection).await?;
        let of_occupation = person_occupation::Column::PersonId.is_in(named());
        let of_skill = person_skill::Column::PersonId.is_in(named());
        found.extend(complete(connection, rows, of_occupation, of_skill).await?);
    }
    Ok(found)
}

/// A page of all people after `after`, ordered by id, as the index needs them.
pub async fn searchable_after(
    connection: &impl ConnectionTrait,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Searchable>, DbErr> {
    let rows: Vec<Searchable> = of_people(after, limit).into_partial_model().all(connection).await?;
    let (Some(first), Some(last)) = (rows.first().map(|row| row.id), rows.last().map(|row| row.id)) else {
        return Ok(Vec::new());
    };
    // Nobody stands between them who is not in the page: one stretch of each table instead of a lookup each.
    let of_occupation = person_occupation::Column::PersonId.between(first, last);
    complete(connection, rows, of_occupation, person_skill::Column::PersonId.between(first, last)).await
}

async fn complete(
    connection: &impl ConnectionTrait,
    mut rows: Vec<Searchable>,
    of_occupation: SimpleExpr,
    of_skill: SimpleExpr,
) -> Result<Vec<Searchable>, DbErr> {
    let mut occupations = occupations(connection, of_occupation).await?;
    let held = person_skill::Entity::find()
        .select_only()
        .column(person_skill::Column::PersonId)
        .expr(lists::keys(person_skill::Column::SkillId))
        .filter(of_skill)
        .group_by(person_skill::Column::PersonId);
    let held: Vec<(PersonId, String)> = held.into_tuple().all(connection).await?;
    let skills: HashMap<PersonId, String> = held.into_iter().collect();
    for row in &mut rows {
        row.occupations = occupations.remove(&row.id).unwrap_or_default();
        row.skills = skills.get(&row.id).map(|keys| lists::read(keys)).transpose()?.unwrap_or_default();
    }
    Ok(rows)
}
