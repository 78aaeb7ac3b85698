//! Tokens: whoever holds one may ask what its role may.
//!
//! A token is `viak_` and 32 random bytes in hexadecimal. It is shown once, when it is made; the table
//! holds its SHA-256, which is enough to recognise it and no help to whoever reads the table. A plain
//! digest will do where a password would need a slow one: 256 random bits cannot be guessed.

use super::store;
use crate::db::Database;
use crate::digest::{hexadecimal, sha256};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use std::str::FromStr;

/// What every token begins with, so that leak scanners and people recognise one.
const PREFIX: &str = "viak_";
/// Random bytes of a token.
const BYTES: usize = 32;

/// What the holder of a token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Everything that the operator of an installation may: people and matches.
    Operator,
}

impl Role {
    /// The code in the table and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
        }
    }
}

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        if raw == Self::Operator.code() { Ok(Self::Operator) } else { Err(UnknownRole(raw.to_owned())) }
    }
}

/// A role that this program does not know.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("there is no role {0}")]
pub struct UnknownRole(String);

/// Why a token could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateTokenError {
    /// No such role.
    #[error(transparent)]
    Role(#[from] UnknownRole),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random(#[from] getrandom::Error),
    /// The database refused.
    #[error("the token could not be stored")]
    Database(#[from] DbErr),
}

/// Makes a token for `role`, stores its digest under `label` and returns the token, which is not to be
/// had again.
pub async fn create(
    database: &Database,
    role: &str,
    label: &str,
    at: DateTime<Utc>,
) -> Result<String, CreateTokenError> {
    let role: Role = role.parse()?;
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes)?;
    let token = format!("{PREFIX}{}", hexadecimal(&bytes));
    let transaction = database.begin().await?;
    store::save_token(&transaction, &digest(&token), (role.code(), label), at).await?;
    transaction.commit().await?;
    Ok(token)
}

/// A token that was presented and is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Its digest, by which its calls are counted.
    pub digest: String,
    /// What it may; none for a role that this program does not know.
    pub role: Option<Role>,
}

/// The held token that `presented` is, if it is one.
pub async fn verify(database: &Database, presented: &str) -> Result<Option<Held>, DbErr> {
    if !looks_like_one(presented) {
        return Ok(None);
    }
    let digest = digest(presented);
    let role = store::role_of(database.reader(), &digest).await?;
    Ok(role.map(|role| Held { digest, role: role.parse().ok() }))
}

/// Has it the form of a token? What has not needs no question to the database.
fn looks_like_one(presented: &str) -> bool {
    presented.strip_prefix(PREFIX).is_some_and(|rest| {
        rest.len() == 2 * BYTES && rest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn digest(token: &str) -> String {
    sha256(token.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::open_sqlite(folder.path()).await.unwrap();
        database.migrate().await.unwrap();
        (folder, database)
    }

    #[tokio::test]
    async fn a_token_is_recognised_and_any_other_is_not() {
        let (_folder, database) = database().await;
        let token = create(&database, "operator", "test", DateTime::UNIX_EPOCH).await.unwrap();
        let held = verify(&database, &token).await.unwrap().unwrap();
        assert_eq!(held.role, Some(Role::Operator));
        let other = format!("{PREFIX}{}", "0".repeat(2 * BYTES));
        for wrong in [other.as_str(), "", "viak_", &token.to_uppercase(), &format!("{token}0"), &held.digest]
        {
            assert_eq!(verify(&database, wrong).await.unwrap(), None, "{wrong}");
        }
    }

    #[tokio::test]
    async fn two_tokens_are_never_the_same_and_the_table_holds_neither() {
        let (_folder, database) = database().await;
        let first = create(&database, "operator", "", DateTime::UNIX_EPOCH).await.unwrap();
        let second = create(&database, "operator", "", DateTime::UNIX_EPOCH).await.unwrap();
        assert_ne!(first, second);
        let held = verify(&database, &first).await.unwrap().unwrap();
        assert!(!held.digest.contains(first.trim_start_matches(PREFIX)));
    }

    #[tokio::test]
    async fn a_token_for_an_unknown_role_is_refused() {
        let (_folder, database) = database().await;
        let refused = create(&database, "king", "", DateTime::UNIX_EPOCH).await;
        assert!(matches!(refused, Err(CreateTokenError::Role(_))));
    }
}
