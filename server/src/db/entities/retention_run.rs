//! What was done on a day because its term was over: how much of which class.

use crate::retention::model::Class;
use sea_orm::entity::prelude::*;

/// What was done on a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "retention_run")]
pub struct Model {
    /// The day in Vientiane.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// What.
    #[sea_orm(primary_key, auto_increment = false)]
    pub class: Class,
    /// How many it was said of that they go.
    pub warned: i64,
    /// How many went.
    pub done: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
