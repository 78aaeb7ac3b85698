//! Work that a person has done somewhere.

use crate::ids::{ExperienceId, PersonId};
use sea_orm::entity::prelude::*;

/// Work that a person has done somewhere.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_experience")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExperienceId,
    /// The person.
    pub person_id: PersonId,
    /// What the person was, as typed.
    pub title: String,
    /// Where; empty where that was not said.
    pub employer: String,
    /// ISCO-08 unit group that the person confirmed.
    pub occupation_id: Option<i32>,
    /// First day of the first month.
    pub began: Date,
    /// First day of the last month; none while it lasts.
    pub ended: Option<Date>,
    /// What was done, as typed.
    pub tasks: String,
    /// When it was told.
    pub created_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
