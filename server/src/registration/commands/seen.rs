//! What a helper sees of those whom they registered; each look stands in the trail.

use super::Helper;
use crate::accounts::commands::enters_by_card_alone;
use crate::audit;
use crate::audit::Event;
use crate::audit::model::{Action, Actor, PERSON, Subject};
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::ids::{AccountId, RegistrationId};
use crate::people::commands::claim::{AtWork, Record, at_work, records};
use crate::registration::model::{Listed, Registration, State};
use crate::registration::store;
use sea_orm::DbErr;

/// How many this helper registered, and a page of them: those without a card first, of each the newest.
pub async fn listed(
    database: &Database,
    helper: &Helper,
    page: (u64, u64),
) -> Result<(u64, Vec<Listed>), DbErr> {
    let reader = database.reader();
    let (total, held) = store::of_helper(reader, helper.account, page).await?;
    // Who has taken the own record over is no concern of the helper any more, nor who lives where the helper works no more.
    let open = held.iter().filter(|held| held.state() != State::Claimed).map(|held| held.person);
    let open: Vec<_> = open.collect();
    let mut names = records(reader, &open).await?;
    names.retain(|record| helper.reaches(record.province_id, record.district_id));
    if !names.is_empty() {
        let actor = Actor::Account(helper.account.as_uuid());
        let event = Event::new(actor, helper.role(), Action::Read, Subject::any(PERSON)).fields(&["names"]);
        let transaction = database.begin().await?;
        audit::record(&transaction, &event.from(helper.origin.clone()), helper.at).await?;
        transaction.commit().await?;
    }
    let listed = held.into_iter().map(|registration| {
        let name = names.iter().find(|record| record.id == registration.person).map(Record::name);
        Listed { registration, name }
    });
    Ok((total, listed.collect()))
}

/// How many a helper registered who have no card and did not come in.
pub async fn without_card(
    connection: &impl sea_orm::ConnectionTrait,
    helper: AccountId,
) -> Result<u64, DbErr> {
    store::without_card(connection, helper).await
}

/// A registration that the helper made, or one of the area in which the helper registers people; none otherwise. The name
/// is told until the person has taken the record over.
pub async fn looked_at(
    database: &Database,
    helper: &Helper,
    id: RegistrationId,
) -> Result<Option<Listed>, DbErr> {
    let Some((registration, record)) = reached(database.reader(), helper, id).await? else { return Ok(None) };
    if registration.state() == State::Claimed {
        return Ok(Some(Listed { registration, name: None }));
    }
    let transaction = database.begin().await?;
    let event = helper.event(Action::Read, record.id).fields(&["names"]);
    audit::record(&transaction, &event, helper.at).await?;
    transaction.commit().await?;
    Ok(Some(Listed { registration, name: Some(record.name()) }))
}

/// What a helper typed today about somebody at work, and what it was read as; nothing of what others typed, of other days,
/// and of whom has taken the record over.
pub async fn typed_today(
    database: &Database,
    helper: &Helper,
    listed: &Listed,
) -> Result<Option<AtWork>, DbErr> {
    let Registration { person, helper: by, at, .. } = listed.registration;
    let today = day_in_vientiane(at) == day_in_vientiane(helper.at);
    if by != helper.account || !today || listed.registration.state() == State::Claimed {
        return Ok(None);
    }
    let Some(work) = at_work(database.reader(), person).await? else { return Ok(None) };
    let transaction = database.begin().await?;
    let event = helper.event(Action::Read, person).fields(&["work", "skills"]);
    audit::record(&transaction, &event, helper.at).await?;
    transaction.commit().await?;
    Ok(Some(work))
}

/// A registration and its record, where the helper may deal with it: within the helper's area as it is now.
pub(super) async fn reached(
    connection: &impl sea_orm::ConnectionTrait,
    helper: &Helper,
    id: RegistrationId,
) -> Result<Option<(Registration, Record)>, DbErr> {
    let Some(mut registration) = store::by_id(connection, id).await? else { return Ok(None) };
    if let Some(card) = registration.card.filter(|_| registration.needs_card) {
        registration.needs_card = enters_by_card_alone(connection, card).await?;
    }
    let Some(record) = records(connection, &[registration.person]).await?.pop() else { return Ok(None) };
    let within = helper.reaches(record.province_id, record.district_id);
    Ok(within.then_some((registration, record)))
}
