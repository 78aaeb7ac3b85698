//! Applying what the outbox names.

use super::{Indexes, project, rebuild};
use crate::clock::Clock;
use crate::db::Database;
use crate::figures::COMMITS;
use crate::ids::{PersonId, VacancyId};
use crate::outbox::{self, Position, Subject};
use crate::reference::ReferenceBook;
use crate::{people, vacancies};
use chrono::NaiveDate;
use sea_orm::DbErr;
use search::{Change, DocumentKey, IndexError};
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

/// Rows applied with one commit of the index.
const CHUNK: usize = 1_000;

/// So many transactions without a change of this subject pass before the position alone is committed.
const QUIET_STRETCH: u64 = 1_000;

/// Why an index could not follow.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The database refused.
    #[error("the index could not read the database")]
    Database(#[from] DbErr),
    /// The index refused.
    #[error("the index could not be written")]
    Index(#[from] IndexError),
    /// The index refused, and its disk is full or nearly so.
    #[error("the index could not be written: no space is left in {folder} ({kilobytes} kB)")]
    NoSpace {
        /// Where it lies.
        folder: String,
        /// What is left there.
        kilobytes: u64,
        /// What the engine said, which is not told by a full disk.
        source: IndexError,
    },
    /// The writing task was ended.
    #[error("the writing of the index was stopped")]
    Stopped(#[source] tokio::task::JoinError),
}

/// Brings both indexes to the present, anew where they may be damaged or other exchange rates count;
/// returns how many rows changed. A reader of somebody else's
/// index changes nothing.
pub async fn catch_up(
    database: &Database,
    book: &Arc<ReferenceBook>,
    indexes: &Indexes,
    clock: &Clock,
) -> Result<u64, FollowError> {
    if !indexes.writable() {
        return Ok(0);
    }
    bring_to_present(database, book, indexes, clock).await.map_err(|failed| match failed {
        FollowError::Index(source) => indexes.without_space(source),
        other => other,
    })
}

async fn bring_to_present(
    database: &Database,
    book: &Arc<ReferenceBook>,
    indexes: &Indexes,
    clock: &Clock,
) -> Result<u64, FollowError> {
    let mut changed = 0;
    let rates = book.rates.in_force(clock.today());
    if indexes.is_suspected() || indexes.rates().as_ref() != Some(&rates) {
        for subject in [Subject::Vacancy, Subject::Person] {
            changed += rebuild(database, book, indexes, subject, clock).await?;
        }
        indexes.note_rates(&rates);
        indexes.clear_suspicion();
        return Ok(changed);
    }
    for subject in [Subject::Vacancy, Subject::Person] {
        changed += follow(database, book, indexes, subject, clock).await?;
    }
    Ok(changed)
}

async fn follow(
    database: &Database,
    book: &Arc<ReferenceBook>,
    indexes: &Indexes,
    subject: Subject,
    clock: &Clock,
) -> Result<u64, FollowError> {
    let index = indexes.of(subject);
    let reached = Position(index.watermark());
    let horizon = outbox::horizon(database.reader()).await?;
    if reached == horizon {
        return Ok(0);
    }
    let forgotten = outbox::floor(database.reader()).await?;
    // A floor beyond the horizon was carried over from another cluster and says nothing here.
    let has_gap = reached < forgotten && forgotten <= horizon;
    if reached.0 == 0 || has_gap || reached > horizon {
        return rebuild(database, book, indexes, subject, clock).await;
    }
    let keys: Vec<Uuid> =
        outbox::read(database.reader(), subject, reached, horizon).await?.into_iter().collect();
    if keys.is_empty() && horizon.0 - reached.0 < QUIET_STRETCH {
        return Ok(0);
    }
    let chunks: Vec<&[Uuid]> = if keys.is_empty() { vec![&[]] } else { keys.chunks(CHUNK).collect() };
    let last = chunks.len();
    for (position, chunk) in chunks.into_iter().enumerate() {
        let changes = match subject {
            Subject::Vacancy => vacancy_changes(database, book, chunk, clock.today()).await?,
            Subject::Person => person_changes(database, book, chunk, clock.today()).await?,
        };
        let mark = if position + 1 == last { horizon } else { reached };
        let (index, book) = (index.clone(), book.clone());
        let apply = move || index.apply(&book.lexicon, changes, mark.0);
        tokio::task::spawn_blocking(apply).await.map_err(FollowError::Stopped)??;
        metrics::counter!(COMMITS, "index" => subject.name()).increment(1);
    }
    Ok(keys.len() as u64)
}

async fn vacancy_changes(
    database: &Database,
    book: &ReferenceBook,
    keys: &[Uuid],
    today: NaiveDate,
) -> Result<Vec<Change>, FollowError> {
    let ids: Vec<VacancyId> = keys.iter().copied().map(VacancyId::from).collect();
    let open = vacancies::store::searchable_by_ids(database.reader(), &ids, today).await?;
    let held: HashSet<VacancyId> = open.iter().map(|row| row.id).collect();
    let gone = ids.iter().filter(|id| !held.contains(id)).map(|id| Change::Delete(DocumentKey(id.as_u128())));
    let mut changes: Vec<Change> = gone.collect();
    changes.extend(open.iter().map(|row| Change::Put(Box::new(project::vacancy(book, row, today)))));
    Ok(changes)
}

async fn person_changes(
    database: &Database,
    book: &ReferenceBook,
    keys: &[Uuid],
    today: NaiveDate,
) -> Result<Vec<Change>, FollowError> {
    let ids: Vec<PersonId> = keys.iter().copied().map(PersonId::from).collect();
    let rows = people::store::searchable_by_ids(database.reader(), &ids).await?;
    let held: HashSet<PersonId> = rows.iter().map(|row| row.id).collect();
    let gone = ids.iter().filter(|id| !held.contains(id)).map(|id| Change::Delete(DocumentKey(id.as_u128())));
    let mut changes: Vec<Change> = gone.collect();
    changes.extend(rows.iter().map(|row| Change::Put(Box::new(project::person(book, row, today)))));
    Ok(changes)
}
