//! Either side says that the work began, and what is paid; with the last place the vacancy is filled.

use super::step::{StepError, Wanted, take};
use super::{APPLICATION, Applicant, Desk};
use crate::audit::model::{Action, Code, Subject};
use crate::audit::{self, By};
use crate::clock::day_in_vientiane;
use crate::hiring::model::{Application, Hand, Hirer, Stage, Step};
use crate::hiring::store;
use crate::ids::{AccountId, ApplicationId, VacancyId};
use crate::vacancies::commands::seats::{advert_alone, fill};
use sea_orm::{DatabaseTransaction, DbErr};

/// That less is paid than was offered, as the trail names it.
const PAID_LESS: Code = Code::known("paid_less_than_offered");

/// A member of the organisation says that the work began.
pub async fn started_by_employer(
    desk: Desk<'_>,
    hirer: Hirer,
    (id, version): (ApplicationId, i32),
    wage: Option<i64>,
) -> Result<(), StepError> {
    let transaction = desk.database.begin().await?;
    let held = store::to(&transaction, (hirer.organisation(), id)).await?.ok_or(StepError::Unknown)?;
    started(transaction, desk, (held, version), (Hand::Employer, hirer.account()), wage).await
}

/// Whoever was hired says so.
pub async fn started_by_person(
    desk: Desk<'_>,
    applicant: Applicant<'_>,
    (id, version): (ApplicationId, i32),
    wage: Option<i64>,
) -> Result<(), StepError> {
    let transaction = desk.database.begin().await?;
    let held = store::own(&transaction, (applicant.person, id)).await?.ok_or(StepError::Unknown)?;
    started(transaction, desk, (held, version), (Hand::Person, applicant.account), wage).await
}

async fn started(
    transaction: DatabaseTransaction,
    desk: Desk<'_>,
    (held, version): (Application, i32),
    (hand, account): (Hand, AccountId),
    wage: Option<i64>,
) -> Result<(), StepError> {
    let advert = advert_alone(&transaction, held.vacancy, day_in_vientiane(desk.at)).await?;
    if held.version != version {
        return Err(StepError::Stale);
    }
    // Each side says it once.
    if store::has_said(&transaction, held.id, (Step::ConfirmStart, hand)).await? {
        return Err(StepError::NotNow);
    }
    let wanted =
        Wanted { step: Step::ConfirmStart, hand, account: Some(account), reason: None, template: None };
    take(&transaction, desk, &held, &wanted).await?;
    let offered = held.offer.as_ref().map(|offer| offer.wage);
    if let Some((paid, offered)) = wage.zip(offered).filter(|(paid, offered)| paid < offered) {
        flag(&transaction, desk, &held, (paid, offered)).await?;
    }
    if store::has_said(&transaction, held.id, (Step::ConfirmStart, hand.other())).await? {
        store::nothing_due(&transaction, held.id).await?;
    } else {
        store::due_by(&transaction, held.id, hand.other()).await?;
    }
    let openings = advert.map_or(0, |advert| u64::from(advert.openings));
    let begun = Stage::KEEPING.iter().copied().filter(|stage| *stage != Stage::Accepted).collect::<Vec<_>>();
    let started = store::kept(&transaction, held.vacancy, &begun).await?;
    fill(&transaction, held.vacancy, (started, openings), desk.at).await?;
    if started >= openings {
        full(&transaction, desk, held.vacancy).await?;
    }
    Ok(transaction.commit().await?)
}

/// An event by which inspectors find that less is paid than was offered.
async fn flag(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    held: &Application,
    (paid, offered): (i64, i64),
) -> Result<(), DbErr> {
    let subject = Subject::of(APPLICATION, held.id.as_uuid());
    let said = format!("paid {paid}, offered {offered}");
    let event = By::platform().does(Action::Created, subject).about(held.person).purpose(PAID_LESS);
    audit::record(transaction, &event.fields(&["wage"]).because(&said), desk.at).await
}

/// All places are filled: whatever is still open for the vacancy closes.
async fn full(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    vacancy: VacancyId,
) -> Result<(), StepError> {
    let (step, hand) = (Step::CloseWithVacancy, Hand::Platform);
    let wanted = Wanted { step, hand, account: None, reason: Some("taken"), template: None };
    for open in store::open_of_vacancy(transaction, vacancy).await? {
        take(transaction, desk, &open, &wanted).await?;
    }
    Ok(())
}
