//! How often something was tried in a stretch of time.

use sea_orm::entity::prelude::*;

/// How often something was tried in a stretch of time.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "throttle")]
pub struct Model {
    /// Keyed digest of what is counted.
    #[sea_orm(primary_key, auto_increment = false)]
    pub bucket: String,
    /// When the stretch began.
    pub began_at: DateTimeUtc,
    /// How often.
    pub count: i32,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
