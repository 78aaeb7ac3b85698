//! Somebody asks to be erased.

use super::{hold_of, subject, write};
use crate::audit::model::{Action, Actor, OWNER, Origin};
use crate::audit::{self, Event};
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::erasure::model::{Seen, Terms, TermsError};
use crate::erasure::store::{self, Whose};
use crate::ids::AccountId;
use crate::mail::Said;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Where it is asked, from where, and when.
pub struct Asking<'a> {
    /// The tables.
    pub database: &'a Database,
    /// From where.
    pub origin: &'a Origin,
    /// Address of the site.
    pub base_url: &'a str,
    /// Finished address of the page on which a request is taken back.
    pub link: &'a str,
    /// The present moment.
    pub at: DateTime<Utc>,
}

/// Why nothing was asked for.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
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

/// What waits for an account, and what holds it up.
pub async fn waiting(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<Seen, DbErr> {
    let all = store::whole_of(connection, (Some(account), None)).await?;
    let waiting = store::waiting_of(connection, (&all.accounts, &all.people())).await?;
    Ok(Seen { waiting: waiting.into_iter().next(), hold: hold_of(connection, &all, at).await? })
}

/// Asks that everything about the owner of an account be erased once the term is over; returns when.
pub async fn ask(asking: &Asking<'_>, account: AccountId) -> Result<DateTime<Utc>, AskError> {
    let Asking { database, origin, base_url, link, at } = *asking;
    let due_at = at + Terms::shipped()?.own;
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let all = store::whole_of(&transaction, (Some(account), None)).await?;
    let people = all.people();
    if !store::waiting_of(&transaction, (&all.accounts, &people)).await?.is_empty() {
        return Err(AskError::Already);
    }
    let whose = Whose { account: Some(account), person: None };
    let id = store::insert(&transaction, whose, None, (at, due_at)).await?;
    let event = Event::new(Actor::Account(account.as_uuid()), OWNER, Action::Created, subject(id));
    let event = event.from(origin.clone());
    let event = all.standing().map_or(event.clone(), |person| event.about(person));
    audit::record(&transaction, &event, at).await?;
    let said = Said::ErasureAsked { until: day_in_vientiane(due_at), link: link.to_owned() };
    write(&transaction, &all.accounts, &said, (base_url, at)).await?;
    transaction.commit().await?;
    Ok(due_at)
}
