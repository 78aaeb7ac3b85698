//! An officer decides about a vacancy: publishes it, sends it back, takes it away, or finds that reports are not right.

use super::Reviewer;
use crate::access;
use crate::accounts::commands::write_to;
use crate::db::Database;
use crate::hiring;
use crate::http::paths;
use crate::ids::VacancyId;
use crate::mail::Said;
use crate::moderation::model::ReportOutcome;
use crate::moderation::store;
use crate::vacancies::commands::{Decision, StepError, draft_of, step};
use crate::vacancies::model::{StepRefused, VacancyHand, VacancyStep};
use crate::vacancies::store::WithEmployer;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// A step.
    Step(VacancyStep),
    /// The reports are not right.
    Dismiss,
}

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DecideError {
    /// There is none of this key, or it lies outside of the officer's area.
    #[error("there is no such vacancy")]
    Missing,
    /// The officer is a member of the organisation that offers it.
    #[error("a member of the organisation does not decide about its vacancies")]
    Own,
    /// Not from where it stands, or without a reason.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// Those who applied could not be warned.
    #[error("those who applied could not be warned")]
    Warning(#[from] hiring::commands::StepError),
    /// The database refused.
    #[error("the decision could not be stored")]
    Database(#[from] DbErr),
}

impl From<StepError> for DecideError {
    fn from(error: StepError) -> Self {
        match error {
            StepError::Missing => Self::Missing,
            StepError::Refused(refused) => Self::Refused(refused),
            StepError::Database(error) => Self::Database(error),
        }
    }
}

/// What an advert says, as evidence that later changes do not touch.
fn kept((row, employer): &WithEmployer) -> Result<String, DbErr> {
    let said = serde_json::json!({
        "title": row.title,
        "description": row.description,
        "employer": employer,
        "place": row.place_text,
        "wage": [row.wage_min, row.wage_max],
        "currency": row.wage_currency,
        "openings": row.openings,
        "posted_on": row.posted_on,
        "posted_by": row.posted_by.map(|account| account.to_string()),
    });
    serde_json::to_string(&said).map_err(|error| DbErr::Json(error.to_string()))
}

/// Decides; the step, what becomes of the reports and the letter to whoever posted it are one transaction.
pub(crate) async fn decide(
    (database, base_url): (&Database, &str),
    reviewer: &Reviewer,
    (id, decided): (VacancyId, Decided),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<(), DecideError> {
    let transaction = database.begin().await?;
    let (row, _) = draft_of(&transaction, id).await?.ok_or(DecideError::Missing)?;
    if !reviewer.reach.holds(row.0.province_id, row.0.district_id) {
        return Err(DecideError::Missing);
    }
    if access::commands::is_member(&transaction, reviewer.account, row.0.employer_id, at).await? {
        return Err(DecideError::Own);
    }
    let outcome = match decided {
        Decided::Dismiss => Some(ReportOutcome::Nothing),
        Decided::Step(VacancyStep::TakeDown) => Some(ReportOutcome::TakenDown),
        Decided::Step(VacancyStep::Hold) => Some(ReportOutcome::Held),
        Decided::Step(_) => None,
    };
    if let Decided::Step(taken) = decided {
        take(&transaction, (reviewer, &row), (id, taken), reason, at).await?;
        tell(&transaction, (&row, id), (base_url, at)).await?;
        if taken == VacancyStep::TakeDown {
            let desk = hiring::commands::Desk { database, base_url, origin: &reviewer.origin, at };
            hiring::commands::taken_down(&transaction, desk, (id, &row.0.title)).await?;
        }
    }
    if let Some(outcome) = outcome {
        store::close_reports(&transaction, id, (outcome, reviewer.account), at).await?;
    }
    transaction.commit().await?;
    Ok(())
}

async fn take(
    transaction: &DatabaseTransaction,
    (reviewer, row): (&Reviewer, &WithEmployer),
    (id, taken): (VacancyId, VacancyStep),
    reason: &str,
    at: DateTime<Utc>,
) -> Result<(), DecideError> {
    let kept = if taken == VacancyStep::TakeDown { Some(kept(row)?) } else { None };
    let decision = Decision {
        step: taken,
        hand: VacancyHand::Officer,
        account: Some(reviewer.account),
        reason_code: "",
        reason,
        kept,
    };
    step(transaction, (id, &reviewer.by), decision, at).await?;
    Ok(())
}

/// Writes to whoever posted it.
async fn tell(
    transaction: &DatabaseTransaction,
    (row, id): (&WithEmployer, VacancyId),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let Some(account) = row.0.posted_by else { return Ok(()) };
    let link = format!("{base_url}{}", paths::own_vacancy(row.0.employer_id, id));
    write_to(transaction, account, Said::AdvertDecided { title: row.0.title.clone(), link }, (base_url, at))
        .await
}
