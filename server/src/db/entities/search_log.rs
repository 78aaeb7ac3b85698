//! What was searched for on a day, counted; nothing of who searched.

use sea_orm::entity::prelude::*;

/// What was searched for on a day, counted; nothing of who searched.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "search_log")]
pub struct Model {
    /// The day in Asia/Vientiane; no time is kept.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// The folded query without the places in it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub query: String,
    /// Language of the page.
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: String,
    /// Code of the province that was meant, of the country where no province was; else empty.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: String,
    /// Keys of the concepts that were understood, ascending, with commas between.
    pub understood: String,
    /// Largest total that was shown: 0 none, 1 below ten, 2 below a hundred, 3 below a thousand, 4 more.
    pub band: i32,
    /// How often it was asked.
    pub asked: i64,
    /// How often nothing was found.
    pub without_hits: i64,
    /// How often a vacancy was opened from its results.
    pub clicks: i64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
