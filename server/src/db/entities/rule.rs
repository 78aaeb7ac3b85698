//! A rule of an instrument.

use sea_orm::entity::prelude::*;

/// A rule of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rule")]
pub struct Model {
    /// Its code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    /// Where it stands among all.
    pub position: i32,
    /// Which instrument makes it.
    pub instrument_code: String,
    /// What it is about.
    pub topic: String,
    /// What not keeping to it leads to.
    pub effect: String,
    /// As the files of the program say it, in JSON.
    pub definition: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
