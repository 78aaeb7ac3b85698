//! Which alerts does a vacancy meet that came or changed? A follower of the outbox, in one process at a time.
//!
//! The alerts that are watched are held in memory, read against the index of the day, so that they mean what the results
//! page says: anew each day, and where labels or reference data changed. In between those that changed are read again,
//! with some minutes that overlap, for clocks differ and a transaction is seen after the moment that stands in its rows.
//! That a vacancy is told of once is up to the key of its row.

use crate::alerts::model::State;
use crate::alerts::store;
use crate::clock::{day_in_vientiane, day_number};
use crate::db::{Database, settings};
use crate::ids::{AlertId, VacancyId};
use crate::indexing::project;
use crate::outbox::{self, Position, Subject};
use crate::reference::ReferenceBook;
use crate::vacancies::query::JobsQuery;
use crate::vacancies::store::{Searchable, searchable_by_ids};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::DbErr;
use search::{Index, IndexError, Request, SearchKey, StoredSearches};
use std::sync::Arc;
use tokio::sync::Mutex;

/// Alerts that are read together.
const PAGE: u64 = 5_000;
/// Vacancies that are looked at in one transaction.
const AT_ONCE: usize = 100;
/// How long what changed is read again.
const OVERLAP: TimeDelta = TimeDelta::minutes(5);

/// Why vacancies were not looked at. They are at the next turn.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// The database refused.
    #[error("alerts could not be looked at")]
    Database(#[from] DbErr),
    /// The index refused.
    #[error("alerts could not be read against the index")]
    Index(#[from] IndexError),
    /// The reading task was ended.
    #[error("the reading of alerts was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// The alerts that this process holds, if it is the one that looks.
#[derive(Debug, Default)]
pub struct Waiting(Mutex<Option<Held>>);

#[derive(Debug)]
struct Held {
    stored: StoredSearches,
    /// The day on which they were read, and with which labels.
    read: (NaiveDate, u64),
    /// Up to when changes were read.
    seen: DateTime<Utc>,
}

/// With what alerts are read.
#[derive(Clone)]
struct Reading {
    book: Arc<ReferenceBook>,
    index: Arc<Index>,
    today: NaiveDate,
}

impl Reading {
    /// The search of an alert; values that mean nothing any more are left out.
    fn request(&self, query: &str) -> Request {
        let asked = JobsQuery::parse(query, &self.book).map(|(asked, _)| asked).unwrap_or_default();
        Request { facets: false, ..asked.request(&self.book, self.today) }
    }
}

/// One turn: looks at the vacancies that came or changed since the last one, and notes which alerts they meet. Returns how
/// many were looked at. Before the first turn of a database nothing came.
pub async fn find(
    database: &Database,
    (book, index): (&Arc<ReferenceBook>, &Arc<Index>),
    waiting: &Waiting,
    at: DateTime<Utc>,
) -> Result<usize, FindError> {
    let reading = Reading { book: book.clone(), index: index.clone(), today: day_in_vientiane(at) };
    let mut held = waiting.0.lock().await;
    let mut fresh = refreshed(database, &reading, held.take(), at).await?;
    let reader = database.reader();
    let here = outbox::horizon(reader).await?;
    let position = settings::read(reader, settings::ALERTS_POSITION).await?;
    let floor = outbox::floor(reader).await?;
    let from = position.and_then(|text| text.parse().ok()).map(Position);
    let Some(from) = from.filter(|from| *from >= floor && *from <= here) else {
        note(database, here).await?;
        *held = Some(fresh);
        return Ok(0);
    };
    let changed: Vec<VacancyId> =
        outbox::read(reader, Subject::Vacancy, from, here).await?.into_iter().map(VacancyId::from).collect();
    for some in changed.chunks(AT_ONCE) {
        let rows = searchable_by_ids(reader, some, reading.today).await?;
        let (back, met) = met(&reading, fresh.stored, rows).await?;
        fresh.stored = back;
        write(database, met, at).await?;
    }
    if from != here {
        note(database, here).await?;
    }
    *held = Some(fresh);
    Ok(changed.len())
}

/// What is held, brought to the present; all of it anew on another day, or with other labels.
async fn refreshed(
    database: &Database,
    reading: &Reading,
    held: Option<Held>,
    at: DateTime<Utc>,
) -> Result<Held, FindError> {
    let read = (reading.today, reading.book.lexicon.fingerprint());
    let Some(mut held) = held.filter(|held| held.read == read) else {
        return all(database, reading, read, at).await;
    };
    let changed = store::changed_since(database.reader(), held.seen - OVERLAP).await?;
    let (active, others): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|(_, _, state)| *state == State::Active);
    for (id, _, _) in others {
        held.stored.remove(SearchKey(id.as_u128()));
    }
    if !active.is_empty() {
        let active = active.into_iter().map(|(id, query, _)| (id, query)).collect();
        held.stored = put(reading, held.stored, active).await?;
    }
    Ok(Held { seen: at, ..held })
}

async fn all(
    database: &Database,
    reading: &Reading,
    read: (NaiveDate, u64),
    at: DateTime<Utc>,
) -> Result<Held, FindError> {
    let (mut stored, mut after) = (StoredSearches::default(), None);
    loop {
        let page = store::active_after(database.reader(), after, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(*last);
        stored = put(reading, stored, page).await?;
    }
    Ok(Held { stored, read, seen: at })
}

/// Stores alerts off the async threads.
async fn put(
    reading: &Reading,
    mut stored: StoredSearches,
    alerts: Vec<(AlertId, String)>,
) -> Result<StoredSearches, FindError> {
    let reading = reading.clone();
    let work = move || {
        let requests: Vec<(SearchKey, Request)> =
            alerts.iter().map(|(id, query)| (SearchKey(id.as_u128()), reading.request(query))).collect();
        let all = requests.iter().map(|(key, request)| (*key, request));
        stored.put_all(&reading.index, &reading.book.lexicon, all).map(|()| stored)
    };
    Ok(tokio::task::spawn_blocking(work).await??)
}

/// A vacancy with the alerts that it meets.
type Met = (VacancyId, Vec<AlertId>);

async fn met(
    reading: &Reading,
    stored: StoredSearches,
    rows: Vec<Searchable>,
) -> Result<(StoredSearches, Vec<Met>), FindError> {
    let reading = reading.clone();
    let work = move || {
        let mut all = Vec::new();
        for row in &rows {
            let document = project::vacancy(&reading.book, row, reading.today);
            let keys = stored.met_by(&reading.book.lexicon, &document, day_number(reading.today))?;
            let alerts: Vec<AlertId> = keys.into_iter().map(|key| AlertId::from_u128(key.0)).collect();
            all.push((row.id, alerts));
        }
        Ok::<_, IndexError>((stored, all))
    };
    Ok(tokio::task::spawn_blocking(work).await??)
}

/// Notes what met, as far as it is still watched.
async fn write(database: &Database, met: Vec<Met>, at: DateTime<Utc>) -> Result<(), DbErr> {
    let met: Vec<Met> = met.into_iter().filter(|(_, alerts)| !alerts.is_empty()).collect();
    if met.is_empty() {
        return Ok(());
    }
    let transaction = database.begin().await?;
    for (vacancy, alerts) in met {
        for some in alerts.chunks(AT_ONCE * 5) {
            let active = store::still_active(&transaction, some).await?;
            store::insert_hits(&transaction, vacancy, &active, at).await?;
        }
    }
    transaction.commit().await
}

async fn note(database: &Database, here: Position) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    settings::write(&transaction, settings::ALERTS_POSITION, &here.0.to_string()).await?;
    transaction.commit().await
}
