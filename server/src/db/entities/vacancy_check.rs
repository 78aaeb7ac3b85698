//! What was found when a vacancy was handed in: what the rules said of it, and what its text.

use crate::ids::{VacancyCheckId, VacancyId};
use sea_orm::entity::prelude::*;

/// What was found when a vacancy was handed in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy_check")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VacancyCheckId,
    /// Of which.
    pub vacancy_id: VacancyId,
    /// Of which state of it.
    pub revision: i32,
    /// When.
    pub checked_at: DateTimeUtc,
    /// What the rules said, with the versions they used.
    pub proof: Json,
    /// What was found in its text.
    pub reading: Json,
    /// How many points the red flags have.
    pub score: i32,
    /// Whether nobody may see it until somebody has looked.
    pub held: bool,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
