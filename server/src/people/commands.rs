//! What can be done with people's records: one function a verb, one transaction a function.

pub mod claim;
pub mod demo;
pub mod profile;
pub mod records;
pub mod visibility;

use super::draft::PersonDraft;
use super::store;
use crate::batch::latest;
use crate::db::Database;
use crate::ids::PersonId;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Why a batch of people could not be registered.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The database refused.
    #[error("the people could not be stored")]
    Database(#[from] DbErr),
}

/// What came of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Registered {
    /// New or changed, and stored.
    pub accepted: usize,
    /// How many of these are new.
    pub added: usize,
    /// Held already with the same content.
    pub unchanged: usize,
}

/// Registers a batch of people of one source: new ones are added, changed ones amended. All or
/// nothing; a key that stands twice in the batch counts once, last wins.
pub async fn register_batch(
    database: &Database,
    source: &str,
    drafts: &[PersonDraft],
    at: DateTime<Utc>,
) -> Result<Registered, RegisterError> {
    let transaction = database.begin().await?;
    let registered = register(&transaction, source, drafts, at).await?;
    transaction.commit().await?;
    Ok(registered)
}

/// The same within a transaction of the caller's, who ends it and records what was done.
pub async fn register(
    transaction: &DatabaseTransaction,
    source: &str,
    drafts: &[PersonDraft],
    at: DateTime<Utc>,
) -> Result<Registered, RegisterError> {
    let drafts = latest(drafts, |draft| &draft.source_key);
    let keys: Vec<&str> = drafts.iter().map(|draft| draft.source_key.as_str()).collect();
    let held = store::held(transaction, source, &keys).await?;
    let mut changed = Vec::new();
    let mut unchanged = 0;
    for draft in drafts {
        match held.get(&draft.source_key) {
            Some((_, hash)) if *hash == draft.content_hash => unchanged += 1,
            Some((id, _)) => changed.push((*id, draft)),
            None => changed.push((PersonId::new(at), draft)),
        }
    }
    store::save(transaction, source, &changed, at).await?;
    let added = changed.iter().filter(|(_, draft)| !held.contains_key(&draft.source_key)).count();
    Ok(Registered { accepted: changed.len(), added, unchanged })
}
