//! A list of people is noted before it is shown: once as a list, and once about each whose name it tells.

use super::{By, LOOK};
use crate::audit::model::{Action, PERSON, Subject, VACANCY};
use crate::audit::{self, Event};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{AccountId, OrganisationId, PersonId, VacancyId};
use crate::seen::model::{Limits, Sighted};
use crate::seen::store::{self, Counted};
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// What a list tells of somebody whom it names, as the trail names it.
const NAMED: &[&str] = &["experience", "name"];

/// Notes that somebody was shown a page of people of all who were found; no, where that was too much for a day.
pub async fn search_counted(
    database: &Database,
    by: &By,
    (people, of): (&[Sighted], u64),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let reason = format!("a search listed {} of {of} people", people.len());
    let event = by.event(Action::Read, Subject::any(PERSON)).because(&reason);
    counted(database, by, (event, &named(people)), at).await
}

/// Notes that somebody was shown people who fit a vacancy; no, where that was too much for a day: such a page counts as one
/// of a search.
pub async fn recommendation_counted(
    database: &Database,
    by: &By,
    (vacancy, people): (VacancyId, &[&Sighted]),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let reason = format!("{} people were listed for a vacancy", people.len());
    let event = by.event(Action::Read, Subject::of(VACANCY, vacancy.as_uuid())).because(&reason);
    counted(database, by, (event, &named(people.iter().copied())), at).await
}

/// Notes the list that a program of an organisation was given, an event that its caller has made, and whom it names; no,
/// where all programs of the organisation had too many lists in a day, or were told too many names.
pub async fn listed_by_program(
    database: &Database,
    organisation: OrganisationId,
    (event, people): (Event, &[&Sighted]),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let transaction = database.begin().await?;
    // What programs are told is counted under the key of their organisation: they have no account.
    let whose = AccountId::from(organisation.as_uuid());
    counted_in(transaction, whose, (event, &named(people.iter().copied())), at).await
}

fn named<'p>(people: impl IntoIterator<Item = &'p Sighted>) -> Vec<PersonId> {
    people.into_iter().filter(|seen| seen.name.is_some()).map(|seen| seen.id).collect()
}

async fn counted(
    database: &Database,
    by: &By,
    list: (Event, &[PersonId]),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    counted_in(database.begin().await?, by.account, list, at).await
}

async fn counted_in(
    transaction: DatabaseTransaction,
    whose: AccountId,
    list: (Event, &[PersonId]),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let (counted, most) = ((whose, Counted::Searched, 1), Limits::shipped().searches);
    if store::take(&transaction, counted, day_in_vientiane(at), most).await?.is_none()
        || !recorded(&transaction, whose, list, at).await?
    {
        return Ok(false);
    }
    transaction.commit().await?;
    Ok(true)
}

/// Counts whom a list names and records the list, and an event about each of them, with one statement.
async fn recorded(
    transaction: &DatabaseTransaction,
    whose: AccountId,
    (list, names): (Event, &[PersonId]),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    if !names.is_empty() {
        let limits = Limits::shipped();
        let number = u32::try_from(names.len()).unwrap_or(u32::MAX).div_ceil(limits.named_as_one.max(1));
        let counted = (whose, Counted::Opened, number);
        if store::take(transaction, counted, day_in_vientiane(at), limits.opened).await?.is_none() {
            return Ok(false);
        }
    }
    let about = |id: &PersonId| {
        let subject = Subject::of(PERSON, id.as_uuid());
        let event = Event::new(list.actor.clone(), list.role.clone(), Action::Read, subject);
        event.about(*id).purpose(LOOK).fields(NAMED).from(list.origin.clone())
    };
    let each: Vec<Event> = names.iter().map(about).collect();
    let events: Vec<Event> = std::iter::once(list).chain(each).collect();
    audit::record_all(transaction, &events, at).await?;
    Ok(true)
}
