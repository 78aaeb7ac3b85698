//! An officer asks for somebody who came to the office and cannot ask here: whoever has a phone or a mailbox asks alone.

use super::{OFFICER, hold_of, subject};
use crate::audit::model::{Action, Actor, Origin};
use crate::audit::{self, Event};
use crate::db::{Database, locks};
use crate::erasure::model::{Seen, Terms, TermsError, Words};
use crate::erasure::store::{self, Whose};
use crate::ids::{AccountId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Which officer, from where, and when. That the record lies in the officer's area is for the caller to have asked.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The officer.
    pub officer: AccountId,
    /// From where.
    pub origin: &'a Origin,
    /// The present moment.
    pub at: DateTime<Utc>,
}

/// What an officer says.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Why.
    pub reason: Words,
    /// Who was there beside the officer.
    pub witness: Words,
}

/// Why nothing was asked for.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// Somebody signs in to it with a phone number or a mailbox, and asks alone.
    #[error("the owner of the record asks alone")]
    Owned,
    /// It is the officer's own.
    #[error("nobody asks for the own record at the office where they work")]
    Own,
    /// A request waits already.
    #[error("a request waits already")]
    Already,
    /// The terms cannot be read.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// The database refused.
    #[error("the request could not be kept")]
    Database(#[from] DbErr),
}

/// What waits for a record, and what holds it up.
pub async fn waiting_for(database: &Database, person: PersonId, at: DateTime<Utc>) -> Result<Seen, DbErr> {
    let reader = database.reader();
    let all = store::whole_of(reader, (None, Some(person))).await?;
    let waiting = store::waiting_of(reader, (&all.accounts, &all.people())).await?;
    Ok(Seen { waiting: waiting.into_iter().next(), hold: hold_of(reader, &all, at).await? })
}

/// Asks that everything about somebody without phone and mailbox be erased once the term of offices is over; returns
/// when.
pub async fn ask_for(
    database: &Database,
    by: At<'_>,
    person: PersonId,
    spoken: &Spoken,
) -> Result<DateTime<Utc>, OfficeError> {
    let At { officer, origin, at } = by;
    let due_at = at + Terms::shipped()?.office;
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let all = store::whole_of(&transaction, (None, Some(person))).await?;
    if all.accounts.contains(&officer) {
        return Err(OfficeError::Own);
    }
    if !all.contacts.is_empty() {
        return Err(OfficeError::Owned);
    }
    if !store::waiting_of(&transaction, (&all.accounts, &all.people())).await?.is_empty() {
        return Err(OfficeError::Already);
    }
    let Spoken { reason, witness } = spoken;
    let said = store::Spoken { by: officer, reason: reason.as_str(), witness: witness.as_str() };
    let whose = Whose { account: None, person: Some(person) };
    let id = store::insert(&transaction, whose, Some(said), (at, due_at)).await?;
    let actor = Actor::Account(officer.as_uuid());
    let event = Event::new(actor, OFFICER, Action::Created, subject(id)).about(person);
    let because = format!("{} ({})", reason.as_str(), witness.as_str());
    audit::record(&transaction, &event.because(&because).from(origin.clone()), at).await?;
    transaction.commit().await?;
    Ok(due_at)
}

/// Takes back what an officer asked for; no, where nothing waits that an officer asked for.
pub async fn keep_for(database: &Database, by: At<'_>, person: PersonId) -> Result<bool, DbErr> {
    let At { officer, origin, at } = by;
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let all = store::whole_of(&transaction, (None, Some(person))).await?;
    let waiting = store::waiting_of(&transaction, (&all.accounts, &all.people())).await?;
    let mut kept = false;
    for waiting in waiting.iter().filter(|waiting| waiting.asked_by.is_some()) {
        kept |= store::take_back(&transaction, waiting.id, at).await?;
        let actor = Actor::Account(officer.as_uuid());
        let event = Event::new(actor, OFFICER, Action::Removed, subject(waiting.id)).about(person);
        audit::record(&transaction, &event.from(origin.clone()), at).await?;
    }
    transaction.commit().await?;
    Ok(kept)
}
