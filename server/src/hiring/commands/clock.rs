//! A day passes: whoever is to act is reminded, and what nobody answers is closed.

use super::Desk;
use super::step::{StepError, Wanted, account_of, take};
use crate::access;
use crate::accounts::commands::write_to;
use crate::audit::model::Origin;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::hiring::model::{Application, HIRING, Hand, Step, Tables, Term};
use crate::hiring::store;
use crate::http::paths;
use crate::mail::{ApplicationTold, Said};
use crate::organisations;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Applications that are looked at in one transaction.
const AT_ONCE: u64 = 100;

/// What came of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Reminders that were written.
    pub reminded: usize,
    /// Applications that were closed.
    pub closed: usize,
}

/// Reminds whoever is to act, once at each stage, and closes what nobody answered in time, each for all processes once.
pub async fn turn(database: &Database, base_url: &str, at: DateTime<Utc>) -> Result<Turned, StepError> {
    let mut turned = Turned::default();
    for term in Tables::shipped().terms() {
        turned.closed += close(database, term, (base_url, at)).await?;
        turned.reminded += remind(database, term, (base_url, at)).await?;
    }
    Ok(turned)
}

fn before(at: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    at - TimeDelta::days(i64::from(days))
}

async fn close(
    database: &Database,
    term: &Term,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<usize, StepError> {
    let Some(days) = term.close else { return Ok(0) };
    let (origin, mut closed) = (Origin::default(), 0);
    loop {
        if store::stale(database.reader(), (term.stage, before(at, days)), false, 1).await?.is_empty() {
            return Ok(closed);
        }
        let transaction = database.begin().await?;
        locks::wait_for(&transaction, "applications that nobody answers").await?;
        let due = store::stale(&transaction, (term.stage, before(at, days)), false, AT_ONCE).await?;
        let desk = Desk { database, base_url, origin: &origin, at };
        for held in &due {
            let silent = match held.next.unwrap_or(term.actor) {
                Hand::Person => "person_silent",
                Hand::Employer | Hand::Platform => "employer_silent",
            };
            let (step, hand, reason) = (Step::Lapse, Hand::Platform, Some(silent));
            take(&transaction, desk, held, &Wanted { step, hand, account: None, reason, template: None })
                .await?;
        }
        transaction.commit().await?;
        closed += due.len();
    }
}

async fn remind(
    database: &Database,
    term: &Term,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<usize, StepError> {
    let Some(days) = term.remind else { return Ok(0) };
    let mut reminded = 0;
    loop {
        if store::stale(database.reader(), (term.stage, before(at, days)), true, 1).await?.is_empty() {
            return Ok(reminded);
        }
        let transaction = database.begin().await?;
        locks::wait_for(&transaction, "applications that nobody answers").await?;
        let due = store::stale(&transaction, (term.stage, before(at, days)), true, AT_ONCE).await?;
        for held in &due {
            write(&transaction, held, term, (base_url, at)).await?;
            store::note_reminded(&transaction, held.id, at).await?;
        }
        transaction.commit().await?;
        reminded += due.len();
    }
}

/// Writes to whoever is to act; the day is the one on which it closes, or on which an answer was due where it never does.
async fn write(
    transaction: &DatabaseTransaction,
    held: &Application,
    term: &Term,
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let closes = term.close.map(|days| day_in_vientiane(held.since + TimeDelta::days(i64::from(days))));
    let Some(until) = closes.or(held.due) else { return Ok(()) };
    let brief = organisations::commands::brief(transaction, held.organisation).await?;
    let said = |path: String| Said::Application {
        told: ApplicationTold::Remind(until),
        title: held.terms.title.clone(),
        organisation: brief.as_ref().map(|brief| brief.name.clone()).unwrap_or_default(),
        link: format!("{base_url}{path}"),
    };
    match held.next.unwrap_or(term.actor) {
        Hand::Person => {
            if let Some(account) = account_of(transaction, held.person).await? {
                write_to(transaction, account, said(paths::own_application(held.id)), (base_url, at)).await?;
            }
        }
        Hand::Employer | Hand::Platform => {
            let path = paths::application(held.organisation, held.vacancy, held.id);
            let members = (held.organisation, HIRING);
            for account in access::commands::holders(transaction, members, at).await? {
                write_to(transaction, account, said(path.clone()), (base_url, at)).await?;
            }
        }
    }
    Ok(())
}
