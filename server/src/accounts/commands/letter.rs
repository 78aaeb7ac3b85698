//! A letter to an account: where its owner wants to be written to, in its language.

use super::notices::addressee;
use crate::ids::AccountId;
use crate::mail::{self, Letter, Said};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Writes to an account; nothing is written to one that is closed or gone.
pub async fn write_to(
    transaction: &DatabaseTransaction,
    account: AccountId,
    said: Said,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Some(to) = addressee(transaction, account).await? else { return Ok(()) };
    let (recipient, language) = (to.recipient, to.language);
    let letter = Letter { recipient, language, said, account: Some(account.as_uuid()), expires_at: None };
    mail::enqueue(transaction, &letter, base_url, at).await?;
    Ok(())
}
