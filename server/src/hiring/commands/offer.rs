//! An offer is made, accepted or declined; a place is kept for whoever accepts, as long as there is one.

use super::step::{StepError, Wanted, take};
use super::{Applicant, Desk};
use crate::clock::day_in_vientiane;
use crate::hiring::model::{Application, Hand, Hirer, Offer, Stage, Step, after};
use crate::hiring::store;
use crate::ids::ApplicationId;
use crate::vacancies::commands::seats::advert_alone;
use sea_orm::{DatabaseTransaction, DbErr};

/// Why an offer was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Others have all places.
    #[error("all places are taken")]
    Taken,
    /// The step is refused.
    #[error(transparent)]
    Step(#[from] StepError),
    /// The database refused.
    #[error("the answer could not be noted")]
    Database(#[from] DbErr),
}

/// The step of somebody, without reason or words.
fn plain(step: Step, hand: Hand, account: crate::ids::AccountId) -> Wanted<'static> {
    Wanted { step, hand, account: Some(account), reason: None, template: None }
}

/// Offers the work. On terms that are no worse than the advert's the person can accept at once; otherwise it is told that
/// they are others.
pub async fn offer(
    desk: Desk<'_>,
    hirer: Hirer,
    (id, version): (ApplicationId, i32),
    (wage, starts_on): (i64, chrono::NaiveDate),
) -> Result<Stage, StepError> {
    let transaction = desk.database.begin().await?;
    let held = store::to(&transaction, (hirer.organisation(), id)).await?.ok_or(StepError::Unknown)?;
    if held.version != version {
        return Err(StepError::Stale);
    }
    let offer = Offer::of(&held.terms, wage, starts_on);
    let step = if offer.keeps(&held.terms) { Step::Offer } else { Step::OfferOther };
    let stage = take(&transaction, desk, &held, &plain(step, Hand::Employer, hirer.account())).await?;
    store::set_offer(&transaction, id, &offer).await?;
    transaction.commit().await?;
    Ok(stage)
}

async fn own(
    transaction: &DatabaseTransaction,
    applicant: Applicant<'_>,
    (id, version): (ApplicationId, i32),
) -> Result<Application, StepError> {
    let held = store::own(transaction, (applicant.person, id)).await?.ok_or(StepError::Unknown)?;
    if held.version == version { Ok(held) } else { Err(StepError::Stale) }
}

/// Accepts an offer if there is a place left; with `alone` the own other applications are taken back, and never without.
pub async fn accept(
    desk: Desk<'_>,
    applicant: Applicant<'_>,
    which: (ApplicationId, i32),
    alone: bool,
) -> Result<(), AcceptError> {
    let transaction = desk.database.begin().await?;
    let seen = own(&transaction, applicant, which).await?;
    // Whoever comes later waits here, and counts what those before took.
    let advert = advert_alone(&transaction, seen.vacancy, day_in_vientiane(desk.at)).await?;
    let openings = advert.map_or(0, |advert| u64::from(advert.openings));
    let held = own(&transaction, applicant, which).await?;
    if after(Some(held.stage), Step::Accept, Hand::Person).is_none() {
        return Err(StepError::NotNow.into());
    }
    if store::kept(&transaction, held.vacancy, &Stage::KEEPING).await? >= openings {
        return Err(AcceptError::Taken);
    }
    take(&transaction, desk, &held, &plain(Step::Accept, Hand::Person, applicant.account)).await?;
    if alone {
        for other in store::open_others(&transaction, applicant.person, held.id).await? {
            let reason = Some("found_other_work");
            let wanted = Wanted { reason, ..plain(Step::Withdraw, Hand::Person, applicant.account) };
            take(&transaction, desk, &other, &wanted).await?;
        }
    }
    Ok(transaction.commit().await?)
}

/// Says no to an offer.
pub async fn decline(
    desk: Desk<'_>,
    applicant: Applicant<'_>,
    which: (ApplicationId, i32),
    reason: &str,
) -> Result<(), StepError> {
    let transaction = desk.database.begin().await?;
    let held = own(&transaction, applicant, which).await?;
    let wanted =
        Wanted { reason: Some(reason), ..plain(Step::DeclineOffer, Hand::Person, applicant.account) };
    take(&transaction, desk, &held, &wanted).await?;
    Ok(transaction.commit().await?)
}
