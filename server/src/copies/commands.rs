//! Gathers the copy, and notes in the trail that it was made.

use super::model::OwnCopy;
use super::tables::{COPIED, Of};
use crate::accounts::commands::is_first_in;
use crate::audit::model::{ACCOUNT, Action, Actor, OWNER, Origin, PERSON, Subject};
use crate::audit::{self, Event};
use crate::backup;
use crate::db::Database;
use crate::identities::commands::{OpenError, whole_numbers};
use crate::ids::{AccountId, IdentifierId, OrganisationId, PersonId};
use crate::keys::Keys;
use crate::{organisations, trail};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The table whose rows hold a number that is sealed.
const IDENTIFIERS: &str = "person_identifier";

/// Writes numbers in full beside the rows to which they belong.
fn fill_in(rows: &mut [Value], numbers: &[(IdentifierId, String)]) {
    for row in rows {
        let id: Option<IdentifierId> = row.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let number = numbers.iter().find(|(held, _)| Some(*held) == id).map(|(_, number)| number.clone());
        if let (Some(cells), Some(number)) = (row.as_object_mut(), number) {
            cells.insert("number".to_owned(), Value::String(number));
        }
    }
}

/// The names of the organisations that rows name.
async fn names(
    connection: &impl ConnectionTrait,
    tables: &Map<String, Value>,
) -> Result<HashMap<String, String>, DbErr> {
    let cells = tables.values().filter_map(Value::as_array).flatten().filter_map(Value::as_object);
    let keys = cells.flat_map(|row| [row.get("organisation_id"), row.get("school_id")]).flatten();
    let mut named: Vec<OrganisationId> = keys.filter_map(|key| key.as_str()?.parse().ok()).collect();
    named.sort_unstable();
    named.dedup();
    let briefs = organisations::commands::briefs(connection, &named).await?;
    Ok(briefs.into_iter().map(|brief| (brief.id.to_string(), brief.name)).collect())
}

/// Copies that a network makes of the same account stand in the trail once in so long: whoever downloads again and again
/// would push all else out of it.
const ONCE: TimeDelta = TimeDelta::hours(1);

/// Everything that is kept about an account and its record, table by table, as of one moment. Numbers of documents stand
/// there in full, which is recorded as read.
pub async fn copy(
    (database, keys): (&Database, &Keys),
    (account, person): (AccountId, Option<PersonId>),
    origin: &Origin,
    at: DateTime<Utc>,
) -> Result<OwnCopy, OpenError> {
    let transaction = database.begin().await?;
    let mut tables = Map::new();
    let numbers = match person {
        Some(person) => whole_numbers(&transaction, keys, person).await?,
        None => Vec::new(),
    };
    for copied in COPIED {
        let key = match copied.of {
            Of::Account => account.as_uuid(),
            Of::Person => match person {
                Some(person) => person.as_uuid(),
                None => continue,
            },
        };
        let from = (copied.table, copied.column);
        let rows = backup::rows_of(&transaction, from, key, copied.hidden).await?.unwrap_or_default();
        let mut rows: Vec<Value> = rows.into_iter().map(Value::Object).collect();
        if copied.table == IDENTIFIERS {
            fill_in(&mut rows, &numbers);
        }
        tables.insert(copied.table.to_owned(), Value::Array(rows));
    }
    let organisations = names(&transaction, &tables).await?;
    let (trail, _) = trail::commands::page(&transaction, (account, person), None, at).await?;
    let read = person.filter(|_| !numbers.is_empty());
    let here = format!("copy from {}", origin.network.as_deref().unwrap_or("-"));
    if is_first_in(&transaction, keys, (&here, account), ONCE, at).await? {
        audit::record_all(&transaction, &events(account, read, origin), at).await?;
    }
    transaction.commit().await?;
    Ok(OwnCopy { made_at: at, tables, trail, organisations })
}

/// That a copy was made, and that numbers in full stand in it.
fn events(account: AccountId, read: Option<PersonId>, origin: &Origin) -> Vec<Event> {
    let actor = Actor::Account(account.as_uuid());
    let mut events = Vec::new();
    if let Some(person) = read {
        let read = Event::new(actor.clone(), OWNER, Action::Read, Subject::of(PERSON, person.as_uuid()));
        events.push(read.about(person).fields(&["identifiers"]).from(origin.clone()));
    }
    let copied = Event::new(actor, OWNER, Action::Exported, Subject::of(ACCOUNT, account.as_uuid()));
    events.push(copied.from(origin.clone()));
    events
}
