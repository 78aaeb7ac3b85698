//! One change that followers have to hear of: which row, not what it says.

use crate::outbox::Subject;
use sea_orm::entity::prelude::*;

/// One change that followers have to hear of: which row, not what it says.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    /// Order of writing.
    #[sea_orm(primary_key)]
    pub seq: i64,
    /// PostgreSQL: the transaction that wrote it.
    pub transaction_number: Option<i64>,
    /// Which kind of row changed.
    pub subject: Subject,
    /// Which row.
    pub key: Uuid,
    /// When.
    pub written_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
