//! An account that is signed in on a device.

use crate::accounts::model::Factors;
use crate::ids::{AccountId, SessionId};
use sea_orm::entity::prelude::*;

/// An account that is signed in on a device.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Digest of the token that the device holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    /// By which it is named in lists.
    pub id: SessionId,
    /// Whose it is.
    pub account_id: AccountId,
    /// With how much it signed in.
    pub factors: Factors,
    /// The device, as it names itself.
    pub device: String,
    /// Its network, rounded.
    pub network: String,
    /// When it began.
    pub created_at: DateTimeUtc,
    /// When it was last used, to some minutes.
    pub seen_at: DateTimeUtc,
    /// When it ends by itself.
    pub ends_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
