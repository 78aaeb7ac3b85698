//! Reads a page of somebody's trail.

use super::model::{Entry, Who};
use crate::access;
use crate::access::model::{Member, Role, of_code};
use crate::audit::model::{Action, Actor};
use crate::audit::{self, Personal, Recorded};
use crate::ids::{AccountId, EventId, OrganisationId, PersonId};
use crate::organisations;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::HashMap;

/// Entries on a page.
pub const ON_A_PAGE: usize = 20;

/// A page of the trail of an account and of its record, newest first, and whether there is more; `before` is the last
/// entry of the page before.
pub async fn page(
    connection: &impl ConnectionTrait,
    (account, person): (AccountId, Option<PersonId>),
    before: Option<EventId>,
    at: DateTime<Utc>,
) -> Result<(Vec<Entry>, bool), DbErr> {
    let mut keys = access::commands::keys_of(connection, account).await?;
    keys.push(account.as_uuid());
    let one_more = u64::try_from(ON_A_PAGE + 1).unwrap_or(u64::MAX);
    let mut events = audit::of_owner(connection, (person, &keys), before, one_more).await?;
    let more = events.len() > ON_A_PAGE;
    events.truncate(ON_A_PAGE);
    let known = Known::of(connection, account, &events, at).await?;
    Ok((events.into_iter().map(|event| entry(event, account, &known)).collect(), more))
}

/// What is known of those who did something: the seats that they have now, and the names of organisations.
#[derive(Default)]
struct Known {
    seats: HashMap<AccountId, Vec<Member>>,
    called: HashMap<OrganisationId, String>,
}

impl Known {
    async fn of(
        connection: &impl ConnectionTrait,
        own: AccountId,
        events: &[Recorded],
        at: DateTime<Utc>,
    ) -> Result<Self, DbErr> {
        let mut known = Self::default();
        let mut named: Vec<OrganisationId> = Vec::new();
        for personal in events.iter().filter_map(|event| event.personal.as_ref()) {
            named.extend(office_of(personal));
            let actor = account_of(&personal.actor).filter(|actor| *actor != own);
            if let Some(other) = actor.filter(|other| !known.seats.contains_key(other)) {
                known.seats.insert(other, access::commands::own(connection, other, at).await?);
            }
        }
        named.sort_unstable();
        named.dedup();
        let briefs = organisations::commands::briefs(connection, &named).await?;
        known.called = briefs.into_iter().map(|brief| (brief.id, brief.name)).collect();
        Ok(known)
    }

    /// Somebody in the role in which it was done: for the organisation that was noted with it, or else for the only one
    /// where the account has this role.
    fn somebody(&self, account: AccountId, (role, personal): (&str, &Personal)) -> Who {
        let role: Option<Role> = of_code(role);
        let noted = office_of(personal).and_then(|id| self.called.get(&id).cloned());
        let seats = self.seats.get(&account).map_or(&[] as &[Member], Vec::as_slice);
        let mut there = seats.iter().filter(|held| Some(held.membership.seat.role) == role);
        let only = there.next().filter(|_| there.next().is_none());
        Who::Somebody { role, organisation: noted.or_else(|| only?.organisation.clone()) }
    }
}

/// The organisation that was noted with what was done.
fn office_of(personal: &Personal) -> Option<OrganisationId> {
    personal.office.as_deref()?.parse().ok()
}

/// The account that an actor names.
fn account_of(actor: &str) -> Option<AccountId> {
    actor.strip_prefix("account:")?.parse().ok()
}

fn entry(event: Recorded, own: AccountId, known: &Known) -> Entry {
    let Recorded { id, at, action, subject, role, purpose, personal, seal: _ } = event;
    let action = of_code(&action);
    let Some(personal) = personal else {
        let (who, fields, reason) = (Who::Erased, Vec::new(), String::new());
        return Entry { id, at, action, subject, who, fields, purpose, reason };
    };
    let who = match account_of(&personal.actor) {
        // Who could not sign in was not told apart from the owner by anything but that.
        _ if action == Some(Action::SignInRefused) => Who::Stranger,
        Some(account) if account == own => Who::You,
        Some(account) => known.somebody(account, (&role, &personal)),
        None if personal.actor == Actor::System.to_string() => Who::Platform,
        None => Who::Operator,
    };
    // What programs note is in nobody's language, and what officers say of two people is for neither of them; people who
    // have to say why say it to the reader.
    let says_why = subject == "consent_request" || action == Some(Action::Revealed);
    let by_somebody = matches!(who, Who::Somebody { .. });
    let reason = if by_somebody && says_why { personal.reason } else { String::new() };
    Entry { id, at, action, subject, who, fields: personal.fields, purpose, reason }
}
