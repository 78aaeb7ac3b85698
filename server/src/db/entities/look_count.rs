//! How often an account looked at people on a day.

use crate::ids::AccountId;
use sea_orm::entity::prelude::*;

/// How often an account looked at people on a day.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "look_count")]
pub struct Model {
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// In which way.
    #[sea_orm(primary_key, auto_increment = false)]
    pub what: String,
    /// On which day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// How often.
    pub count: i32,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
