//! What a record shares with those that it is worth comparing with.

use crate::ids::PersonId;
use sea_orm::entity::prelude::*;

/// What a record shares with those that it is worth comparing with.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "linkage_key")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// The key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
