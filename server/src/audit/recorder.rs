//! Reads are recorded before they are answered; those that come at once share one transaction.

use super::event::Event;
use super::store;
use crate::db::Database;
use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// Why a read was not recorded, and hence is not answered.
#[derive(Clone, Debug)]
pub struct RecordError(Option<Arc<DbErr>>);

impl Display for RecordError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("what was read could not be recorded")
    }
}

impl Error for RecordError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let cause: &(dyn Error + 'static) = self.0.as_deref()?;
        Some(cause)
    }
}

struct Waiting {
    event: Event,
    at: DateTime<Utc>,
    done: oneshot::Sender<Result<(), RecordError>>,
}

/// What waits to be recorded; one for each process.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Line>);

#[derive(Default)]
struct Line {
    waiting: Mutex<Vec<Waiting>>,
    turn: tokio::sync::Mutex<()>,
}

impl Recorder {
    /// Records an event in a transaction with all others that wait, and returns once it is committed. Whoever goes
    /// away meanwhile takes nobody's event along.
    pub async fn record(
        &self,
        database: &Database,
        event: Event,
        at: DateTime<Utc>,
    ) -> Result<(), RecordError> {
        let (done, told) = oneshot::channel();
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(Waiting { event, at, done });
        tokio::spawn(take_turn(self.0.clone(), database.clone()));
        told.await.unwrap_or(Err(RecordError(None)))
    }
}

/// Writes all that waits when its turn comes, mostly more than one event, or nothing.
async fn take_turn(line: Arc<Line>, database: Database) {
    let _turn = line.turn.lock().await;
    let taken = std::mem::take(&mut *line.waiting.lock().unwrap_or_else(PoisonError::into_inner));
    if taken.is_empty() {
        return;
    }
    let outcome = write(&database, &taken).await.map_err(|error| RecordError(Some(Arc::new(error))));
    for Waiting { done, .. } in taken {
        // Whoever has gone away needs no answer.
        let _ = done.send(outcome.clone());
    }
}

async fn write(database: &Database, taken: &[Waiting]) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    for Waiting { event, at, done: _ } in taken {
        store::record(&transaction, event, *at).await?;
    }
    transaction.commit().await
}
