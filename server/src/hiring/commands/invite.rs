//! An employer asks somebody to apply whom it may find.

use super::Desk;
use super::apply::fresh;
use super::step::{StepError, Wanted, account_of, begin};
use crate::clock::{day_begins, day_in_vientiane};
use crate::db::locks;
use crate::hiring::model::{HIRING, Hand, Hirer, Stage, Step};
use crate::hiring::store;
use crate::ids::{ApplicationId, PersonId, VacancyId};
use crate::limits::Limits;
use crate::seen;
use crate::seen::model::Onlooker;
use crate::vacancies::commands::seats::advert;
use sea_orm::DbErr;

/// Why nobody was asked.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// There is no such vacancy of the organisation, or nobody of this key whom it may find.
    #[error("there is no such vacancy or person")]
    Unknown,
    /// The vacancy is closed.
    #[error("the vacancy is closed")]
    Closed,
    /// The person was asked or applied before.
    #[error("the person was asked before")]
    Before,
    /// Nobody can answer for the person.
    #[error("nobody can answer for the person")]
    NobodyAnswers,
    /// As many were asked today as may be.
    #[error("no more are asked today")]
    TooMany,
    /// The step is refused.
    #[error(transparent)]
    Step(#[from] StepError),
    /// The database refused.
    #[error("the person could not be asked")]
    Database(#[from] DbErr),
}

/// Asks a person to apply for a vacancy of the own organisation; whoever answered once is not asked again.
pub async fn invite(
    desk: Desk<'_>,
    hirer: Hirer,
    (vacancy, person): (VacancyId, PersonId),
) -> Result<ApplicationId, InviteError> {
    let today = day_in_vientiane(desk.at);
    let transaction = desk.database.begin().await?;
    // One lock for the day's number, and one for clicks at once upon the same person, whoever clicks.
    locks::wait_for(&transaction, &format!("invitations of {}", hirer.organisation())).await?;
    locks::wait_for(&transaction, &format!("applications of {person}")).await?;
    let advert = advert(&transaction, vacancy, today).await?.ok_or(InviteError::Unknown)?;
    if advert.organisation != hirer.organisation() {
        return Err(InviteError::Unknown);
    }
    if !advert.open {
        return Err(InviteError::Closed);
    }
    let role = HIRING.first().copied().ok_or(InviteError::Unknown)?;
    let onlooker = Onlooker::program_of(hirer.organisation(), role).ok_or(InviteError::Unknown)?;
    let found = seen::commands::found(&transaction, &onlooker, &[person], today).await?;
    if found.is_empty() {
        return Err(InviteError::Unknown);
    }
    if account_of(&transaction, person).await?.is_none() {
        return Err(InviteError::NobodyAnswers);
    }
    if store::any_for(&transaction, (vacancy, person)).await? {
        return Err(InviteError::Before);
    }
    let asked = store::invited_since(&transaction, hirer.organisation(), day_begins(today)).await?;
    if asked >= u64::from(Limits::shipped().invited_a_day) {
        return Err(InviteError::TooMany);
    }
    let fresh = fresh(&advert, person, (Stage::Invited, desk.at));
    let account = Some(hirer.account());
    let wanted = Wanted { step: Step::Invite, hand: Hand::Employer, account, reason: None, template: None };
    begin(&transaction, desk, &fresh, &wanted).await?;
    transaction.commit().await?;
    Ok(fresh.id)
}
