//! Somebody applies: alone, or because an employer asked.

use super::Desk;
use super::step::{StepError, Wanted, begin, take};
use crate::access;
use crate::access::model::{Permission, Policy};
use crate::clock::{day_begins, day_in_vientiane};
use crate::consent::commands::{GiveError, Owning, give_for_application};
use crate::consent::model::DataClass;
use crate::db::locks;
use crate::hiring::model::{Application, HIRING, Hand, Stage, Step, Terms};
use crate::hiring::store::{self, Fresh};
use crate::ids::{AccountId, ApplicationId, OrganisationId, PersonId, VacancyId};
use crate::limits::Limits;
use crate::organisations;
use crate::vacancies::advert::Advert;
use crate::vacancies::commands::seats::advert;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Somebody who applies.
#[derive(Clone, Copy)]
pub struct Applicant<'a> {
    /// The account.
    pub account: AccountId,
    /// The record.
    pub person: PersonId,
    /// The language in which the words were read.
    pub language: &'a str,
}

/// Why nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// There is no such vacancy.
    #[error("there is no such vacancy")]
    Unknown,
    /// It is closed.
    #[error("the vacancy is closed")]
    Closed,
    /// Nobody of its employer answers here.
    #[error("the employer takes no applications here")]
    NotTaken,
    /// One is open already.
    #[error("an application is open already")]
    Already(ApplicationId),
    /// As many were sent today as may be.
    #[error("no more are sent today")]
    TooMany,
    /// What the employer sees could not be noted.
    #[error(transparent)]
    Consent(#[from] GiveError),
    /// The step is refused.
    #[error(transparent)]
    Step(#[from] StepError),
    /// The database refused.
    #[error("the application could not be stored")]
    Database(#[from] DbErr),
}

/// The terms of an advert.
pub(super) fn terms(advert: &Advert) -> Terms {
    Terms {
        title: advert.title.clone(),
        wage_min: advert.wage_min,
        wage_max: advert.wage_max,
        wage_currency: advert.wage_currency.clone(),
        wage_period: advert.wage_period,
        contract: advert.contract,
        province: advert.province,
        district: advert.district,
        starts_on: advert.starts_on,
    }
}

/// Whether members of an organisation answer to whoever applies.
pub async fn takes_applications(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let Some(brief) = organisations::commands::brief(connection, organisation).await? else {
        return Ok(false);
    };
    let held_at = (brief.kind, brief.verification.standing_on(day_in_vientiane(at)));
    if !Policy::shipped().stands(Permission::SeePeople, Some(held_at)) {
        return Ok(false);
    }
    Ok(!access::commands::holders(connection, (organisation, HIRING), at).await?.is_empty())
}

/// Whether somebody can apply here for a vacancy: it is open, and members of its organisation answer.
pub async fn applied_for_here(
    connection: &impl ConnectionTrait,
    vacancy: VacancyId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let Some(advert) = advert(connection, vacancy, day_in_vientiane(at)).await? else { return Ok(false) };
    if advert.open { takes_applications(connection, advert.organisation, at).await } else { Ok(false) }
}

/// An application of which nothing has been written yet.
pub(super) fn fresh(advert: &Advert, person: PersonId, (stage, at): (Stage, DateTime<Utc>)) -> Fresh {
    let terms = terms(advert);
    Application {
        id: ApplicationId::new(at),
        vacancy: advert.id,
        person,
        organisation: advert.organisation,
        stage,
        version: 1,
        terms_hash: terms.hash(),
        terms,
        offer: None,
        since: at,
        next: None,
        due: None,
        reason: None,
        made_at: at,
        closed_at: None,
    }
}

/// Sends an application and lets the employer see these classes until it ends. Whoever was asked to apply answers by it.
pub async fn apply(
    desk: Desk<'_>,
    applicant: Applicant<'_>,
    vacancy: VacancyId,
    shared: &[DataClass],
) -> Result<ApplicationId, ApplyError> {
    let (at, today) = (desk.at, day_in_vientiane(desk.at));
    let transaction = desk.database.begin().await?;
    // Of two clicks at once the second finds what the first made; and nobody sends more than a day allows.
    locks::wait_for(&transaction, &format!("applications of {}", applicant.person)).await?;
    let advert = advert(&transaction, vacancy, today).await?.ok_or(ApplyError::Unknown)?;
    let held = store::open_for(&transaction, (vacancy, applicant.person)).await?;
    if let Some(held) = held.as_ref().filter(|held| held.stage != Stage::Invited) {
        return Err(ApplyError::Already(held.id));
    }
    if !advert.open {
        return Err(ApplyError::Closed);
    }
    if !takes_applications(&transaction, advert.organisation, at).await? {
        return Err(ApplyError::NotTaken);
    }
    let sent = store::made_since(&transaction, applicant.person, day_begins(today)).await?;
    if sent >= u64::from(Limits::shipped().applications_a_day) {
        return Err(ApplyError::TooMany);
    }
    let account = Some(applicant.account);
    let wanted = Wanted { step: Step::Apply, hand: Hand::Person, account, reason: None, template: None };
    let id = if let Some(held) = held {
        take(&transaction, desk, &held, &wanted).await?;
        held.id
    } else {
        let fresh = fresh(&advert, applicant.person, (Stage::Applied, at));
        begin(&transaction, desk, &fresh, &wanted).await?;
        fresh.id
    };
    let owning = Owning {
        database: desk.database,
        account: applicant.account,
        person: applicant.person,
        origin: desk.origin,
        at,
    };
    let shown = (advert.organisation, shared);
    give_for_application(&transaction, owning, shown, applicant.language).await?;
    transaction.commit().await?;
    Ok(id)
}
