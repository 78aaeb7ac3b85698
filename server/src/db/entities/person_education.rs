//! What a person learnt at a school.

use crate::ids::{EducationId, OrganisationId, PersonId};
use sea_orm::entity::prelude::*;

/// What a person learnt at a school.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_education")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EducationId,
    /// The person.
    pub person_id: PersonId,
    /// Code of the level.
    pub level: String,
    /// Code of the field.
    pub field: Option<String>,
    /// The school, as typed; empty where that was not said.
    pub school: String,
    /// The school, where it is an organisation.
    pub school_id: Option<OrganisationId>,
    /// In which year it ended, or is to end.
    pub year: Option<i32>,
    /// Whether it was finished.
    pub finished: bool,
    /// What the certificate is called; empty where there is none.
    pub certificate: String,
    /// When it was told.
    pub created_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
