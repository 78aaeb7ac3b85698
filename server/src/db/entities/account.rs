//! Somebody who can sign in.

use crate::accounts::model::AccountStatus;
use crate::ids::AccountId;
use sea_orm::entity::prelude::*;

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    /// In international form; nobody else has it.
    pub phone: Option<String>,
    /// In lower case; nobody else has it.
    pub email: Option<String>,
    /// Argon2id, as a PHC string; none for whoever signs in by codes alone.
    pub password_hash: Option<String>,
    /// In which language letters are written.
    pub language: String,
    /// The secret of the second factor, sealed.
    pub totp_secret: Option<String>,
    /// Since when the second factor is asked for; none while it is only proposed.
    pub totp_since: Option<DateTimeUtc>,
    /// The step of time whose code was used last: none is used twice.
    pub totp_step: Option<i64>,
    /// Whether it may be used.
    pub status: AccountStatus,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it changed last.
    pub updated_at: DateTimeUtc,
    /// Number of the card that enters it; nobody else has it.
    pub card: Option<String>,
    /// The PIN of the card: argon2id, as a PHC string.
    pub card_pin: Option<String>,
    /// Where a code is sent when the card is used: a phone that several share.
    pub card_contact: Option<String>,
    /// Whether it belongs to a demonstration, which prints its password.
    pub demo: bool,
    /// When an administrator closed it; it may be opened again.
    pub locked_at: Option<DateTimeUtc>,
    /// Why.
    pub lock_reason: Option<String>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
