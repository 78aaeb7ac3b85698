//! What can be done with consents: one file for each errand.

mod applied;
mod ask;
mod give;
mod read;
mod withdraw;

pub use applied::{end_for_application, give_for_application};
pub use ask::{AskError, Asker, Asking, ask};
pub use give::{AnswerError, Assisted, GiveError, Heard, Wish, answer, give, give_assisted};
pub use read::{between, can_be_asked, one, open_requests, own, request};
pub use withdraw::{WithdrawError, withdraw};

use crate::audit::model::{Action, Actor, Code, Origin, SEEKER, Subject};
use crate::audit::{self, Event};
use crate::db::Database;
use crate::ids::{AccountId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// A consent, as a kind of thing.
const CONSENT: Code = Code::known("consent");
/// A request for one.
const REQUEST: Code = Code::known("consent_request");

/// Somebody who decides about the own record, from where, and when.
#[derive(Clone, Copy)]
pub struct Owning<'a> {
    /// The tables.
    pub database: &'a Database,
    /// Who.
    pub account: AccountId,
    /// Whose record it is.
    pub person: PersonId,
    /// From where.
    pub origin: &'a Origin,
    /// The present moment.
    pub at: DateTime<Utc>,
}

impl Owning<'_> {
    /// Records what its owner did to a consent or a request.
    async fn record(
        &self,
        transaction: &DatabaseTransaction,
        action: Action,
        subject: Subject,
        (purpose, fields): (&str, &[&str]),
    ) -> Result<(), DbErr> {
        let actor = Actor::Account(self.account.as_uuid());
        let event = Event::new(actor, SEEKER, action, subject).about(self.person).fields(fields);
        let event = with_purpose(event, purpose).from(self.origin.clone());
        audit::record(transaction, &event, self.at).await
    }
}

/// An event for a purpose, as the trail names it.
fn with_purpose(event: Event, purpose: &str) -> Event {
    match purpose.parse() {
        Ok(code) => event.purpose(code),
        Err(_) => event,
    }
}
