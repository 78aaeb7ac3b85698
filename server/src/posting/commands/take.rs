//! A vacancy is paused, resumed, extended, closed, or another look is asked for.

use super::{Desk, Poster};
use crate::clock::days_after;
use crate::ids::VacancyId;
use crate::limits::Limits;
use crate::vacancies::commands::{Decision, StepError, move_last_day, step};
use crate::vacancies::model::{StepRefused, VacancyHand, VacancyStatus, VacancyStep};
use chrono::NaiveDate;
use sea_orm::DbErr;

/// Why a step was not taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TakeError {
    /// It is another organisation's, or nobody's.
    #[error("there is no such vacancy")]
    Missing,
    /// No last day was named, or one that has passed or is too far away.
    #[error("the last day is none that it can have")]
    Day,
    /// Not in its present status, or without a reason.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// The database refused.
    #[error("the step could not be stored")]
    Database(#[from] DbErr),
}

impl From<StepError> for TakeError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Missing => Self::Missing,
            StepError::Refused(refused) => Self::Refused(refused),
            StepError::Database(error) => Self::Database(error),
        }
    }
}

/// Takes a step of whoever posts; an extension names the new last day.
pub(crate) async fn take(
    desk: &Desk<'_>,
    poster: &Poster,
    (id, taken): (VacancyId, VacancyStep),
    (reason, last_day): (&str, Option<NaiveDate>),
) -> Result<VacancyStatus, TakeError> {
    let transaction = desk.database.begin().await?;
    if taken == VacancyStep::Extend {
        let latest = days_after(desk.today, u64::from(Limits::shipped().posted_open_days));
        let last = last_day.filter(|day| (desk.today..=latest).contains(day)).ok_or(TakeError::Day)?;
        move_last_day(&transaction, id, last).await?;
    }
    let decision = Decision {
        step: taken,
        hand: VacancyHand::Poster,
        account: Some(poster.account),
        reason_code: "",
        reason,
        kept: None,
    };
    let status = step(&transaction, (id, &poster.by), decision, desk.at).await?;
    transaction.commit().await?;
    Ok(status)
}
