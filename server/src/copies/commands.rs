//! Gathers the copy, and notes in the trail that it was made.

use super::tables::{COPIED, Of};
use crate::audit::model::{Action, Actor, Code, Origin, Subject};
use crate::audit::{self, Event};
use crate::backup;
use crate::db::Database;
use crate::ids::{AccountId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use serde_json::{Map, Value};

/// The role of whoever deals with the own account.
const OWNER: Code = Code::known("owner");
/// An account, as a kind of thing.
const ACCOUNT: Code = Code::known("account");

/// Everything that is kept about an account and its record, table by table, as of one moment.
pub async fn copy(
    database: &Database,
    (account, person): (AccountId, Option<PersonId>),
    origin: &Origin,
    at: DateTime<Utc>,
) -> Result<Map<String, Value>, DbErr> {
    let transaction = database.begin().await?;
    let mut tables = Map::new();
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
        let rows: Vec<Value> = rows.into_iter().map(Value::Object).collect();
        tables.insert(copied.table.to_owned(), Value::Array(rows));
    }
    let actor = Actor::Account(account.as_uuid());
    let event = Event::new(actor, OWNER, Action::Exported, Subject::of(ACCOUNT, account.as_uuid()));
    audit::record(&transaction, &event.from(origin.clone()), at).await?;
    transaction.commit().await?;
    let mut copy = Map::new();
    copy.insert("made_at".to_owned(), Value::String(at.to_rfc3339()));
    copy.insert("tables".to_owned(), Value::Object(tables));
    Ok(copy)
}
