//! What can be done about people whom helpers register: one file an errand.

mod cards;
mod claim;
mod consent;
mod register;
mod seen;

pub use cards::{CardError, IssuedCard, issue_card, opened};
pub use claim::{ClaimError, Claimed, ask_for_code, claim_by_card, claim_by_code};
pub use consent::{agreed_on, words_of};
pub use register::{RegisterError, Registered, register};
pub use seen::{listed, looked_at, typed_today, without_card};

use crate::access::model::{Area, Grant, Permission};
use crate::audit::Event;
use crate::audit::model::{Action, Actor, Code, Origin, PERSON, Subject};
use crate::ids::{AccountId, PersonId};
use chrono::{DateTime, Utc};

/// Whoever may register people: who, how far, from where, and when.
#[derive(Clone, Debug)]
pub struct Helper {
    pub(super) account: AccountId,
    pub(super) grant: Grant,
    pub(super) origin: Origin,
    pub(super) at: DateTime<Utc>,
}

impl Helper {
    /// Whoever holds the permission; nobody by any other grant.
    pub fn of(grant: &Grant, account: AccountId, origin: &Origin, at: DateTime<Utc>) -> Option<Self> {
        let permitted = grant.permission == Permission::RegisterPeople;
        permitted.then(|| Self { account, grant: grant.clone(), origin: origin.clone(), at })
    }

    /// Whether a place lies where this helper registers people.
    pub fn reaches(&self, province: Option<i32>, district: Option<i32>) -> bool {
        self.grant.reach.holds(province, district)
    }

    /// The helper's account.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// Where the helper registers people.
    pub fn areas(&self) -> impl Iterator<Item = Area> {
        self.grant.reach.areas.iter().copied()
    }

    /// In which role; codes of roles are codes of the trail.
    fn role(&self) -> Code {
        self.grant.role.code().parse().unwrap_or(Code::known("helper"))
    }

    /// Something that the helper did or read, about a person.
    fn event(&self, action: Action, person: PersonId) -> Event {
        let (actor, subject) =
            (Actor::Account(self.account.as_uuid()), Subject::of(PERSON, person.as_uuid()));
        Event::new(actor, self.role(), action, subject).about(person).from(self.origin.clone())
    }
}
