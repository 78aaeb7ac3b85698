//! What can be done with organisations: one file for each errand.

mod alike;
mod attach;
mod day;
mod decide;
mod directory;
mod edit;
mod found;
mod hold;
mod read;

pub use alike::{AlikeError, alike_to};
pub use attach::{AttachError, add_evidence, add_site, close_site, withdraw_evidence};
pub use day::close_day;
pub use decide::{DecideError, Officer, decide, submit};
pub use directory::{Bringing, brief, briefs, offices, school_named, verified};
pub use edit::{EditError, amend, describe};
pub use found::{FoundingError, add_office, found, founded_same};
pub use hold::{HoldError, hold, records, release};
pub use read::{choices, listed, looked_at, of_ids, own, public, queue};

pub use super::store::{Asked, Found, Narrowed};

use super::model::{Organisation, OrganisationKind};
use super::store;
use crate::access::model::{Grant, Permission, Role};
use crate::audit::model::{Action, Actor, Code, OPERATOR, Origin, PLATFORM, Subject};
use crate::audit::{self, Event};
use crate::db::locks;
use crate::ids::{AccountId, OrganisationId};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// An organisation, as a kind of thing.
const ORGANISATION: Code = Code::known("organisation");

/// Who does something, from where.
#[derive(Clone, Debug)]
pub struct Doer {
    /// Who; nobody at the command line, and where a day does it.
    pub account: Option<AccountId>,
    role: Code,
    origin: Origin,
}

impl Doer {
    /// Whoever founds an organisation, before any role is held.
    pub fn administrator(account: AccountId, origin: Origin) -> Self {
        Self { account: Some(account), role: Code::known("administrator"), origin }
    }

    /// Whoever holds a role.
    pub fn in_role(account: AccountId, role: Role, origin: Origin) -> Self {
        Self { account: Some(account), role: role.code().parse().unwrap_or(PLATFORM), origin }
    }

    /// Somebody at the command line.
    pub fn at_command_line() -> Self {
        Self { account: None, role: OPERATOR, origin: Origin::default() }
    }

    fn day() -> Self {
        Self { account: None, role: PLATFORM, origin: Origin::default() }
    }

    fn actor(&self) -> Actor {
        match self.account {
            Some(account) => Actor::Account(account.as_uuid()),
            None if self.role == PLATFORM => Actor::System,
            None => Actor::CommandLine,
        }
    }

    /// Records what was done to an organisation.
    async fn record(
        &self,
        transaction: &DatabaseTransaction,
        (action, id): (Action, OrganisationId),
        (fields, reason): (&[&str], &str),
        at: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        let subject = Subject::of(ORGANISATION, id.as_uuid());
        let event = Event::new(self.actor(), self.role.clone(), action, subject).fields(fields);
        audit::record(transaction, &event.because(reason).from(self.origin.clone()), at).await
    }
}

/// Proof that somebody looks after an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Administrator {
    organisation: OrganisationId,
}

impl Administrator {
    /// Proof by a grant; none where it is of something else, or of other organisations.
    pub fn of(grant: &Grant, organisation: OrganisationId) -> Option<Self> {
        let holds = grant.permission == Permission::EditOrganisation
            && grant.reach.organisations.contains(&organisation);
        holds.then_some(Self { organisation })
    }

    /// The organisation.
    pub fn organisation(self) -> OrganisationId {
        self.organisation
    }
}

/// An organisation that nobody else changes until the transaction ends; none if it is gone.
async fn held(transaction: &DatabaseTransaction, id: OrganisationId) -> Result<Option<Organisation>, DbErr> {
    locks::wait_for(transaction, &format!("organisation {id}")).await?;
    let found = store::organisation(transaction, id).await?;
    Ok(found.filter(|found| found.kind != OrganisationKind::Office))
}
