//! A record that nobody claimed is to be erased, because its term is over.

use super::subject;
use crate::audit::model::{Action, Actor, PLATFORM};
use crate::audit::{self, Event};
use crate::erasure::store::{self, Whose};
use crate::ids::PersonId;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Lets a record without an owner be erased from a day on, unless somebody claims it, or it is told anew, before; no, where
/// that was said already.
pub async fn lapse(
    transaction: &DatabaseTransaction,
    person: PersonId,
    (at, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<bool, DbErr> {
    let all = store::whole_of(transaction, (None, Some(person))).await?;
    let waiting = store::waiting_of(transaction, (&all.accounts, &all.people())).await?;
    if !all.accounts.is_empty() || all.records.is_empty() || !waiting.is_empty() {
        return Ok(false);
    }
    let whose = Whose { account: None, person: Some(person) };
    let id = store::insert(transaction, whose, None, (at, due_at)).await?;
    let event = Event::new(Actor::System, PLATFORM, Action::Created, subject(id)).about(person);
    audit::record(transaction, &event.because("nobody claimed the record"), at).await?;
    Ok(true)
}
