//! A key to the interface for machines, stored as a digest.

use crate::ids::{AccountId, OrganisationId, TokenId};
use sea_orm::entity::prelude::*;

/// A key to the interface for machines, stored as a digest.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    /// SHA-256 of the token, hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    /// By which it is named in lists.
    pub id: TokenId,
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
    /// The province in which it finds people; none of the whole country.
    pub province_id: Option<i32>,
    /// The district of it.
    pub district_id: Option<i32>,
    /// When it ends; none of those that were made before they had to.
    pub ends_at: Option<DateTimeUtc>,
    /// When somebody was told that it ends.
    pub told_at: Option<DateTimeUtc>,
    /// When it was last used, to some minutes.
    pub used_at: Option<DateTimeUtc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTimeUtc>,
    /// By whom; nobody where that was done at the command line.
    pub revoked_by: Option<AccountId>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
