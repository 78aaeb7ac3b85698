//! What is due, and doing it: records that lapse, and rows that are forgotten.

use super::model::{Class, Deed, Line, Rule, Run, Schedule, ScheduleError, day_of};
use super::store;
use crate::accounts::model::Contact;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::erasure;
use crate::ids::PersonId;
use crate::mail::{self, Letter, Said};
use crate::outbox;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use views::Locale;

/// Records of one turn; the others wait for the next.
const AT_ONCE: u64 = 200;
/// How far back runs are listed.
const LISTED: TimeDelta = TimeDelta::days(90);

/// Why what is kept was neither counted nor forgotten.
#[derive(Debug, thiserror::Error)]
pub enum RetentionError {
    /// The schedule cannot be read.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// The database refused.
    #[error("what is kept could not be counted or forgotten")]
    Database(#[from] DbErr),
}

/// Every class with how much of it there is and is due.
pub async fn lines(
    connection: &impl ConnectionTrait,
    at: DateTime<Utc>,
) -> Result<Vec<Line>, RetentionError> {
    let mut lines = Vec::new();
    for rule in Schedule::shipped()?.rules() {
        let mut due = [0; 3];
        for (due, days) in due.iter_mut().zip([0, 30, 90]) {
            let then = at + TimeDelta::days(days);
            if rule.holds(then) && rule.deed != Deed::Keep {
                *due = store::count(connection, rule.class, Some(rule.term.before(then))).await?;
            }
        }
        let [due, in_30_days, in_90_days] = due;
        let held = store::count(connection, rule.class, None).await?;
        lines.push(Line { rule: rule.clone(), held, due, in_30_days, in_90_days });
    }
    Ok(lines)
}

/// What was done in the last three months, the newest first.
pub async fn runs(connection: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Vec<Run>, DbErr> {
    store::runs(connection, day_of(at - LISTED)).await
}

/// Says of records that nobody claimed that they go, and writes to those whose own phone is known; `link` is the address
/// at which a record is claimed. `erased` such records went in the same turn. Returns of how many it was said.
pub async fn turn(
    database: &Database,
    (base_url, link): (&str, &str),
    erased: u64,
    at: DateTime<Utc>,
) -> Result<u64, RetentionError> {
    let schedule = Schedule::shipped()?;
    let mut warned = 0;
    if let Some(rule) = schedule.rule(Class::UnclaimedRecord, at) {
        let soon = at + TimeDelta::days(rule.warn_days.into());
        for lapsed in store::lapsed(database.reader(), rule.term.before(soon), AT_ONCE).await? {
            warned += u64::from(lapse(database, (rule, lapsed), (base_url, link), at).await?);
        }
    }
    if warned + erased > 0 {
        let transaction = database.begin().await?;
        let run = Run { day: day_of(at), class: Class::UnclaimedRecord, warned, done: erased };
        store::note(&transaction, run).await?;
        transaction.commit().await?;
    }
    Ok(warned)
}

async fn lapse(
    database: &Database,
    (rule, (person, changed)): (&Rule, (PersonId, DateTime<Utc>)),
    (base_url, link): (&str, &str),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let due_at = rule.term.after(changed).max(at + TimeDelta::days(rule.warn_days.into()));
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "accounts").await?;
    if !erasure::commands::lapse(&transaction, person, (at, due_at)).await? {
        return Ok(false);
    }
    let own = store::own_phone(&transaction, person).await?;
    let own = own.and_then(|(phone, language)| Some((phone.parse::<Contact>().ok()?, language)));
    if let Some((contact, language)) = own {
        let letter = Letter {
            recipient: contact.recipient(),
            language: Locale::from_code(&language).unwrap_or_default(),
            said: Said::RecordLapses { until: day_in_vientiane(due_at), link: link.to_owned() },
            account: None,
            expires_at: Some(due_at),
        };
        mail::enqueue(&transaction, &letter, base_url, at).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

/// Forgets letters and followed changes whose term is over.
pub async fn forget(transaction: &DatabaseTransaction, at: DateTime<Utc>) -> Result<(), RetentionError> {
    for rule in Schedule::shipped()?.rules().iter().filter(|rule| rule.holds(at)) {
        let before = rule.term.before(at);
        let done = match (rule.class, rule.deed) {
            (Class::Letter, Deed::Delete) => mail::commands::forget(transaction, before).await?,
            (Class::FollowedChange, Deed::Delete) => outbox::prune(transaction, before).await?,
            // People are erased by their own chore, and what is kept is kept.
            (Class::UnclaimedRecord | Class::Trail, _) | (_, Deed::Erase | Deed::Keep) => 0,
        };
        if done > 0 {
            let run = Run { day: day_of(at), class: rule.class, warned: 0, done };
            store::note(transaction, run).await?;
        }
    }
    Ok(())
}
