//! A step is taken with a vacancy by the table of its statuses, and written down; an organisation's own vacancy is stored.

use super::super::draft::VacancyDraft;
use super::super::model::{StepRefused, Taken, VacancyHand, VacancyStatus, VacancyStep, after};
use super::super::store::{self, Belongs, Saved};
use crate::audit::model::{Action, Subject, VACANCY};
use crate::audit::{self, By};
use crate::ids::{AccountId, OrganisationId, VacancyId};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use std::collections::HashMap;

/// What somebody does about a vacancy.
#[derive(Clone, Debug)]
pub(crate) struct Decision<'a> {
    /// What.
    pub(crate) step: VacancyStep,
    /// By whose hand.
    pub(crate) hand: VacancyHand,
    /// Whose account; none where the platform does it.
    pub(crate) account: Option<AccountId>,
    /// Why, as a code; empty where there is no list.
    pub(crate) reason_code: &'a str,
    /// Why, in words.
    pub(crate) reason: &'a str,
    /// What the advert says, to be kept as it is.
    pub(crate) kept: Option<String>,
}

impl Decision<'_> {
    /// A step of the platform's own, for a reason that is a code.
    pub(crate) fn of_platform(step: VacancyStep, reason: &str) -> Decision<'_> {
        Decision { step, hand: VacancyHand::Platform, account: None, reason_code: reason, reason, kept: None }
    }
}

/// Why a step was not taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StepError {
    /// There is no such vacancy.
    #[error("there is no such vacancy")]
    Missing,
    /// The table does not allow it.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// The database refused.
    #[error("the step could not be stored")]
    Database(#[from] DbErr),
}

/// Why a vacancy was not stored.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PostError {
    /// Not in its present status.
    #[error(transparent)]
    Refused(#[from] StepRefused),
    /// The database refused.
    #[error("the vacancy could not be stored")]
    Database(#[from] DbErr),
}

/// Takes a step within a transaction of the caller's, who ends it: the vacancy is held until then, so that of two at once
/// the second finds what the first has done. The step, the log, the event and what followers hear are one.
pub(crate) async fn step(
    transaction: &DatabaseTransaction,
    (id, by): (VacancyId, &By),
    decision: Decision<'_>,
    at: DateTime<Utc>,
) -> Result<VacancyStatus, StepError> {
    let row = store::locked(transaction, id).await?.ok_or(StepError::Missing)?;
    let Decision { step, hand, account, reason_code, reason, kept } = decision;
    let before = Some(row.status);
    let to = after(before, step, hand, reason)?;
    let (reason_code, reason) = (reason_code.to_owned(), reason.trim().to_owned());
    let why = format!("{}: {reason}", step.code());
    let taken = Taken { step, before, after: to, hand, account, reason_code, reason, kept };
    store::take(transaction, &[id], &taken, at).await?;
    let event = by.does(Action::Changed, Subject::of(VACANCY, id.as_uuid())).fields(&["status"]);
    audit::record(transaction, &event.because(why.trim_end_matches([':', ' '])), at).await?;
    Ok(to)
}

/// Takes a step of the platform's own with every vacancy that an account posted and that stands where the step is allowed;
/// returns which.
pub(crate) async fn step_all(
    transaction: &DatabaseTransaction,
    (account, by): (AccountId, &By),
    (step_taken, reason): (VacancyStep, &str),
    at: DateTime<Utc>,
) -> Result<Vec<VacancyId>, StepError> {
    let rows = store::posted_locked(transaction, account, &VacancyStatus::LIVE).await?;
    let mut taken = Vec::new();
    for (id, _) in rows {
        step(transaction, (id, by), Decision::of_platform(step_taken, reason), at).await?;
        taken.push(id);
    }
    Ok(taken)
}

/// Source of what organisations post themselves.
const OWN: &str = "viak";

/// Stores a vacancy that an organisation posts itself: new as a draft, else as it stands. A change of what people see is
/// a step of its own in the log.
pub(crate) async fn post(
    transaction: &DatabaseTransaction,
    (organisation, account, by): (OrganisationId, AccountId, &By),
    (held, draft): (Option<VacancyId>, &VacancyDraft),
    at: DateTime<Utc>,
) -> Result<(VacancyId, VacancyStatus), PostError> {
    let (id, before) = match held {
        None => (VacancyId::new(at), None),
        Some(id) => {
            let row = store::locked(transaction, id).await?;
            let row = row.ok_or_else(|| DbErr::RecordNotFound(format!("the vacancy {id}")))?;
            (id, Some(row.status))
        }
    };
    let step = match before {
        None => VacancyStep::Draft,
        Some(VacancyStatus::Draft | VacancyStatus::Returned) => VacancyStep::Change,
        Some(_) => VacancyStep::Amend,
    };
    let to = after(before, step, VacancyHand::Poster, "")?;
    let draft = VacancyDraft { source_key: id.to_string(), ..draft.clone() };
    let employers = HashMap::from([(draft.employer.clone(), organisation)]);
    let belongs = Belongs { source: OWN, import: None, employers: &employers, posted_by: Some(account), at };
    store::save(transaction, &[Saved { id, draft: &draft, status: to }], &belongs).await?;
    let taken = Taken { account: Some(account), ..Taken::plain((step, VacancyHand::Poster), (before, to)) };
    store::log(transaction, [(id, taken)], at).await?;
    let action = if before.is_none() { Action::Created } else { Action::Changed };
    audit::record(transaction, &by.does(action, Subject::of(VACANCY, id.as_uuid())), at).await?;
    Ok((id, to))
}
