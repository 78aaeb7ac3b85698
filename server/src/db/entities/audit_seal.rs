//! A link of the chain over the audit trail.

use sea_orm::entity::prelude::*;

/// A link of the chain over the audit trail.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_seal")]
pub struct Model {
    /// 1 for the first, then one after the other.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// How many events it seals.
    pub count: i32,
    /// The digest of its events in their order.
    pub root: Vec<u8>,
    /// The hash of the seal before it; zeros for the first.
    pub previous: Vec<u8>,
    /// The hash of all of the above and the time.
    pub hash: Vec<u8>,
    /// When, in whole microseconds.
    pub sealed_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
