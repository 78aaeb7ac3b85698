//! Whoever applied takes it back; those who hire answer, one or many at once.

use super::step::{StepError, Wanted, take};
use super::{Applicant, Desk};
use crate::hiring::model::{Hand, Hirer, Step, Tables};
use crate::hiring::store;
use crate::ids::ApplicationId;
use sea_orm::DatabaseTransaction;

/// What those who hire answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// They look at it more closely.
    Shortlist,
    /// They say no, for a reason by its code.
    Reject(String),
}

impl Deed {
    fn step(&self) -> Step {
        match self {
            Self::Shortlist => Step::Shortlist,
            Self::Reject(_) => Step::Reject,
        }
    }
}

/// What came of many answers at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// How many were answered.
    pub done: u64,
    /// How many were not, because something came between or the answer does not lead on.
    pub left: u64,
}

/// Takes the own application back, at whatever stage before the work begins.
pub async fn withdraw(
    desk: Desk<'_>,
    applicant: Applicant<'_>,
    (id, version): (ApplicationId, i32),
    reason: &str,
) -> Result<(), StepError> {
    let transaction = desk.database.begin().await?;
    let held = store::own(&transaction, (applicant.person, id)).await?.ok_or(StepError::Unknown)?;
    if held.version != version {
        return Err(StepError::Stale);
    }
    let (account, reason) = (Some(applicant.account), Some(reason));
    let wanted = Wanted { step: Step::Withdraw, hand: Hand::Person, account, reason, template: None };
    take(&transaction, desk, &held, &wanted).await?;
    Ok(transaction.commit().await?)
}

/// Answers an application to the own organisation.
pub async fn answer(
    desk: Desk<'_>,
    hirer: Hirer,
    which: (ApplicationId, i32),
    deed: &Deed,
) -> Result<(), StepError> {
    let transaction = desk.database.begin().await?;
    answered(&transaction, desk, hirer, which, deed).await?;
    Ok(transaction.commit().await?)
}

/// Answers many in the same way, all or nothing but those about which something came between. A reason that cannot be
/// given refuses all of them.
pub async fn answer_many(
    desk: Desk<'_>,
    hirer: Hirer,
    which: &[(ApplicationId, i32)],
    deed: &Deed,
) -> Result<Answered, StepError> {
    let transaction = desk.database.begin().await?;
    let mut came = Answered::default();
    for one in which {
        match answered(&transaction, desk, hirer, *one, deed).await {
            Ok(()) => came.done += 1,
            Err(StepError::Stale | StepError::NotNow) => came.left += 1,
            Err(refused) => return Err(refused),
        }
    }
    transaction.commit().await?;
    Ok(came)
}

async fn answered(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    hirer: Hirer,
    (id, version): (ApplicationId, i32),
    deed: &Deed,
) -> Result<(), StepError> {
    let held = store::to(transaction, (hirer.organisation(), id)).await?.ok_or(StepError::Unknown)?;
    if held.version != version {
        return Err(StepError::Stale);
    }
    let reason = match deed {
        Deed::Reject(reason) => Some(reason.as_str()),
        Deed::Shortlist => None,
    };
    let step = deed.step();
    let template = Tables::shipped().template_of(step).map(|template| template.code.as_str());
    let wanted = Wanted { step, hand: Hand::Employer, account: Some(hirer.account()), reason, template };
    take(transaction, desk, &held, &wanted).await?;
    Ok(())
}
