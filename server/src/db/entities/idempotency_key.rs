//! What a write was answered, for the case that it comes again.

use sea_orm::entity::prelude::*;

/// What a write was answered, for the case that it comes again.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    /// Digest of the token that wrote.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token: String,
    /// The caller's `Idempotency-Key`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Digest of method, path and body.
    pub request: String,
    /// HTTP status of the answer.
    pub status: i32,
    /// Header of that name.
    pub location: Option<String>,
    /// Header of that name.
    pub etag: Option<String>,
    /// Body of the answer.
    pub body: String,
    /// When it was answered.
    pub created_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
