//! What is asked of consents.

use crate::clock::day_in_vientiane;
use crate::consent::model::{Consent, Own, Recipient, Request};
use crate::consent::store;
use crate::ids::{ConsentId, ConsentRequestId, OrganisationId, PersonId};
use crate::organisations;
use crate::organisations::model::Brief;
use crate::people::model::Visibility;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::BTreeSet;

/// Whether a person can be asked for consent: whoever hides is not even there.
pub async fn can_be_asked(connection: &impl ConnectionTrait, person: PersonId) -> Result<bool, DbErr> {
    let held = store::person(connection, person).await?;
    Ok(held.is_some_and(|held| held.visibility != Visibility::Hidden))
}

/// All consents of a person, and what it is asked.
pub async fn own(
    connection: &impl ConnectionTrait,
    person: PersonId,
    at: DateTime<Utc>,
) -> Result<Own, DbErr> {
    let today = day_in_vientiane(at);
    let requests = store::open(connection, person, today).await?;
    let all = store::of_person(connection, person).await?;
    let named = all.iter().filter_map(|held| match held.recipient {
        Recipient::Organisation(id) => Some(id),
        Recipient::Kind(_) => None,
    });
    let ids: BTreeSet<OrganisationId> =
        named.chain(requests.iter().map(|asked| asked.organisation)).collect();
    let ids: Vec<OrganisationId> = ids.into_iter().collect();
    let organisations = organisations::commands::briefs(connection, &ids).await?;
    let (live, past) = all.iter().cloned().partition(|held| held.is_live(today) && !held.is_overruled(&all));
    Ok(Own { requests, live, past, organisations })
}

/// How many requests somebody can answer.
pub async fn open_requests(
    connection: &impl ConnectionTrait,
    person: PersonId,
    at: DateTime<Utc>,
) -> Result<usize, DbErr> {
    Ok(store::open(connection, person, day_in_vientiane(at)).await?.len())
}

/// A consent of a person; another's is none.
pub async fn one(
    connection: &impl ConnectionTrait,
    person: PersonId,
    id: ConsentId,
) -> Result<Option<Consent>, DbErr> {
    store::one(connection, (person, id)).await
}

/// A request that a person can answer, with whoever asks; one to another is none.
pub async fn request(
    connection: &impl ConnectionTrait,
    person: PersonId,
    id: ConsentRequestId,
    at: DateTime<Utc>,
) -> Result<Option<(Request, Brief)>, DbErr> {
    let Some(asked) = store::request(connection, (person, id)).await? else { return Ok(None) };
    let brief = organisations::commands::brief(connection, asked.organisation).await?;
    Ok(brief.filter(|_| asked.is_open(day_in_vientiane(at))).map(|brief| (asked, brief)))
}

/// What an organisation has asked a person so far, the newest first.
pub async fn between(
    connection: &impl ConnectionTrait,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Vec<Request>, DbErr> {
    store::requests(connection, person, organisation).await
}
