//! One step of one application: held to the table and to the version it was drawn from, written down, and told.

use super::{APPLICATION, Desk};
use crate::access;
use crate::accounts::commands::write_to;
use crate::audit::model::{Action, Code, SEEKER, Subject};
use crate::audit::{self, By};
use crate::clock::{day_in_vientiane, days_after};
use crate::consent;
use crate::hiring::model::{Application, HIRING, Hand, Stage, Step, Tables, after};
use crate::hiring::store::{self, Fresh, Move};
use crate::http::paths;
use crate::ids::{AccountId, PersonId};
use crate::mail::{ApplicationTold, Said};
use crate::organisations;
use crate::people::commands::claim;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use views::hiring::StageWord;

/// Why a step was not taken.
#[derive(Debug, thiserror::Error)]
pub enum StepError {
    /// There is no such application, or it is another's.
    #[error("there is no such application")]
    Unknown,
    /// Another step came between.
    #[error("another step was taken since the page was drawn")]
    Stale,
    /// The step does not lead on from here.
    #[error("the step does not lead on from here")]
    NotNow,
    /// It ends the application, and there is no reason, or none that whoever does it can give.
    #[error("the reason is missing")]
    Reason,
    /// Nobody may be turned away for that.
    #[error("nobody may be turned away for that")]
    Banned,
    /// The database refused.
    #[error("the step could not be noted")]
    Database(#[from] DbErr),
}

/// A step that somebody wants to take.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// What.
    pub(super) step: Step,
    /// By whom.
    pub(super) hand: Hand,
    /// Whose account; none where the platform does it.
    pub(super) account: Option<AccountId>,
    /// Code of the reason.
    pub(super) reason: Option<&'a str>,
    /// Code of the words that go with it.
    pub(super) template: Option<&'a str>,
}

impl Wanted<'_> {
    fn by(&self, desk: Desk<'_>) -> By {
        let role = if self.hand == Hand::Person { SEEKER } else { Code::known("employer_user") };
        match self.account {
            Some(account) => By::account(account.as_uuid(), role, desk.origin.clone()),
            None => By::platform(),
        }
    }

    fn moves(&self, stage: Stage, desk: Desk<'_>) -> Move<'_> {
        let member = self.account.filter(|_| self.hand == Hand::Employer);
        let (reason, template) = (self.reason.filter(|_| stage.is_over()), self.template);
        let next = next(stage, day_in_vientiane(desk.at));
        Move { step: self.step, hand: self.hand, member, stage, next, reason, template, at: desk.at }
    }
}

/// Who acts at a stage that begins on a day, and by when.
pub(super) fn next(stage: Stage, today: NaiveDate) -> Option<(Hand, NaiveDate)> {
    let term = Tables::shipped().term(stage)?;
    Some((term.actor, days_after(today, u64::from(term.days))))
}

/// Whether a reason can be given for an end by somebody.
fn checked(stage: Stage, wanted: &Wanted<'_>) -> Result<(), StepError> {
    if !stage.is_over() {
        return Ok(());
    }
    let (tables, code) = (Tables::shipped(), wanted.reason.unwrap_or_default());
    if tables.is_banned(code) {
        return Err(StepError::Banned);
    }
    let mut held = tables.reasons(stage, wanted.hand);
    held.any(|reason| reason.code == code).then_some(()).ok_or(StepError::Reason)
}

/// Makes an application, or an invitation to one, by its first step.
pub(super) async fn begin(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    fresh: &Fresh,
    wanted: &Wanted<'_>,
) -> Result<(), StepError> {
    let stage = after(None, wanted.step, wanted.hand).ok_or(StepError::NotNow)?;
    let first = wanted.moves(stage, desk);
    let (next, due) = first.next.unzip();
    let made = Fresh { stage, next, due, ..fresh.clone() };
    store::insert(transaction, &made, &first).await?;
    record(transaction, desk, (&made, Action::Created), wanted).await?;
    Ok(tell(transaction, desk, &made, (wanted.hand, stage)).await?)
}

/// Takes a step with an application as it was read. Returns where it led.
pub(super) async fn take(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    held: &Application,
    wanted: &Wanted<'_>,
) -> Result<Stage, StepError> {
    let stage = after(Some(held.stage), wanted.step, wanted.hand).ok_or(StepError::NotNow)?;
    checked(stage, wanted)?;
    if !store::moved(transaction, held, &wanted.moves(stage, desk)).await? {
        return Err(StepError::Stale);
    }
    record(transaction, desk, (held, Action::Changed), wanted).await?;
    if stage.is_over() {
        close_view(transaction, desk, held, wanted).await?;
    }
    tell(transaction, desk, held, (wanted.hand, stage)).await?;
    Ok(stage)
}

/// What the employer was let see ends with the last application to it.
async fn close_view(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    held: &Application,
    wanted: &Wanted<'_>,
) -> Result<(), DbErr> {
    let between = (held.person, held.organisation);
    if store::open_elsewhere(transaction, between, held.id).await? {
        return Ok(());
    }
    consent::commands::end_for_application(transaction, between, &wanted.by(desk), desk.at).await
}

async fn record(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    (held, action): (&Application, Action),
    wanted: &Wanted<'_>,
) -> Result<(), DbErr> {
    let subject = Subject::of(APPLICATION, held.id.as_uuid());
    let event = wanted.by(desk).does(action, subject).about(held.person).fields(&["stage"]);
    audit::record(transaction, &event, desk.at).await
}

/// The account of whoever keeps a record.
pub(super) async fn account_of(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<AccountId>, DbErr> {
    let record = claim::records(connection, &[person]).await?.pop();
    Ok(record.and_then(|record| record.account_id))
}

/// Writes to the other side, and to both where the platform did it.
async fn tell(
    transaction: &DatabaseTransaction,
    desk: Desk<'_>,
    held: &Application,
    (hand, stage): (Hand, Stage),
) -> Result<(), DbErr> {
    let Some(word) = StageWord::of(&stage.code()) else { return Ok(()) };
    let name = organisations::commands::brief(transaction, held.organisation).await?;
    let organisation = name.map(|brief| brief.name).unwrap_or_default();
    let said = |told, path: String| Said::Application {
        told,
        title: held.terms.title.clone(),
        organisation: organisation.clone(),
        link: format!("{}{path}", desk.base_url),
    };
    let when = (desk.base_url, desk.at);
    if hand != Hand::Person
        && let Some(account) = account_of(transaction, held.person).await?
    {
        let letter = said(ApplicationTold::ToPerson(word), paths::own_application(held.id));
        write_to(transaction, account, letter, when).await?;
    }
    if hand != Hand::Employer {
        let members = (held.organisation, HIRING);
        let path = paths::application(held.organisation, held.vacancy, held.id);
        for account in access::commands::holders(transaction, members, desk.at).await? {
            write_to(transaction, account, said(ApplicationTold::ToEmployer(word), path.clone()), when)
                .await?;
        }
    }
    Ok(())
}
