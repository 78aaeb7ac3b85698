//! Gathers the copy, and notes in the trail that it was made.

use super::tables::{COPIED, Of};
use crate::audit::model::{Action, Actor, Code, Origin, PERSON, Subject};
use crate::audit::{self, Event};
use crate::backup;
use crate::db::Database;
use crate::identities::commands::{OpenError, whole_numbers};
use crate::ids::{AccountId, IdentifierId, PersonId};
use crate::keys::Keys;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

/// The role of whoever deals with the own account.
const OWNER: Code = Code::known("owner");
/// An account, as a kind of thing.
const ACCOUNT: Code = Code::known("account");

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

/// Everything that is kept about an account and its record, table by table, as of one moment. Numbers of documents stand
/// there in full, which is recorded as read.
pub async fn copy(
    (database, keys): (&Database, &Keys),
    (account, person): (AccountId, Option<PersonId>),
    origin: &Origin,
    at: DateTime<Utc>,
) -> Result<Map<String, Value>, OpenError> {
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
    let actor = Actor::Account(account.as_uuid());
    let mut events = Vec::new();
    if let Some(person) = person.filter(|_| !numbers.is_empty()) {
        let read = Event::new(actor.clone(), OWNER, Action::Read, Subject::of(PERSON, person.as_uuid()));
        events.push(read.about(person).fields(&["identifiers"]).from(origin.clone()));
    }
    let copied = Event::new(actor, OWNER, Action::Exported, Subject::of(ACCOUNT, account.as_uuid()));
    events.push(copied.from(origin.clone()));
    audit::record_all(&transaction, &events, at).await?;
    transaction.commit().await?;
    let mut copy = Map::new();
    copy.insert("made_at".to_owned(), Value::String(at.to_rfc3339()));
    copy.insert("tables".to_owned(), Value::Object(tables));
    Ok(copy)
}
