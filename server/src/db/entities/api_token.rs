//! A key to the interface for machines, stored as a digest.

use crate::ids::OrganisationId;
use sea_orm::entity::prelude::*;

/// A key to the interface for machines, stored as a digest.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    /// SHA-256 of the token, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    /// What it may do.
    pub role: String,
    /// What it is for.
    pub label: String,
    /// The source whose vacancies it may write.
    pub source: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// The organisation whose members' sight it has.
    pub organisation_id: Option<OrganisationId>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
