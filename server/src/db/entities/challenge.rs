//! Something to be answered before something is done: mostly a code that was sent.

use crate::accounts::model::Purpose;
use crate::ids::{AccountId, ChallengeId};
use sea_orm::entity::prelude::*;

/// Something to be answered before something is done: mostly a code that was sent.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "challenge")]
pub struct Model {
    /// Key, which only the device that asked knows.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChallengeId,
    /// What the right answer leads to.
    pub purpose: Purpose,
    /// Where the code was sent.
    pub contact: Option<String>,
    /// Whose account it is about.
    pub account_id: Option<AccountId>,
    /// Keyed digest of the right answer; none where no answer is right.
    pub digest: Option<String>,
    /// What is done with the right answer: the hash of a new password.
    pub payload: Option<String>,
    /// Answers so far.
    pub attempts: i32,
    /// When it was asked.
    pub created_at: DateTimeUtc,
    /// Until when it can be answered.
    pub expires_at: DateTimeUtc,
    /// When it was answered.
    pub used_at: Option<DateTimeUtc>,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
