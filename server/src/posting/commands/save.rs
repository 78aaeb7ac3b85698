//! A vacancy is written, or changed by whoever saw its last state.

use super::{Desk, Poster, check, submit};
use crate::ids::VacancyId;
use crate::limits::Limits;
use crate::posting::model::{Posting, Route};
use crate::posting::store;
use crate::vacancies::commands::{PostError, StepError, post};
use crate::vacancies::model::{StepRefused, VacancyStatus};
use chrono::Duration;
use sea_orm::DbErr;

/// Why nothing was stored.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SaveError {
    /// It is another organisation's, or nobody's.
    #[error("there is no such vacancy")]
    Missing,
    /// Somebody changed it after the form was opened.
    #[error("the vacancy was changed meanwhile")]
    Stale,
    /// As many were posted today as may.
    #[error("as many vacancies were posted today as may")]
    TooMany,
    /// Not in its present status.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// People see it, and the rules refuse what it would say now: their codes.
    #[error("the rules {0:?} refuse it")]
    Rules(Vec<String>),
    /// The database refused.
    #[error("the vacancy could not be stored")]
    Database(#[from] DbErr),
}

impl From<PostError> for SaveError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::Refused(refused) => Self::Refused(refused),
            PostError::Database(error) => Self::Database(error),
        }
    }
}

impl From<StepError> for SaveError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Missing => Self::Missing,
            StepError::Refused(refused) => Self::Refused(refused),
            StepError::Database(error) => Self::Database(error),
        }
    }
}

/// Stores a vacancy: a new one as a draft, else the state after `revision`. What people see already is checked as if it
/// were handed in again: it stays public, or is hidden until somebody has looked.
pub(crate) async fn save(
    desk: &Desk<'_>,
    poster: &Poster,
    held: Option<(VacancyId, i32)>,
    posting: &Posting,
) -> Result<VacancyId, SaveError> {
    let transaction = desk.database.begin().await?;
    let revision = match held {
        None => {
            let day = desk.at - Duration::days(1);
            let today = store::posted_since(&transaction, poster.organisation, day).await?;
            if today >= u64::from(Limits::shipped().posted_a_day) {
                return Err(SaveError::TooMany);
            }
            1
        }
        Some((id, seen)) => {
            crate::db::locks::wait_for(&transaction, &format!("vacancy {id}")).await?;
            let (_, revision) = store::terms_of(&transaction, id).await?.ok_or(SaveError::Missing)?;
            if revision != seen {
                return Err(SaveError::Stale);
            }
            revision + 1
        }
    };
    let who = (poster.organisation, poster.account, &poster.by);
    let id = held.map(|(id, _)| id);
    let (id, status) = post(&transaction, who, (id, &posting.draft), desk.at).await?;
    store::save_terms(&transaction, (id, revision), &posting.terms).await?;
    if VacancyStatus::LIVE.contains(&status) {
        let found = check::found(desk, &transaction, (poster, id), posting).await?;
        if let Route::Refused(rules) = &found.route {
            return Err(SaveError::Rules(rules.clone()));
        }
        submit::amended(desk, &transaction, (poster, (id, revision)), &found).await?;
    }
    transaction.commit().await?;
    Ok(id)
}
