//! What is due is told: one letter for each person, of all their alerts that are due.
//!
//! The letter is written in the transaction that notes of which vacancies it tells, under a lock of its reader: a process
//! that dies has told nothing or all of it, and two that work side by side tell it once.

use super::ask::first_due;
use crate::accounts::commands::addressee;
use crate::alerts::model::{Alert, Owner, signature};
use crate::alerts::store;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::ids::{AlertId, VacancyId};
use crate::keys::Keys;
use crate::limits::Limits;
use crate::mail::{self, AlertJob, Letter, Recipient, Said};
use crate::vacancies::store::listed_by_ids;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use std::collections::HashSet;
use uuid::Uuid;
use views::Locale;

/// People who are written to in one turn; whoever is left is at the next.
const A_TURN: u64 = 500;

/// With what letters are written.
pub struct Telling<'a> {
    /// The keys.
    pub keys: &'a Keys,
    /// Address of the site.
    pub base_url: &'a str,
    /// Path of an alert, by key and signature.
    pub alert: fn(AlertId, &str) -> String,
    /// Path of a vacancy.
    pub vacancy: fn(VacancyId) -> String,
    /// The search of an alert in words.
    pub words: &'a (dyn Fn(&str, Locale) -> String + Send + Sync),
}

/// Writes what is due by `at`; returns how many letters.
pub async fn send_due(database: &Database, telling: &Telling<'_>, at: DateTime<Utc>) -> Result<usize, DbErr> {
    tell_again(database).await?;
    let mut written = 0;
    for owner in store::due_owners(database.reader(), at, A_TURN).await? {
        let transaction = database.begin().await?;
        written += usize::from(tell(&transaction, telling, &owner, at).await?);
        transaction.commit().await?;
    }
    let transaction = database.begin().await?;
    store::advance_idle(&transaction, at, Limits::shipped().alert_hour).await?;
    transaction.commit().await?;
    Ok(written)
}

/// What was told by letters that were given up, because no server took them for a day, is to be told again.
async fn tell_again(database: &Database) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    let lost = mail::commands::take_back(&transaction, Said::ALERT_HITS).await?;
    store::unsend(&transaction, &lost).await?;
    transaction.commit().await
}

/// Writes to one person, if there is anything to tell; says whether there was.
async fn tell(
    transaction: &DatabaseTransaction,
    telling: &Telling<'_>,
    owner: &Owner,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let (who, account) = match owner {
        Owner::Account(account) => (account.to_string(), Some(account.as_uuid())),
        Owner::Contact(recipient) => (recipient.as_str().to_owned(), None),
    };
    locks::wait_for(transaction, &format!("alerts {who}")).await?;
    let due = store::due_of(transaction, owner, at).await?;
    let Some(first) = due.first() else { return Ok(false) };
    let Some((recipient, language)) = reader(transaction, owner, first).await? else {
        store::bounce(transaction, owner, at).await?;
        return Ok(false);
    };
    let letter = said(transaction, telling, (&due, language), at).await?;
    for alert in &due {
        store::due_next(transaction, alert.id, first_due(alert.frequency, at)).await?;
    }
    let Some(said) = letter else { return Ok(false) };
    let letter = Letter { recipient, language, said, account, expires_at: None };
    let message = mail::enqueue(transaction, &letter, telling.base_url, at).await?;
    store::mark_sent(transaction, &ids(&due), (message, at)).await?;
    Ok(true)
}

/// Where and in which language an owner is written to; none where nothing arrives.
async fn reader(
    transaction: &DatabaseTransaction,
    owner: &Owner,
    alert: &Alert,
) -> Result<Option<(Recipient, Locale)>, DbErr> {
    let reached = match owner {
        Owner::Contact(recipient) => Some((recipient.clone(), alert.language)),
        Owner::Account(account) => {
            addressee(transaction, *account).await?.map(|to| (to.recipient, to.language))
        }
    };
    let Some((recipient, language)) = reached else { return Ok(None) };
    let arrives = mail::undeliverable(transaction, &recipient).await?.is_none();
    Ok(arrives.then_some((recipient, language)))
}

fn ids(alerts: &[Alert]) -> Vec<AlertId> {
    alerts.iter().map(|alert| alert.id).collect()
}

/// The letter: what is open of what was found, each vacancy once. What has closed meanwhile is forgotten.
async fn said(
    transaction: &DatabaseTransaction,
    telling: &Telling<'_>,
    (due, language): (&[Alert], Locale),
    at: DateTime<Utc>,
) -> Result<Option<Said>, DbErr> {
    let hits = store::hits_of(transaction, &ids(due)).await?;
    let mut seen = HashSet::new();
    let found: Vec<VacancyId> =
        hits.iter().map(|(_, vacancy)| *vacancy).filter(|vacancy| seen.insert(*vacancy)).collect();
    let open = listed_by_ids(transaction, &found, day_in_vientiane(at)).await?;
    let open: std::collections::HashMap<Uuid, _> =
        open.into_iter().map(|row| (row.id.as_uuid(), row)).collect();
    let (told, closed): (Vec<VacancyId>, Vec<VacancyId>) =
        found.into_iter().partition(|vacancy| open.contains_key(&vacancy.as_uuid()));
    store::drop_hits(transaction, &ids(due), &closed).await?;
    if told.is_empty() {
        return Ok(None);
    }
    let shown = Limits::shipped().alert_shown as usize;
    let link = |path: String| format!("{}{path}", telling.base_url);
    let jobs = told.iter().take(shown).filter_map(|vacancy| {
        let row = open.get(&vacancy.as_uuid())?;
        Some(AlertJob {
            title: row.title.clone(),
            employer: row.employer.clone(),
            link: link((telling.vacancy)(*vacancy)),
        })
    });
    let met: HashSet<AlertId> = hits.iter().map(|(alert, _)| *alert).collect();
    let searches = due.iter().filter(|alert| met.contains(&alert.id)).map(|alert| {
        let path = (telling.alert)(alert.id, &signature(telling.keys, alert.id));
        ((telling.words)(&alert.query, language), link(path))
    });
    Ok(Some(Said::AlertHits { jobs: jobs.collect(), count: told.len() as u64, searches: searches.collect() }))
}
