//! People by their keys, as an onlooker sees them; and that somebody searched.

use super::By;
use crate::audit;
use crate::audit::model::{Action, PERSON, Subject};
use crate::clock::day_in_vientiane;
use crate::consent;
use crate::db::Database;
use crate::ids::PersonId;
use crate::seen::model::{Limits, Onlooker, Sighted};
use crate::seen::store::{self, Counted};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeSet;

/// Those of some people whom an onlooker may find, as it sees them, in no order. What may be seen costs one question more,
/// and that only where it depends on consents.
pub async fn found(
    connection: &impl ConnectionTrait,
    onlooker: &Onlooker,
    ids: &[PersonId],
    today: NaiveDate,
) -> Result<Vec<Sighted>, DbErr> {
    let consented = consented(connection, onlooker, ids, today).await?;
    let known = store::findable(connection, (onlooker, &consented), ids).await?;
    let sight = known.iter().map(|known| Sighted::of(known, onlooker, consented.contains(&known.id), today));
    Ok(sight.collect())
}

/// Which of some people let one of the onlooker's organisations see what consent shows: one question for each, and mostly
/// there is one.
pub(super) async fn consented(
    connection: &impl ConnectionTrait,
    onlooker: &Onlooker,
    ids: &[PersonId],
    today: NaiveDate,
) -> Result<BTreeSet<PersonId>, DbErr> {
    let mut consented = BTreeSet::new();
    if !onlooker.asks_for_consent() || ids.is_empty() {
        return Ok(consented);
    }
    for organisation in &onlooker.organisations {
        consented.extend(consent::commands::live(connection, ids, *organisation, today).await?);
    }
    Ok(consented)
}

/// Notes that somebody was shown a page of people, `listed` of all who were found; no, where that was too much for a day.
pub async fn search_counted(
    database: &Database,
    by: &By,
    (listed, of): (usize, u64),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    let counted = (by.account, Counted::Searched);
    let most = Limits::shipped().searches;
    if store::take(&transaction, counted, day_in_vientiane(at), most).await?.is_none() {
        return Ok(false);
    }
    let reason = format!("a search listed {listed} of {of} people");
    let event = by.event(Action::Read, Subject::any(PERSON)).because(&reason);
    audit::record(&transaction, &event, at).await?;
    transaction.commit().await?;
    Ok(true)
}
