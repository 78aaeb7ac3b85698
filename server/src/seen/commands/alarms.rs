//! Alarms about somebody who has many covered values shown: raised once a day, read and closed by auditors.

use super::By;
use crate::access;
use crate::accounts::commands::{entries, write_to};
use crate::audit::model::{Action, Actor, Code, Origin, PLATFORM, Subject};
use crate::audit::{self, Event};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::http::paths;
use crate::ids::{AccountId, AlarmId};
use crate::mail::Said;
use crate::seen::model::{Alarm, AlarmKind, Closed, Listed};
use crate::seen::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// An alarm, as a kind of thing.
const ALARM: Code = Code::known("alarm");
/// The role of whoever reads the trail.
const AUDITOR: Code = Code::known("auditor");
/// Most letters of what was found.
const WORDS: usize = 1_000;

/// Why an alarm was not closed.
#[derive(Debug, thiserror::Error)]
pub enum CloseError {
    /// There is none, or it is closed.
    #[error("there is no such open alarm")]
    Unknown,
    /// It is about whoever would close it.
    #[error("nobody closes an alarm about themselves")]
    Own,
    /// No words, or more than 1,000 letters.
    #[error("what was found is missing or too long")]
    Words,
    /// The database refused.
    #[error("the alarm could not be closed")]
    Database(#[from] DbErr),
}

/// Raises an alarm, unless the same was raised today; writes to those who look after it.
pub(super) async fn raise(
    transaction: &DatabaseTransaction,
    by: &By,
    (kind, count): (AlarmKind, u32),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    let (id, day) = (AlarmId::new(at), day_in_vientiane(at));
    let alarm = Alarm { id, account: by.account, kind, day, count, raised_at: at, closed: None };
    if !store::insert_alarm(transaction, &alarm).await? {
        return Ok(());
    }
    let event = Event::new(Actor::System, PLATFORM, Action::Created, Subject::of(ALARM, id.as_uuid()));
    let reason = format!("account:{} had {count} covered values shown in a day", by.account);
    audit::record(transaction, &event.because(&reason), at).await?;
    for account in access::commands::watchers(transaction, by.account, at).await? {
        let link = format!("{base_url}{}", paths::ALARMS);
        let said = Said::Alarm { refused: kind == AlarmKind::Refused, count, day, link };
        write_to(transaction, account, said, (base_url, at)).await?;
    }
    Ok(())
}

/// A page of alarms, open ones first; and how many there are.
pub async fn alarms(
    connection: &impl ConnectionTrait,
    page: (u64, u64),
) -> Result<(Vec<Listed>, u64), DbErr> {
    let (alarms, total) = store::listed(connection, page).await?;
    let closers = alarms.iter().filter_map(|alarm| alarm.closed.as_ref().map(|closed| closed.by));
    let mut accounts: Vec<AccountId> = alarms.iter().map(|alarm| alarm.account).chain(closers).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let known = entries(connection, &accounts).await?;
    let entry = |id: AccountId| known.iter().find(|entry| entry.id == id).cloned();
    let listed = alarms.into_iter().map(|alarm| Listed {
        entry: entry(alarm.account),
        closer: alarm.closed.as_ref().and_then(|closed| entry(closed.by)),
        alarm,
    });
    Ok((listed.collect(), total))
}

/// Closes an alarm with what was found.
pub async fn close(
    database: &Database,
    (account, origin): (AccountId, Origin),
    id: AlarmId,
    words: &str,
    at: DateTime<Utc>,
) -> Result<(), CloseError> {
    let transaction = database.begin().await?;
    let alarm = store::open_alarm(&transaction, id).await?.ok_or(CloseError::Unknown)?;
    if alarm.account == account {
        return Err(CloseError::Own);
    }
    let words = words.trim();
    if words.is_empty() || words.chars().count() > WORDS {
        return Err(CloseError::Words);
    }
    store::close(&transaction, id, &Closed { at, by: account, words: words.to_owned() }).await?;
    let subject = Subject::of(ALARM, id.as_uuid());
    let event = Event::new(Actor::Account(account.as_uuid()), AUDITOR, Action::Changed, subject);
    let event = event.fields(&["closed"]).because(words).from(origin);
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(())
}
