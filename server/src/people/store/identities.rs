//! Who is who? Only what tells people apart is read, for finding who is registered twice.

use super::{BATCH, occupations, of_people};
use crate::db::entities::{person, person_occupation};
use crate::ids::PersonId;
use crate::people::model::{BirthPrecision, Sex, SpokenLanguages};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, DerivePartialModel, EntityTrait, QueryFilter};
use search::OccupationKey;
use std::cmp::Reverse;
use std::collections::HashMap;

/// What tells a person apart.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "person::Entity")]
pub struct Registered {
    /// Key.
    pub id: PersonId,
    /// Given or only name.
    pub given_name: Option<String>,
    /// Family name, where there is one.
    pub family_name: Option<String>,
    /// Name in Latin letters.
    pub latin_name: Option<String>,
    /// As registered.
    pub sex: Sex,
    /// As precise as known.
    pub birth_date: Option<NaiveDate>,
    /// How precise.
    pub birth_precision: Option<BirthPrecision>,
    /// As given.
    pub phone: Option<String>,
    /// Place concept of the province.
    pub province_id: Option<i32>,
    /// Place concept of the district.
    pub district_id: Option<i32>,
    /// 1 to 8 of the national framework.
    pub qualification: Option<i32>,
    /// Languages spoken.
    pub languages: SpokenLanguages,
}

/// A page of all people after `after`, ordered by id, by what tells them apart.
pub async fn identities_after(
    connection: &impl ConnectionTrait,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Registered>, DbErr> {
    of_people(after, limit).into_partial_model().all(connection).await
}

/// Those of `ids` that stand for themselves, ordered by id, by what tells them apart.
pub async fn identities_of(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
) -> Result<Vec<Registered>, DbErr> {
    let mut found = Vec::new();
    for batch in ids.chunks(BATCH * 10) {
        let those = person::Entity::find()
            .filter(person::Column::Id.is_in(batch.iter().copied()))
            .filter(person::Column::MergedInto.is_null());
        found.extend(those.into_partial_model::<Registered>().all(connection).await?);
    }
    found.sort_unstable_by_key(|row| row.id);
    Ok(found)
}

/// The occupation that each of `ids` worked in longest; of two for as long the lower key.
pub async fn longest_worked_of(
    connection: &impl ConnectionTrait,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, OccupationKey>, DbErr> {
    let mut found = HashMap::new();
    for batch in ids.chunks(BATCH * 10) {
        let those = person_occupation::Column::PersonId.is_in(batch.iter().copied());
        found.extend(longest_of(occupations(connection, those).await?));
    }
    Ok(found)
}

/// The occupation that each person from `first` to `last`, by id, worked in longest; of two for as long the
/// lower key.
pub async fn longest_worked(
    connection: &impl ConnectionTrait,
    first: PersonId,
    last: PersonId,
) -> Result<HashMap<PersonId, OccupationKey>, DbErr> {
    let held = occupations(connection, person_occupation::Column::PersonId.between(first, last)).await?;
    Ok(longest_of(held).collect())
}

fn longest_of(
    held: HashMap<PersonId, Vec<person_occupation::Model>>,
) -> impl Iterator<Item = (PersonId, OccupationKey)> {
    let longest = |worked: &[person_occupation::Model]| {
        let longest = worked.iter().max_by_key(|row| (row.months, Reverse(row.occupation_id)));
        longest.map(|row| OccupationKey(row.occupation_id.unsigned_abs()))
    };
    held.into_iter().filter_map(move |(person, worked)| Some((person, longest(&worked)?)))
}
