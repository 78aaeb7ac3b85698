//! Accounts of a demonstration: their passwords and second factors follow from the keys of the installation, so that
//! they are the same at each start, and others elsewhere. A server that is no demonstration refuses a database with
//! them.

use super::second_factor::{context, secret_of, totp};
use super::{ACCOUNT, Trouble};
use crate::accounts::hashing::{Hashing, HashingError};
use crate::accounts::model::{Contact, Password};
use crate::accounts::store;
use crate::audit::model::{Action, Actor, OPERATOR, Subject};
use crate::audit::{self, Event};
use crate::db::{Database, locks};
use crate::ids::AccountId;
use crate::keys::Keys;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Letters and digits that nobody takes for others.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
/// Groups of a password, and letters of each: almost eighty bits.
const GROUPS: (usize, usize) = (4, 4);
/// Hexadecimal digits of a secret: 160 bits.
const SECRET: usize = 40;
/// Seconds for which a code holds.
const STEP: i64 = 30;

/// With what accounts are made.
pub struct Making<'a> {
    /// The tables.
    pub database: &'a Database,
    /// From which passwords follow.
    pub keys: &'a Keys,
    /// Where passwords are hashed.
    pub hashing: &'a Hashing,
    /// Now.
    pub at: DateTime<Utc>,
}

/// An account of a demonstration.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its key.
    pub id: AccountId,
    /// Its password; none where its owner chose another.
    pub password: Option<String>,
    /// The address that an authenticator takes, where the account asks for a second factor.
    pub authenticator: Option<String>,
}

/// Why there is no such account.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Somebody else has it.
    #[error("{0} belongs to an account that is none of the demonstration")]
    Foreign(String),
    /// Something of ours.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<DbErr> for DemoError {
    fn from(error: DbErr) -> Self {
        Self::Trouble(error.into())
    }
}

impl From<HashingError> for DemoError {
    fn from(error: HashingError) -> Self {
        Self::Trouble(error.into())
    }
}

/// The account of a contact, made where it is not there; `strong` gives it a second factor.
pub async fn make(making: &Making<'_>, contact: &Contact, strong: bool) -> Result<Made, DemoError> {
    let Making { database, keys, hashing, at } = *making;
    let password = password(keys, contact);
    let secret = strong.then(|| secret(keys, contact));
    let authenticator = secret
        .as_deref()
        .and_then(|secret| totp(secret, contact.as_str()))
        .and_then(|totp| totp.to_url().ok());
    if let Some(held) = store::account_of(database.reader(), contact).await? {
        if !held.demo {
            return Err(DemoError::Foreign(contact.as_str().to_owned()));
        }
        let same = hashing.is(&Password::typed(&password), held.password_hash.as_deref()).await?;
        let authenticator = authenticator.filter(|_| held.totp_since.is_some());
        return Ok(Made { id: held.id, password: same.then_some(password), authenticator });
    }
    let hash = hashing.hash(&Password::typed(&password)).await?;
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    let id = AccountId::new(at);
    let new = store::NewAccount { id, contact, password_hash: Some(hash), language: "lo" };
    store::insert_account(&transaction, new, at).await?;
    let sealed = secret.map(|secret| keys.seal(&context(id), &secret)).transpose().map_err(Trouble::from)?;
    store::mark_demo(&transaction, id, sealed.as_deref(), at).await?;
    let subject = Subject::of(ACCOUNT, id.as_uuid());
    let event = Event::new(Actor::CommandLine, OPERATOR, Action::Created, subject).because("demonstration");
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(Made { id, password: Some(password), authenticator })
}

/// How many accounts belong to a demonstration.
pub async fn count(connection: &impl ConnectionTrait) -> Result<u64, DbErr> {
    store::count_demo(connection).await
}

/// The code that the owner's device would show now, and for how many seconds it holds; none of an account that is none
/// of the demonstration or asks for no code. Where the present one was used already, it is the next.
pub async fn code(
    connection: &impl ConnectionTrait,
    keys: &Keys,
    contact: &Contact,
    at: DateTime<Utc>,
) -> Result<Option<(String, i64)>, DbErr> {
    let held = store::account_of(connection, contact).await?;
    let Some(held) = held.filter(|held| held.demo && held.totp_since.is_some()) else { return Ok(None) };
    let sealed = held.totp_secret.as_deref().unwrap_or_default();
    let Some(totp) = keys.unseal(&context(held.id), sealed).ok().and_then(|secret| totp(&secret, "account"))
    else {
        return Ok(None);
    };
    let step = (at.timestamp() / STEP).max(held.totp_step.map_or(0, |used| used.saturating_add(1)));
    let code = totp.generate(u64::try_from(step.saturating_mul(STEP)).unwrap_or(0)).to_string();
    // A code is taken one step late.
    Ok(Some((code, (step + 2).saturating_mul(STEP) - at.timestamp())))
}

/// The secret of a second factor, in hexadecimal digits.
fn secret(keys: &Keys, contact: &Contact) -> String {
    let digest = keys.digest("demo second factor", contact.as_str());
    let secret: String = digest.chars().take(SECRET).collect();
    debug_assert!(secret_of(&secret).is_some(), "a digest is hexadecimal");
    secret
}

fn password(keys: &Keys, contact: &Contact) -> String {
    let (groups, letters) = GROUPS;
    let digest = keys.digest("demo password", contact.as_str());
    let bytes = crate::digest::from_hexadecimal(&digest).unwrap_or_default();
    let letter =
        |byte: &u8| LETTERS.iter().cycle().nth(usize::from(*byte)).map_or('x', |letter| char::from(*letter));
    let groups = bytes.chunks(letters).take(groups).map(|group| group.iter().map(letter).collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_strong_the_same_each_time_and_others_elsewhere() {
        let (here, elsewhere) = (Keys::generate().unwrap(), Keys::generate().unwrap());
        let contact = "officer@viak.example".parse().unwrap();
        let said = password(&here, &contact);
        assert_eq!(said, password(&here, &contact));
        assert_ne!(said, password(&elsewhere, &contact));
        assert!(Password::chosen(&said, &["officer@viak.example"]).is_ok(), "{said}");
        assert_eq!(said.len(), 19);
    }
}
