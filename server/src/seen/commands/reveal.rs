//! A covered value is shown for a purpose; many a day raise an alarm, and more than that are refused until tomorrow.

use super::By;
use super::alarms::raise;
use crate::audit;
use crate::audit::model::{Action, PERSON, Subject};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::PersonId;
use crate::seen::model::{AlarmKind, Covered, Limits, Purposes, Sighted, Told};
use crate::seen::store::{self, Counted};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Why a value was not shown.
#[derive(Debug, thiserror::Error)]
pub enum RevealError {
    /// Nobody is there for this onlooker.
    #[error("nobody is there")]
    Nobody,
    /// The onlooker sees no such value, covered or not.
    #[error("there is no covered value")]
    Nothing,
    /// No purpose of the table.
    #[error("the purpose is missing")]
    Purpose,
    /// The purpose has to be told in words.
    #[error("the words are missing")]
    Words,
    /// As many were shown today as may be.
    #[error("no more are shown today")]
    TooMany,
    /// The database refused.
    #[error("the value could not be shown")]
    Database(#[from] DbErr),
}

/// Shows a covered value of a person for a purpose, with words where the purpose asks for them. `base_url` is the address
/// of the site, for the letters of an alarm.
pub async fn reveal(
    database: &Database,
    by: &By,
    (id, covered): (PersonId, Covered),
    (purpose, words): (&str, &str),
    (base_url, at): (&str, DateTime<Utc>),
) -> Result<String, RevealError> {
    let (today, limits) = (day_in_vientiane(at), Limits::shipped());
    let transaction = database.begin().await?;
    let known = store::findable(&transaction, &by.onlooker, &[id], today).await?.pop();
    let (known, consented) = known.ok_or(RevealError::Nobody)?;
    let sighted = Sighted::of(&known, &by.onlooker, consented, today);
    let Told::Covered(_) = sighted.told(covered) else { return Err(RevealError::Nothing) };
    let value = covered.whole(&known).ok_or(RevealError::Nothing)?;
    let purpose = Purposes::shipped().find(purpose).ok_or(RevealError::Purpose)?;
    if purpose.words && words.trim().is_empty() {
        return Err(RevealError::Words);
    }
    let counted =
        store::take(&transaction, (by.account, Counted::Revealed, 1), today, limits.reveals_refused);
    let Some(count) = counted.await? else {
        raise(&transaction, by, (AlarmKind::Refused, limits.reveals_refused), (base_url, at)).await?;
        transaction.commit().await?;
        return Err(RevealError::TooMany);
    };
    if count > limits.reveals_alarm {
        raise(&transaction, by, (AlarmKind::Many, count), (base_url, at)).await?;
    }
    let event = by.event(Action::Revealed, Subject::of(PERSON, id.as_uuid())).about(id);
    let event = event.purpose(purpose.code.clone()).fields(&[covered.code()]).because(words.trim());
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(value)
}
