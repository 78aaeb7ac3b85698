//! Passwords become hashes: argon2id, on one core at a time, so that pages go on being made meanwhile.

use super::known::KnownPasswords;
use super::model::Password;
use crate::turns::Turns;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A hash of no password that anybody has, with today's parameters: who does not exist is compared with it, so that the
/// answer takes as long as for who does.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$dmlhay1ub2JvZHktaGVyZQ$GpZ3sK/oH9p7VIiV56G/64Zo/8GaUw434IimaPqxwCo";

/// Why a password could not be hashed.
#[derive(Debug, thiserror::Error)]
pub enum HashingError {
    /// The parameters or the hash are not right.
    #[error("a password could not be hashed: {0}")]
    Argon(String),
    /// It stands in the list of known passwords.
    #[error("the password stands in the list of known passwords")]
    Known,
    /// The list of known passwords cannot be read.
    #[error("the list of known passwords cannot be read")]
    List(#[from] std::io::Error),
    /// The work ended early.
    #[error("the hashing of a password broke off")]
    Broken(#[from] tokio::task::JoinError),
}

/// Where passwords are hashed, with the parameters that OWASP recommends (argon2id, 19 MiB, two passes, 2023), which are
/// the library's own.
pub struct Hashing {
    turns: Turns,
    known: Option<Arc<KnownPasswords>>,
    runs: Runs,
}

/// How often argon2 has run; nothing else here makes one.
#[derive(Clone, Default)]
struct Runs(Arc<AtomicU64>);

impl Runs {
    fn argon2(&self) -> Argon2<'static> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Argon2::default()
    }
}

impl Hashing {
    /// One at a time on two cores, and one for each two further ones; no password of `known` is hashed.
    pub fn new(known: Option<KnownPasswords>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { turns: Turns::of((cores / 2).max(1)), known: known.map(Arc::new), runs: Runs::default() }
    }

    /// How many passwords were hashed or compared so far: an answer costs as many whether or not there is an account.
    pub fn runs(&self) -> u64 {
        self.runs.0.load(Ordering::Relaxed)
    }

    /// The hash of a password as a PHC string; an error for one that became known.
    pub(super) async fn hash(&self, password: &Password) -> Result<String, HashingError> {
        let (password, known, runs) = (password.clone(), self.known.clone(), self.runs.clone());
        let hashed = self.turns.take(move || {
            if known.map_or(Ok(false), |known| known.holds(&password))? {
                return Err(HashingError::Known);
            }
            let hash = runs.argon2().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|error| HashingError::Argon(error.to_string()))
        });
        hashed.await?
    }

    /// Whether this is the password of a hash. Without a hash it is not, which takes as long to find out.
    pub(super) async fn is(&self, password: &Password, hash: Option<&str>) -> Result<bool, HashingError> {
        let (password, hash, runs) = (password.clone(), hash.map(str::to_owned), self.runs.clone());
        let compared = self.turns.take(move || {
            let held = hash.as_deref().unwrap_or(NOBODYS);
            let parsed = PasswordHash::new(held).map_err(|error| HashingError::Argon(error.to_string()))?;
            let right = runs.argon2().verify_password(password.as_bytes(), &parsed).is_ok();
            Ok(right && hash.is_some())
        });
        compared.await?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_nobody_has_none() {
        let hashing = Hashing::new(None);
        let (right, wrong) = (Password::typed("three elephants"), Password::typed("three elephant"));
        let hash = hashing.hash(&right).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hashing.is(&right, Some(&hash)).await.unwrap());
        assert!(!hashing.is(&wrong, Some(&hash)).await.unwrap());
        assert!(!hashing.is(&right, None).await.unwrap());
        assert!(PasswordHash::new(NOBODYS).is_ok());
        assert!(NOBODYS.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "it costs as much as anybody's");
        assert_eq!(hashing.runs(), 4, "also where there is no hash");
    }
}
