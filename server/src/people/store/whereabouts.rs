//! What decides who may find a person: for rankings that are held to some people. Only those columns are read for it.

use super::{WithSkills, of_people};
use crate::db::entities::person;
use crate::ids::PersonId;
use crate::people::model::Visibility;
use sea_orm::{ConnectionTrait, DbErr, DerivePartialModel};

/// Who may find a person.
#[derive(Clone, Debug, PartialEq, Eq, DerivePartialModel)]
#[sea_orm(entity = "person::Entity")]
pub struct Whereabout {
    /// Key.
    pub id: PersonId,
    /// Who may find the profile.
    pub visibility: Visibility,
    /// Place concept of the province.
    pub province_id: Option<i32>,
    /// Place concept of the district.
    pub district_id: Option<i32>,
}

impl From<&WithSkills> for Whereabout {
    fn from(row: &WithSkills) -> Self {
        let person = &row.person;
        Self {
            id: person.id,
            visibility: person.visibility,
            province_id: person.province_id,
            district_id: person.district_id,
        }
    }
}

/// A page of all people after `after`, ordered by id; without those that were joined with others.
pub async fn whereabouts_after(
    connection: &impl ConnectionTrait,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Whereabout>, DbErr> {
    of_people(after, limit).into_partial_model().all(connection).await
}
