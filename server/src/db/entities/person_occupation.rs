//! An occupation that a person has worked in or was trained for.

use crate::ids::PersonId;
use sea_orm::entity::prelude::*;

/// An occupation that a person has worked in or was trained for.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_occupation")]
pub struct Model {
    /// The person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// ISCO-08 unit group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub occupation_id: i32,
    /// How long.
    pub months: Option<i32>,
    /// 0 to 1.
    pub confidence: f64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
