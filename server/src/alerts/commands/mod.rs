//! What can be done with alerts: one file for each errand.

mod ask;
mod change;
mod find;
mod forget;
mod send;

pub use ask::{AskError, Wish, ask, keep};
pub use change::{ActError, act};
pub use find::{FindError, Waiting, find};
pub use forget::forget;
pub use send::{Telling, send_due};

use super::model::{Alert, Owner};
use super::store;
use crate::audit::model::{Action, Actor, Code, OWNER, Origin, PLATFORM, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::ids::{AccountId, AlertId};
use crate::keys::Keys;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use views::Locale;

/// An alert, as a kind of thing.
const ALERT: Code = Code::known("alert");

/// What an errand about alerts works with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The tables.
    pub database: &'a Database,
    /// The keys.
    pub keys: &'a Keys,
    /// Address of the site, for letters.
    pub base_url: &'a str,
    /// Language of whoever asks.
    pub language: Locale,
    /// From where, rounded.
    pub origin: &'a Origin,
    /// Now.
    pub at: DateTime<Utc>,
}

impl Desk<'_> {
    /// Records what was done with an alert: by its account, or else by whoever has the letter.
    async fn record(
        &self,
        transaction: &DatabaseTransaction,
        action: Action,
        alert: &Alert,
        fields: &[&str],
    ) -> Result<(), DbErr> {
        let (actor, role) = match &alert.owner {
            Owner::Account(account) => (Actor::Account(account.as_uuid()), OWNER),
            Owner::Contact(_) => (Actor::System, PLATFORM),
        };
        let event = Event::new(actor, role, action, Subject::of(ALERT, alert.id.as_uuid())).fields(fields);
        audit::record(transaction, &event.from(self.origin.clone()), self.at).await
    }
}

/// One alert; none where there is none of this key.
pub async fn one(connection: &impl ConnectionTrait, id: AlertId) -> Result<Option<Alert>, DbErr> {
    store::by_id(connection, id).await
}

/// All alerts of an account, the newest first.
pub async fn of_account(connection: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Alert>, DbErr> {
    store::of_account(connection, account).await
}
