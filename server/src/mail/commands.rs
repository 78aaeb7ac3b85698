//! What can be done with letters: write one.

use super::compose::compose;
use super::model::Letter;
use super::store;
use crate::ids::MessageId;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Writes `letter` down to be sent, within the transaction of what it tells; `base_url` is the address of the site.
/// A recipient that is none is found out when it is sent, and is then listed as undeliverable.
pub async fn enqueue(
    transaction: &DatabaseTransaction,
    letter: &Letter,
    base_url: &str,
    at: DateTime<Utc>,
) -> Result<MessageId, DbErr> {
    let id = MessageId::new(at);
    store::insert(transaction, id, letter, compose(letter, base_url, at), at).await?;
    Ok(id)
}
