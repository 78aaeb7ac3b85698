//! Somebody opens a person's page: it is in the person's trail before it is shown.

use super::{By, LOOK};
use crate::audit;
use crate::audit::model::{Action, PERSON, Subject};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{AccountId, PersonId};
use crate::seen::model::{Limits, Sighted};
use crate::seen::store::{self, Counted};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// The person, as the onlooker sees it.
    Seen(Box<Sighted>),
    /// Nobody is there for this onlooker.
    Nobody,
    /// It opened as many people today as it may.
    TooMany,
}

/// Counts one person more that somebody opens today, wherever it is shown; no, where there were too many.
pub async fn counts_opened(
    transaction: &DatabaseTransaction,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let (counted, most) = ((account, Counted::Opened, 1), Limits::shipped().opened);
    Ok(store::take(transaction, counted, day_in_vientiane(at), most).await?.is_some())
}

/// Opens a person's page. Nobody is told apart from those who may not be found.
pub async fn open(database: &Database, by: &By, id: PersonId, at: DateTime<Utc>) -> Result<Opened, DbErr> {
    let today = day_in_vientiane(at);
    let known = store::findable(database.reader(), &by.onlooker, &[id], today).await?.pop();
    let Some((known, consented)) = known else { return Ok(Opened::Nobody) };
    let sighted = Sighted::of(&known, &by.onlooker, consented, today);
    let transaction = database.begin().await?;
    if !counts_opened(&transaction, by.account, at).await? {
        return Ok(Opened::TooMany);
    }
    let event = by.event(Action::Read, Subject::of(PERSON, id.as_uuid())).about(id);
    let event = event.purpose(LOOK).fields(&sighted.fields());
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(Opened::Seen(Box::new(sighted)))
}
