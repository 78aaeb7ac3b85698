//! A day whose closing has been done: once, by whom, and what it closed.

use sea_orm::entity::prelude::*;

/// A day whose closing has been done: once, by whom, and what it closed.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "closed_day")]
pub struct Model {
    /// The day in Asia/Vientiane.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// The process that did it.
    pub holder: Uuid,
    /// Vacancies that it closed.
    pub vacancies: i64,
    /// When.
    pub closed_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
