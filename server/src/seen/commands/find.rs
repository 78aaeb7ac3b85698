//! People by their keys, as an onlooker sees them; and that somebody searched.

use super::By;
use crate::audit;
use crate::audit::model::{Action, PERSON, Subject, VACANCY};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{PersonId, VacancyId};
use crate::seen::model::{Limits, Onlooker, Sighted};
use crate::seen::store::{self, Counted};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Those of some people whom an onlooker may find, as it sees them, in no order. What may be seen costs no question more.
pub async fn found(
    connection: &impl ConnectionTrait,
    onlooker: &Onlooker,
    ids: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<Sighted>, DbErr> {
    let known = store::findable(connection, onlooker, ids, today).await?;
    Ok(known.iter().map(|(known, consented)| Sighted::of(known, onlooker, *consented, today)).collect())
}

/// Notes that somebody was shown a page of people, `listed` of all who were found; no, where that was too much for a day.
pub async fn search_counted(
    database: &Database,
    by: &By,
    (listed, of): (usize, u64),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let reason = format!("a search listed {listed} of {of} people");
    counted(database, by, (Subject::any(PERSON), &reason), at).await
}

/// Notes that somebody was shown so many people who fit a vacancy; no, where that was too much for a day: such a page counts
/// as one of a search.
pub async fn recommendation_counted(
    database: &Database,
    by: &By,
    (vacancy, listed): (VacancyId, usize),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let reason = format!("{listed} people were listed for a vacancy");
    counted(database, by, (Subject::of(VACANCY, vacancy.as_uuid()), &reason), at).await
}

async fn counted(
    database: &Database,
    by: &By,
    (subject, reason): (Subject, &str),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    let counted = (by.account, Counted::Searched);
    let most = Limits::shipped().searches;
    if store::take(&transaction, counted, day_in_vientiane(at), most).await?.is_none() {
        return Ok(false);
    }
    let event = by.event(Action::Read, subject).because(reason);
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(true)
}
