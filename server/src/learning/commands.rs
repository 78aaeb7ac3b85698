//! What can be done with what was searched: write it down, forget it, decide about a wording.

use super::board::{first_of, kept_days};
use super::log::SearchLog;
use super::model::{Decider, Decision, Ruling, Wording};
use super::{rows, store};
use crate::audit::model::{Action, Code, SYNONYM, Subject};
use crate::audit::{self, By, Event};
use crate::db::{Database, locks, settings};
use crate::reference::model::row_id;
use crate::reference::{self, NewLabel, NoName, ReferenceBook};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DbErr;
use search::{Concept, Language};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A setting of the installation, as a kind of thing.
const SETTING: Code = Code::known("setting");
/// For how many days texts may be kept.
pub const DAYS: RangeInclusive<u32> = 1..=3_650;

/// Why the searches could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum WriteSearchesError {
    /// The database refused.
    #[error("the searches could not be written down")]
    Database(#[from] DbErr),
    /// The task that reads them was ended.
    #[error("the reading of the searches was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Writes down what was counted since the last time, in one transaction; what cannot be written stays counted.
/// Returns how many rows were added to.
pub async fn write_searches(
    database: &Database,
    book: &Arc<ReferenceBook>,
    log: &SearchLog,
) -> Result<usize, WriteSearchesError> {
    let taken = log.take();
    if taken.left_out > 0 {
        tracing::warn!(left_out = taken.left_out, "more searches than are counted at once");
    }
    if taken.entries.is_empty() {
        return Ok(0);
    }
    let book = book.clone();
    let (taken, rows) = tokio::task::spawn_blocking(move || {
        let rows = rows::rows(&book, &taken.entries);
        (taken, rows)
    })
    .await?;
    let written = write(database, &rows).await;
    if written.is_err() {
        log.put_back(taken);
    }
    written?;
    Ok(rows.len())
}

async fn write(database: &Database, rows: &rows::Rows) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let transaction = database.begin().await?;
    store::add(&transaction, rows).await?;
    transaction.commit().await
}

/// Turns searches that are older than texts are kept into sums; returns how many rows were forgotten.
pub async fn forget(database: &Database, today: NaiveDate) -> Result<u64, DbErr> {
    let from = first_of(today, kept_days(database).await?);
    let transaction = database.begin().await?;
    let forgotten = store::sum_up(&transaction, from).await?;
    transaction.commit().await?;
    Ok(forgotten)
}

/// Sets for how many days the texts of searches are kept, and forgets what is older.
pub async fn keep_for(
    database: &Database,
    by: &By,
    days: u32,
    (today, at): (NaiveDate, DateTime<Utc>),
) -> Result<u64, DbErr> {
    let transaction = database.begin().await?;
    settings::write(&transaction, settings::SEARCH_LOG_DAYS, &days.to_string()).await?;
    let setting = Subject::named(SETTING, settings::SEARCH_LOG_DAYS);
    let event = by.does(Action::Changed, setting).fields(&["value"]).because(&days.to_string());
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    forget(database, today).await
}

/// A wording as a name of a concept, to be decided about.
#[derive(Clone, Debug)]
pub struct Synonym {
    /// The wording.
    pub wording: Wording,
    /// Its language.
    pub language: Language,
    /// What it names.
    pub concept: Concept,
    /// What speaks for it.
    pub evidence: String,
}

/// Why a synonym was not approved.
#[derive(Debug, thiserror::Error)]
pub enum ApproveError {
    /// It is a name of this concept already.
    #[error("“{0}” is a name of this concept already")]
    Held(String),
    /// It is a name of another.
    #[error("“{wording}” is a name of {others} already; say --shared if it stands for both")]
    Taken {
        /// The wording.
        wording: String,
        /// The other concepts.
        others: String,
    },
    /// It has only words that carry grammar, which every other query has too.
    #[error("“{0}” says nothing by itself, and would be met in every query")]
    SaysNothing(String),
    /// The database refused.
    #[error("the synonym could not be stored")]
    Database(#[from] DbErr),
}

/// Makes a wording a label of a concept: search understands it once the reference data is read again, which running
/// servers do as soon as they see the change. A name of another concept is refused unless it is knowingly `shared`.
pub async fn approve(
    database: &Database,
    book: &ReferenceBook,
    synonym: &Synonym,
    shared: bool,
    (decider, by): (&Decider, &By),
    at: DateTime<Utc>,
) -> Result<(), ApproveError> {
    let Synonym { wording, language, concept, .. } = synonym;
    let transaction = database.begin().await?;
    match reference::against_label(&transaction, (*concept, wording.as_str()), shared).await? {
        None => {}
        Some(NoName::SaysNothing) => return Err(ApproveError::SaysNothing(wording.to_string())),
        Some(NoName::Held) => return Err(ApproveError::Held(wording.to_string())),
        Some(NoName::Taken(others)) => {
            let name = |other: &Concept| {
                let code = book.codes.code(*other);
                format!("{} ({code})", book.name(*other, Language::English))
            };
            let others = others.iter().map(name).collect::<Vec<_>>().join(", ");
            return Err(ApproveError::Taken { wording: wording.to_string(), others });
        }
    }
    let label = NewLabel {
        concept: *concept,
        language: *language,
        text: wording.as_str(),
        local: false,
        checked: decider.as_str(),
        shared,
    };
    reference::approve_label(&transaction, &label).await?;
    store::decide(&transaction, ruling(synonym, Decision::Approved, shared, decider, at)).await?;
    audit::record(&transaction, &decided(Action::Approved, synonym, (decider, by)), at).await?;
    Ok(transaction.commit().await?)
}

/// Notes that a wording is no name of a concept, so that it is not proposed again; takes an approval back.
/// Returns whether there was one.
pub async fn reject(
    database: &Database,
    synonym: &Synonym,
    (decider, by): (&Decider, &By),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let Synonym { wording, language, concept, .. } = synonym;
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "reference data").await?;
    let was = reference::take_label_back(&transaction, *concept, *language, wording.as_str()).await?;
    store::decide(&transaction, ruling(synonym, Decision::Rejected, false, decider, at)).await?;
    let action = if was { Action::Removed } else { Action::Rejected };
    audit::record(&transaction, &decided(action, synonym, (decider, by)), at).await?;
    transaction.commit().await?;
    Ok(was)
}

/// The decision as an event of the audit trail. The command line knows who decides by word alone.
fn decided(action: Action, synonym: &Synonym, (decider, by): (&Decider, &By)) -> Event {
    let Synonym { wording, language, concept, evidence } = synonym;
    let name = format!("{wording} ({}), concept {}", language.code(), row_id(*concept));
    by.does(action, Subject::named(SYNONYM, &name))
        .fields(&["label"])
        .because(&format!("decided by {}: {evidence}", decider.as_str()))
}

fn ruling(synonym: &Synonym, decision: Decision, shared: bool, by: &Decider, at: DateTime<Utc>) -> Ruling {
    Ruling {
        wording: synonym.wording.to_string(),
        language: synonym.language.code().to_owned(),
        concept_id: row_id(synonym.concept),
        decision,
        shared,
        evidence: synonym.evidence.clone(),
        decided_by: by.as_str().to_owned(),
        decided_at: at,
        version: seed_data::VERSION,
    }
}
