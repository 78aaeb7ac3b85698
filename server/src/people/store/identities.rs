//! Who is who? Only what tells people apart is read, for finding who is registered twice.

use super::of_people;
use crate::db::entities::person;
use crate::ids::PersonId;
use crate::people::model::{BirthPrecision, Sex};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr, DerivePartialModel};

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
}

/// A page of all people after `after`, ordered by id, by what tells them apart.
pub async fn identities_after(
    connection: &impl ConnectionTrait,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Registered>, DbErr> {
    of_people(after, limit).into_partial_model().all(connection).await
}
