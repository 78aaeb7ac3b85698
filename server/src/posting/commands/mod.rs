//! What is done about vacancies that organisations post: one file for each errand.

mod check;
mod freeze;
mod read;
mod save;
mod submit;
mod take;

pub(crate) use check::grounds_of;
pub(crate) use read::{beside_wages, last_typed, linked, own, recheck, seen};
pub(crate) use save::{SaveError, save};
pub(crate) use submit::{SubmitError, submit};
pub(crate) use take::{TakeError, take};

use crate::access::model::Seat;
use crate::audit::By;
use crate::audit::model::{Origin, PLATFORM};
use crate::db::Database;
use crate::ids::{AccountId, OrganisationId};
use crate::keys::Keys;
use crate::reference::ReferenceBook;
use chrono::{DateTime, NaiveDate, Utc};
use matching::rules::RuleBook;

/// What an errand about a posted vacancy works with.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    /// The tables.
    pub(crate) database: &'a Database,
    /// By which marks are made.
    pub(crate) keys: &'a Keys,
    /// The rules as they are.
    pub(crate) rules: &'a RuleBook,
    /// Names, places, rates.
    pub(crate) book: &'a ReferenceBook,
    /// Address of the site, for letters.
    pub(crate) base_url: &'a str,
    /// The day, and the moment.
    pub(crate) today: NaiveDate,
    /// The moment.
    pub(crate) at: DateTime<Utc>,
}

/// Proof that somebody posts for an organisation.
#[derive(Clone, Debug)]
pub(crate) struct Poster {
    /// Who.
    pub(crate) account: AccountId,
    /// For which.
    pub(crate) organisation: OrganisationId,
    /// The same, for the trail.
    pub(crate) by: By,
    /// The mark of the device, where it has one.
    pub(crate) device: Option<String>,
}

impl Poster {
    /// Proof by a seat in an organisation; none where the seat is in none.
    pub(crate) fn of(
        seat: &Seat,
        account: AccountId,
        (origin, device): (Origin, Option<String>),
    ) -> Option<Self> {
        let organisation = seat.organisation?;
        let role = seat.role.code().parse().unwrap_or(PLATFORM);
        Some(Self { account, organisation, by: By::account(account.as_uuid(), role, origin), device })
    }
}
