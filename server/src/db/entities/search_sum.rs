//! What remains of a day's searches when their texts are forgotten.

use sea_orm::entity::prelude::*;

/// What remains of a day's searches when their texts are forgotten.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "search_sum")]
pub struct Model {
    /// The day in Asia/Vientiane.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// Language of the page.
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: String,
    /// Searches.
    pub asked: i64,
    /// Searches that found nothing.
    pub without_hits: i64,
    /// Vacancies opened from results.
    pub clicks: i64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
