//! Numbers are sealed by the key of today, and looked up by it.

use super::purpose;
use crate::db::{Database, settings};
use crate::identities::store;
use crate::ids::IdentifierId;
use crate::keys::{DoesNotOpen, Keys, KeysError};
use sea_orm::DbErr;

/// Why numbers were not sealed anew.
#[derive(Debug, thiserror::Error)]
pub enum ResealError {
    /// A number does not open: its key is missing.
    #[error(transparent)]
    Closed(#[from] DoesNotOpen),
    /// It could not be sealed.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database refused.
    #[error("the numbers could not be sealed anew")]
    Database(#[from] DbErr),
}

/// Seals the numbers after `after` anew, at most `limit`; returns how many were, and the last one that was looked at.
/// Those that the key of today sealed are left as they are, so that this can be ended and begun again at any time.
pub async fn reseal(
    database: &Database,
    keys: &Keys,
    after: Option<IdentifierId>,
    limit: u64,
) -> Result<(usize, Option<IdentifierId>), ResealError> {
    let transaction = database.begin().await?;
    let (mut done, mut last) = (0, None);
    for mut written in store::written_after(&transaction, after, limit).await? {
        last = Some(written.id);
        if keys.is_todays(&written.number) && keys.is_todays(&written.digest) {
            continue;
        }
        let context = format!("identifier {}", written.id);
        let number = keys.unseal(&context, &written.number)?;
        written.digest = keys.lookup(&purpose(written.kind), &number);
        written.number = keys.seal(&context, &number)?;
        store::write_again(&transaction, written).await?;
        done += 1;
    }
    if done > 0 {
        // People meet by the digests of their numbers: all of them are looked at anew.
        settings::forget(&transaction, settings::TWINS_POSITION).await?;
    }
    transaction.commit().await?;
    Ok((done, last))
}
