//! A search of vacancies answered: keys from the index, rows from the database, in the index's order.

use super::query::JobsQuery;
use super::store::Listed;
use crate::app::Platform;
use crate::ids::VacancyId;
use crate::outbox::Subject;
use crate::reference::ReferenceBook;
use chrono::NaiveDate;
use sea_orm::DbErr;
use search::{Hit, IndexError, Request, Results};
use std::collections::HashMap;
use std::sync::Arc;

/// Why a search could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index.
    #[error("the index could not answer")]
    Index(#[from] IndexError),
    /// The database.
    #[error("the rows could not be read")]
    Database(#[from] DbErr),
    /// The searching task was ended.
    #[error("the search was stopped")]
    Stopped(#[source] tokio::task::JoinError),
}

/// What the index said, and the rows that are still open, in the index's order.
pub struct Answer {
    /// Totals, facets, understanding, highlighter.
    pub results: Results,
    /// Hits with their rows; a stale hit has none and is left out.
    pub rows: Vec<(Hit, Arc<Listed>)>,
}

/// Asks the index off the async threads, in its turn.
pub async fn ask(
    platform: &Arc<Platform>,
    book: &Arc<ReferenceBook>,
    request: Request,
) -> Result<Results, SearchError> {
    let index = platform.indexes.of(Subject::Vacancy).clone();
    let book = book.clone();
    let results = platform.turns.take(move || index.search(&book.lexicon, &request)).await;
    // An engine that fails or panics has read a damaged file; the follower then makes the index again.
    if !matches!(results, Ok(Ok(_))) {
        platform.indexes.suspect();
    }
    Ok(results.map_err(SearchError::Stopped)??)
}

/// Answers a request: one question to the index, at most one to the database.
pub async fn answer(
    platform: &Arc<Platform>,
    book: &Arc<ReferenceBook>,
    request: Request,
    today: NaiveDate,
) -> Result<Answer, SearchError> {
    let mut results = ask(platform, book, request).await?;
    let hits = std::mem::take(&mut results.hits);
    let ids: Vec<VacancyId> = hits.iter().map(|hit| VacancyId::from_u128(hit.key.0)).collect();
    let rows = platform.recent_rows.listed(platform.database.reader(), &ids, today).await?;
    let mut rows: HashMap<u128, Arc<Listed>> = rows.into_iter().map(|row| (row.id.as_u128(), row)).collect();
    let rows = hits.into_iter().filter_map(|hit| rows.remove(&hit.key.0).map(|row| (hit, row))).collect();
    Ok(Answer { results, rows })
}

/// How many vacancies each of some searches would find.
pub async fn counts(
    platform: &Arc<Platform>,
    book: &Arc<ReferenceBook>,
    searches: &[JobsQuery],
    today: NaiveDate,
) -> Result<Vec<u64>, SearchError> {
    let index = platform.indexes.of(Subject::Vacancy).clone();
    let book = book.clone();
    let requests: Vec<Request> = searches.iter().map(|search| search.request(&book, today)).collect();
    let counting = platform.turns.take(move || index.totals(&book.lexicon, &requests));
    Ok(counting.await.map_err(SearchError::Stopped)??)
}
