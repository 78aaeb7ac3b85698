//! A skill that a vacancy asks for.

use crate::ids::VacancyId;
use sea_orm::entity::prelude::*;

/// A skill that a vacancy asks for.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy_skill")]
pub struct Model {
    /// The vacancy.
    #[sea_orm(primary_key, auto_increment = false)]
    pub vacancy_id: VacancyId,
    /// The skill.
    #[sea_orm(primary_key, auto_increment = false)]
    pub skill_id: i32,
    /// Asked for, not only welcome.
    pub essential: bool,
    /// 1 basic to 4 expert.
    pub level: Option<i32>,
    /// 0 to 1.
    pub confidence: f64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
