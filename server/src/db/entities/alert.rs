//! A search of which somebody wants to hear.

use crate::alerts::model::{Frequency, State};
use crate::ids::{AccountId, AlertId};
use crate::mail::Channel;
use sea_orm::entity::prelude::*;

/// A search of which somebody wants to hear.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alert")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AlertId,
    /// Whose it is, if an account's.
    pub account_id: Option<AccountId>,
    /// How else its owner is written to.
    pub channel: Option<Channel>,
    /// Where.
    pub recipient: Option<String>,
    /// In which language.
    pub language: String,
    /// The search as the address of the results page says it, without order and page.
    pub query: String,
    /// How often.
    pub frequency: Frequency,
    /// Whether it is watched.
    pub state: State,
    /// No letter before this moment.
    pub next_due: DateTimeUtc,
    /// When it was asked for.
    pub created_at: DateTimeUtc,
    /// When it changed last.
    pub changed_at: DateTimeUtc,
}

/// No joins are declared: stores ask by key.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
