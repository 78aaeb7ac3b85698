//! A skill that an occupation needs.

use sea_orm::entity::prelude::*;

/// A skill that an occupation needs.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "skill_link")]
pub struct Model {
    /// The unit group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub occupation_id: i32,
    /// The skill.
    #[sea_orm(primary_key, auto_increment = false)]
    pub skill_id: i32,
    /// `essential` or `useful`.
    pub relation: String,
    /// Version of the reference data that wrote the row last.
    pub version: i32,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
