//! Whoever asked to be erased stays.

use super::subject;
use crate::audit::model::{Action, Actor, OWNER, Origin};
use crate::audit::{self, Event};
use crate::db::{Database, locks};
use crate::erasure::store;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Takes back what waits for the owner of an account; no, where nothing does.
pub async fn take_back(
    database: &Database,
    account: AccountId,
    origin: &Origin,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let taken = came_back(&transaction, account, origin, at).await?;
    transaction.commit().await?;
    Ok(taken)
}

/// The owner of an account signed in, or said so: whoever comes back stays. Within the transaction of that; no, where
/// nothing waited.
pub async fn came_back(
    transaction: &DatabaseTransaction,
    account: AccountId,
    origin: &Origin,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    // Hardly anybody waits: this spares every other sign-in the rest.
    if !store::any_waiting(transaction).await? {
        return Ok(false);
    }
    let whole = store::whole_of(transaction, (Some(account), None)).await?;
    let people = whole.people();
    let mut taken = false;
    for waiting in store::waiting_of(transaction, (&whole.accounts, &people)).await? {
        if !store::take_back(transaction, waiting.id, at).await? {
            continue;
        }
        let actor = Actor::Account(account.as_uuid());
        let event = Event::new(actor, OWNER, Action::Removed, subject(waiting.id)).from(origin.clone());
        let event = whole.standing().map_or(event.clone(), |person| event.about(person));
        audit::record(transaction, &event, at).await?;
        taken = true;
    }
    Ok(taken)
}
