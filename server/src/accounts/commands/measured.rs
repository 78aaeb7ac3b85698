//! Accounts that a measurement signs in: nobody's, with one password for all, in a world that goes with the run.

use super::Trouble;
use crate::accounts::hashing::Hashing;
use crate::accounts::model::{Contact, Password};
use crate::accounts::store;
use crate::db::Database;
use crate::ids::AccountId;
use chrono::{DateTime, Utc};

/// Makes an account for each contact, all with this password.
pub(crate) async fn make(
    (database, hashing): (&Database, &Hashing),
    contacts: &[Contact],
    password: &str,
    at: DateTime<Utc>,
) -> Result<(), Trouble> {
    let hash = hashing.hash(&Password::typed(password)).await?;
    let transaction = database.begin().await?;
    for contact in contacts {
        let password_hash = Some(hash.clone());
        let new = store::NewAccount { id: AccountId::new(at), contact, password_hash, language: "lo" };
        store::insert_account(&transaction, new, at).await?;
    }
    Ok(transaction.commit().await?)
}
