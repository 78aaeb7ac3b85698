//! Reads a page of somebody's trail.

use super::model::{Entry, Who};
use crate::access;
use crate::access::model::{Member, of_code};
use crate::audit::model::{Action, Actor};
use crate::audit::{self, Recorded};
use crate::ids::{AccountId, EventId, PersonId};
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
    let owner = Actor::Account(account.as_uuid());
    let one_more = u64::try_from(ON_A_PAGE + 1).unwrap_or(u64::MAX);
    let mut events = audit::of_owner(connection, (person, &owner), before, one_more).await?;
    let more = events.len() > ON_A_PAGE;
    events.truncate(ON_A_PAGE);
    let mut seats: HashMap<AccountId, Vec<Member>> = HashMap::new();
    let mut entries = Vec::with_capacity(events.len());
    for event in events {
        let actor = event.personal.as_ref().and_then(|personal| account_of(&personal.actor));
        if let Some(other) = actor.filter(|other| *other != account && !seats.contains_key(other)) {
            seats.insert(other, access::commands::own(connection, other, at).await?);
        }
        entries.push(entry(event, account, &seats));
    }
    Ok((entries, more))
}

/// The account that an actor names.
fn account_of(actor: &str) -> Option<AccountId> {
    actor.strip_prefix("account:")?.parse().ok()
}

fn entry(event: Recorded, own: AccountId, seats: &HashMap<AccountId, Vec<Member>>) -> Entry {
    let Recorded { id, at, action, subject, role, purpose, personal, seal: _ } = event;
    let action = of_code(&action);
    let Some(personal) = personal else {
        let (who, fields, reason) = (Who::Erased, Vec::new(), String::new());
        return Entry { id, at, action, subject, who, fields, purpose, reason };
    };
    let account = account_of(&personal.actor);
    let who = match account {
        Some(account) if account == own => Who::You,
        Some(account) => somebody(&role, seats.get(&account).map_or(&[], Vec::as_slice)),
        None if personal.actor == Actor::System.to_string() => Who::Platform,
        None => Who::Operator,
    };
    // What programs note is in nobody's language; people who have to say why say it to the reader.
    let says_why = subject == "consent_request"
        || matches!(action, Some(Action::Revealed | Action::Approved | Action::Rejected));
    let by_somebody = matches!(who, Who::Somebody { .. });
    let reason = if by_somebody && says_why { personal.reason } else { String::new() };
    Entry { id, at, action, subject, who, fields: personal.fields, purpose, reason }
}

/// Somebody in a role, with the organisation in which the account has it.
fn somebody(role: &str, seats: &[Member]) -> Who {
    let role = of_code(role);
    let seat = seats.iter().find(|held| Some(held.membership.seat.role) == role).or(seats.first());
    let role = role.or_else(|| seat.map(|held| held.membership.seat.role));
    Who::Somebody { role, organisation: seat.and_then(|held| held.organisation.clone()) }
}
