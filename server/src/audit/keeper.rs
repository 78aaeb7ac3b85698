//! When are events sealed, and heads written? By the process that holds the lease of the chores.

use super::anchor::{self, WriteHeadError};
use super::store::{self, SEAL_AT_MOST};
use crate::db::Database;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Events wait no longer for their seal, while somebody seals.
const SEAL_EVERY: TimeDelta = TimeDelta::minutes(1);
/// Nor does so many of them.
const MANY: u64 = 2_000;
/// How often the head is written outside of the database.
const HEAD_EVERY: TimeDelta = TimeDelta::hours(1);

/// Why the trail could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// Nothing could be sealed.
    #[error("the audit trail could not be sealed")]
    Database(#[from] DbErr),
    /// The head could not be written.
    #[error(transparent)]
    Head(#[from] WriteHeadError),
}

/// Seals and writes heads when it is time; one for each process.
pub struct Keeper {
    data: PathBuf,
    done: Mutex<Done>,
}

/// What this process has done last.
#[derive(Clone, Copy, Default)]
struct Done {
    sealed: Option<DateTime<Utc>>,
    /// When a head was written, and which.
    head: Option<(DateTime<Utc>, i64)>,
}

/// Has so much time passed, or has the clock been set back?
fn is_due(last: Option<DateTime<Utc>>, every: TimeDelta, now: DateTime<Utc>) -> bool {
    last.is_none_or(|last| now < last || now - last >= every)
}

impl Keeper {
    /// For the process with a data folder.
    pub fn new(data: &Path) -> Self {
        Self { data: data.to_owned(), done: Mutex::default() }
    }

    fn done(&self) -> Done {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, change: impl FnOnce(&mut Done)) {
        change(&mut self.done.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// One turn: seals every minute, or when many wait; writes the head every hour. The holder of the lease calls it.
    pub async fn keep(&self, database: &Database, now: DateTime<Utc>) -> Result<(), KeepError> {
        let Done { sealed, head } = self.done();
        if is_due(sealed, SEAL_EVERY, now) || store::waiting(database.reader()).await? >= MANY {
            self.seal(database, now).await?;
        }
        if is_due(head.map(|(at, _)| at), HEAD_EVERY, now) {
            self.write_head(database, now).await?;
        }
        Ok(())
    }

    /// The last turn of a good end: seals what waits, and writes the head unless it stands there.
    pub async fn end(&self, database: &Database, now: DateTime<Utc>) -> Result<(), KeepError> {
        self.seal(database, now).await?;
        let newest = store::last_seal(database.reader()).await?.map(|seal| seal.number);
        if newest != self.done().head.map(|(_, number)| number) {
            self.write_head(database, now).await?;
        }
        Ok(())
    }

    /// Seals all that waits.
    async fn seal(&self, database: &Database, now: DateTime<Utc>) -> Result<(), KeepError> {
        while store::seal_waiting(database, now).await? == u64::from(SEAL_AT_MOST) {}
        self.note(|done| done.sealed = Some(now));
        Ok(())
    }

    async fn write_head(&self, database: &Database, now: DateTime<Utc>) -> Result<(), KeepError> {
        if let Some(head) = anchor::write(database, &self.data, now).await? {
            self.note(|done| done.head = Some((now, head.number)));
        }
        Ok(())
    }
}
