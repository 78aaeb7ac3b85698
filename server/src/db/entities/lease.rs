//! Who does a piece of background work, and until when.

use sea_orm::entity::prelude::*;

/// Who does a piece of background work, and until when.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lease")]
pub struct Model {
    /// The work.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// The process.
    pub holder: Uuid,
    /// Milliseconds since 1970 by the database's own clock.
    pub until: i64,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
