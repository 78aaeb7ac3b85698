//! Is this write new, or does it come again? The answer to a write with an `Idempotency-Key` is kept with
//! the write itself, in one transaction: either both are there or neither.
//!
//! Answers are kept for a day. Of two requests with one key at the same time one writes; the other is
//! refused on PostgreSQL and may ask again, and waits on SQLite, which has one writer at a time anyway.
//! A request that was refused wrote nothing, and nothing is kept of it.

use super::problem::Problem;
use super::store::{self, Answered};
use crate::db::locks;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// How long answers are kept.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// Longest key, in characters.
const LONGEST: usize = 255;

/// A caller's key for one write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key(String);

impl Key {
    /// Reads the header: visible ASCII, in quotes or not.
    pub(super) fn read(raw: &[u8]) -> Result<Self, Problem> {
        let text = std::str::from_utf8(raw).unwrap_or_default().trim();
        let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
        let sound = (1..=LONGEST).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_graphic());
        if sound {
            return Ok(Self(inner.to_owned()));
        }
        Err(Problem::bad_request("Idempotency-Key takes 1 to 255 visible ASCII characters, such as a UUID"))
    }
}

/// One write of one token, with or without a key.
pub(super) struct Attempt {
    pub(super) token: String,
    pub(super) key: Option<Key>,
    /// Digest of method, path and body.
    pub(super) request: String,
}

impl Attempt {
    /// The answer of the first time, where the write comes again; nothing where it is new. A key that
    /// stands for another request, or for one that is still running, is a problem.
    pub(super) async fn first_answer(
        &self,
        transaction: &DatabaseTransaction,
    ) -> Result<Option<Answered>, Problem> {
        let Some(Key(key)) = &self.key else { return Ok(None) };
        if !locks::try_take(transaction, &format!("write {} {key}", self.token)).await? {
            return Err(Problem::still_running());
        }
        match store::answered(transaction, &self.token, key).await? {
            None => Ok(None),
            Some((request, answer)) if request == self.request => Ok(Some(answer)),
            Some(_) => Err(Problem::key_reused()),
        }
    }

    /// Keeps the answer for the case that the write comes again.
    pub(super) async fn keep(
        &self,
        transaction: &DatabaseTransaction,
        answer: &Answered,
        at: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        let Some(Key(key)) = &self.key else { return Ok(()) };
        store::keep_answer(transaction, (&self.token, key, &self.request), answer, at).await
    }
}

/// Forgets answers that are older than a day; returns how many.
pub(crate) async fn forget(transaction: &DatabaseTransaction, now: DateTime<Utc>) -> Result<u64, DbErr> {
    store::forget_answers(transaction, now - KEPT).await
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_visible_ascii_with_or_without_quotes() {
        assert_eq!(Key::read(b"8e03978e-40d5").unwrap(), Key::read(b" \"8e03978e-40d5\" ").unwrap());
        for wrong in [&b""[..], b"\"\"", b"a b", "ກ".as_bytes(), b"\xff", &[b'a'; 256]] {
            assert!(Key::read(wrong).is_err(), "{wrong:?}");
        }
    }
}
