//! A day passes: verifications end, and administrators are reminded before.

use super::Doer;
use super::decide::{DecideError, step};
use crate::access;
use crate::accounts::commands::write_to;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks};
use crate::http::paths;
use crate::mail::Said;
use crate::organisations::model::{Hand, Organisation, Standing, Step, Terms};
use crate::organisations::store;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Organisations that are looked at in one transaction.
const AT_ONCE: u64 = 100;

/// Does what the day asks for: lets verifications end whose last day has passed, and writes to the administrators of those
/// that end soon. Returns how many organisations were looked at. Each is looked at once for each of its days, by whichever
/// process comes first; a day on which no process ran is made up for.
pub async fn close_day(database: &Database, base_url: &str, at: DateTime<Utc>) -> Result<usize, DbErr> {
    let today = day_in_vientiane(at);
    let mut looked_at = 0;
    loop {
        if store::due(database.reader(), today, 1).await?.is_empty() {
            return Ok(looked_at);
        }
        let transaction = database.begin().await?;
        locks::wait_for(&transaction, "organisations of the day").await?;
        let due = store::due(&transaction, today, AT_ONCE).await?;
        for held in &due {
            look_at(&transaction, held, (base_url, today), at).await?;
        }
        transaction.commit().await?;
        looked_at += due.len();
    }
}

async fn look_at(
    transaction: &DatabaseTransaction,
    found: &Organisation,
    (base_url, today): (&str, NaiveDate),
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    // An officer may be deciding about it at this moment.
    let Some(held) = super::held(transaction, found.id).await? else {
        return store::look_on(transaction, found.id, None).await;
    };
    let Some(until) = held.verification.until else {
        return store::look_on(transaction, held.id, None).await;
    };
    store::look_on(transaction, held.id, Terms::shipped().next_look(until, today)).await?;
    let runs = matches!(held.verification.standing, Standing::Verified | Standing::SiteChecked);
    if until < today && runs {
        let taken = step(transaction, (&Doer::day(), Hand::Day), (&held, Step::Lapse), "", at).await;
        return match taken {
            Ok(_) => write(transaction, &held, (until, true), (base_url, at)).await,
            // Somebody renewed it in between: nothing is over.
            Err(DecideError::Refused(_) | DecideError::Unknown) => Ok(()),
            Err(DecideError::Database(error)) => Err(error),
        };
    }
    if until >= today && (runs || held.verification.standing == Standing::Restricted) {
        return write(transaction, &held, (until, false), (base_url, at)).await;
    }
    Ok(())
}

/// Writes to every administrator that a verification ends, or is over.
async fn write(
    transaction: &DatabaseTransaction,
    organisation: &Organisation,
    (until, over): (NaiveDate, bool),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<(), DbErr> {
    for account in access::commands::administrators(transaction, organisation.id, at).await? {
        let link = format!("{base_url}{}", paths::organisation(organisation.id));
        let name = organisation.name.clone();
        let said = if over {
            Said::VerificationOver { organisation: name, until, link }
        } else {
            Said::VerificationEnds { organisation: name, until, link }
        };
        write_to(transaction, account, said, (base_url, at)).await?;
    }
    Ok(())
}
