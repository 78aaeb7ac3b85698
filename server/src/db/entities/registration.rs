//! That a helper registered a person.

use crate::ids::{AccountId, PersonId, RegistrationId};
use crate::registration::model::{PhoneOf, Reads};
use sea_orm::entity::prelude::*;

/// That a helper registered a person.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "registration")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RegistrationId,
    /// The helper.
    pub account_id: AccountId,
    /// The record's key, made in the helper's browser.
    pub key: Uuid,
    /// Digest of the record as it came.
    pub digest: String,
    /// Who was registered.
    pub person_id: PersonId,
    /// Whose phone the record holds.
    pub phone_of: PhoneOf,
    /// How the person reads.
    pub reads: Reads,
    /// The account that the person's card enters; none before there is a card.
    pub card_account_id: Option<AccountId>,
    /// When it arrived.
    pub created_at: DateTimeUtc,
    /// When the person took the record over.
    pub claimed_at: Option<DateTimeUtc>,
    /// With which account.
    pub claimed_by: Option<AccountId>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
