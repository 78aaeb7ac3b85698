//! What tells this installation from others: the identity of its database, and the keys it was made with.

use crate::app::Schema;
use crate::db::{Database, locks, settings};
use crate::keys::{Keys, KeysError};
use sea_orm::DbErr;
use std::path::Path;

/// Why the keys of an installation are not to be had.
#[derive(Debug, thiserror::Error)]
pub enum InstallationError {
    /// The keys are not here, or are others.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database refused.
    #[error("the database could not be read")]
    Database(#[from] DbErr),
}

/// The identity of the database, drawn when it is first opened.
pub(crate) async fn identity(database: &Database) -> Result<String, DbErr> {
    if let Some(id) = settings::read(database.reader(), settings::DATABASE_ID).await? {
        return Ok(id);
    }
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "identity").await?;
    let drawn_meanwhile = settings::read(&transaction, settings::DATABASE_ID).await?;
    let id = drawn_meanwhile.unwrap_or_else(|| uuid::Uuid::new_v4().simple().to_string());
    settings::write(&transaction, settings::DATABASE_ID, &id).await?;
    transaction.commit().await?;
    Ok(id)
}

/// The keys that a database was made with. Whoever may change the schema makes them where there are none yet; any other
/// command does without where they are not at hand.
pub(crate) async fn keys_of(
    database: &Database,
    file: &Path,
    schema: Schema,
) -> Result<Option<Keys>, InstallationError> {
    let known = settings::read(database.reader(), settings::KEYS).await?;
    match (schema, known) {
        (Schema::Expect, None) => Ok(None),
        (Schema::Expect, Some(_)) if !file.exists() => Ok(None),
        (_, Some(known)) => Ok(Some(Keys::open(file, Some(&known))?)),
        (Schema::Migrate, None) => {
            let transaction = database.begin().await?;
            locks::wait_for(&transaction, "keys").await?;
            let known = settings::read(&transaction, settings::KEYS).await?;
            let keys = Keys::open(file, known.as_deref())?;
            settings::write(&transaction, settings::KEYS, &keys.fingerprint()).await?;
            transaction.commit().await?;
            Ok(Some(keys))
        }
    }
}
