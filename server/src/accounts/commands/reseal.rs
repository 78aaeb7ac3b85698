//! Secrets of second factors are sealed by the key of today.

use super::second_factor::context;
use crate::accounts::store;
use crate::db::Database;
use crate::ids::AccountId;
use crate::keys::{DoesNotOpen, Keys, KeysError};
use sea_orm::DbErr;

/// Why secrets were not sealed anew.
#[derive(Debug, thiserror::Error)]
pub enum ResealError {
    /// A secret does not open: its key is missing.
    #[error(transparent)]
    Closed(#[from] DoesNotOpen),
    /// It could not be sealed.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database refused.
    #[error("the secrets could not be sealed anew")]
    Database(#[from] DbErr),
}

/// Seals the secrets of the accounts after `after` anew, at most `limit`; returns how many were, and the last account
/// that was looked at.
pub async fn reseal(
    database: &Database,
    keys: &Keys,
    after: Option<AccountId>,
    limit: u64,
) -> Result<(usize, Option<AccountId>), ResealError> {
    let transaction = database.begin().await?;
    let (mut done, mut last) = (0, None);
    for (account, sealed) in store::secrets_after(&transaction, after, limit).await? {
        last = Some(account);
        if keys.is_todays(&sealed) {
            continue;
        }
        let secret = keys.unseal(&context(account), &sealed)?;
        store::seal_secret(&transaction, account, keys.seal(&context(account), &secret)?).await?;
        done += 1;
    }
    transaction.commit().await?;
    Ok((done, last))
}
