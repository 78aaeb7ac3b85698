//! A skill that a person has.

use crate::ids::PersonId;
use crate::people::model::SkillEvidence;
use sea_orm::entity::prelude::*;

/// A skill that a person has.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_skill")]
pub struct Model {
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The skill.
    #[sea_orm(primary_key, auto_increment = false)]
    pub skill_id: i32,
    /// 1 basic to 4 expert.
    pub level: Option<i32>,
    /// What shows it.
    pub evidence: SkillEvidence,
    /// 0 to 1.
    pub confidence: f64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
