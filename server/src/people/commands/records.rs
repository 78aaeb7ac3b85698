//! The record of somebody who keeps it, for other features that write beside it.

use crate::ids::{AccountId, PersonId};
use crate::outbox::{self, Subject};
use crate::people::store::own;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// The record that an account keeps, made if there is none; nobody else changes it until the transaction ends.
pub async fn ensure(
    transaction: &DatabaseTransaction,
    (account, language): (AccountId, &str),
    at: DateTime<Utc>,
) -> Result<PersonId, DbErr> {
    Ok(own::ensure(transaction, account, language, at).await?.0)
}

/// The record that an account keeps, or the one with which that was joined; none before its first step.
pub async fn of_account(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<PersonId>, DbErr> {
    own::id_of_account(connection, account).await
}

/// Tells the followers to read people again.
pub async fn follow(
    transaction: &DatabaseTransaction,
    people: &[PersonId],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    outbox::enqueue(transaction, Subject::Person, people.iter().map(|id| id.as_uuid()), at).await
}
