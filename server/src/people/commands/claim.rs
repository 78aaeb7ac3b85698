//! Records that others brought, and whose they become.

use crate::ids::{AccountId, PersonId};
use crate::outbox::{self, Subject};
use crate::people::draft::PersonDraft;
use crate::people::store::{self, own};
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

pub use crate::people::store::claims::{AtWork, Kept, Record};

/// Stores one person whom somebody else tells of, within the transaction of what that is part of.
pub async fn register_one(
    transaction: &DatabaseTransaction,
    source: &str,
    draft: &PersonDraft,
    at: DateTime<Utc>,
) -> Result<PersonId, DbErr> {
    let id = PersonId::new(at);
    store::save(transaction, source, &[(id, draft)], at).await?;
    Ok(id)
}

/// What an account keeps; nobody else changes it until the transaction ends.
pub async fn kept(transaction: &DatabaseTransaction, account: AccountId) -> Result<Kept, DbErr> {
    store::claims::kept(transaction, account).await
}

/// Removes a record that tells nothing, so that its owner can take another one over.
pub async fn remove_empty(
    transaction: &DatabaseTransaction,
    id: PersonId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    store::claims::remove_empty(transaction, id).await?;
    outbox::enqueue(transaction, Subject::Person, [id.as_uuid()], at).await
}

/// These records as far as they are there.
pub async fn records(connection: &impl ConnectionTrait, ids: &[PersonId]) -> Result<Vec<Record>, DbErr> {
    store::claims::records(connection, ids).await
}

/// What was typed about somebody at work, and what it was read as.
pub async fn at_work(connection: &impl ConnectionTrait, id: PersonId) -> Result<Option<AtWork>, DbErr> {
    store::claims::at_work(connection, id).await
}

/// Records without an owner that hold this phone number, in international form, or mailbox.
pub async fn unowned_with(connection: &impl ConnectionTrait, contact: &str) -> Result<Vec<Record>, DbErr> {
    store::claims::unowned_with(connection, contact).await
}

/// Makes an account the owner of a record that has the owner `before`; no, where somebody else was faster.
pub async fn give(
    transaction: &DatabaseTransaction,
    (id, before): (PersonId, Option<AccountId>),
    owner: AccountId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let given = store::claims::give(transaction, (id, before), owner).await?;
    if given {
        own::tell(transaction, id, at).await?;
    }
    Ok(given)
}
