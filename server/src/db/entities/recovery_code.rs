//! A code that stands for the second factor, once.

use crate::ids::AccountId;
use sea_orm::entity::prelude::*;

/// A code that stands for the second factor, once.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    /// Whose it is.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// Keyed digest of the code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    /// When it was used.
    pub used_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
