//! For which occupations vacancies were opened from the results of a query.

use sea_orm::entity::prelude::*;

/// For which occupations vacancies were opened from the results of a query on a day.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "search_click")]
pub struct Model {
    /// The day in Asia/Vientiane.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// The folded query without the places in it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub query: String,
    /// Language of the page.
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: String,
    /// Occupation of the vacancies.
    #[sea_orm(primary_key, auto_increment = false)]
    pub occupation_id: i32,
    /// How often one was opened.
    pub clicks: i64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
