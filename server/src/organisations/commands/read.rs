//! What is seen of organisations: by those who look after one, by officers, by everybody.

use super::{Administrator, Officer};
use crate::ids::OrganisationId;
use crate::organisations::model::{
    Choices, Hand, Organisation, OrganisationKind, Own, Seen, in_order, open_to, verified_since,
};
use crate::organisations::store::{self, Asked, Found, Narrowed};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use search::Language;

async fn all_of(
    connection: &impl ConnectionTrait,
    organisation: Organisation,
    day: NaiveDate,
) -> Result<Own, DbErr> {
    let id = organisation.id;
    let mut papers = store::papers(connection, id).await?;
    papers.retain(|paper| paper.withdrawn_at.is_none());
    let missing = organisation.numbers().missing(&papers, day);
    let (sites, history) = (store::sites(connection, id).await?, store::decisions(connection, id).await?);
    Ok(Own { organisation, papers, missing, sites, history })
}

/// An organisation for those who look after it; none if it is gone.
pub async fn own(
    connection: &impl ConnectionTrait,
    administrator: Administrator,
    day: NaiveDate,
) -> Result<Option<Own>, DbErr> {
    let held = store::organisation(connection, administrator.organisation).await?;
    match held.filter(|held| held.kind != OrganisationKind::Office) {
        Some(held) => Ok(Some(all_of(connection, held, day).await?)),
        None => Ok(None),
    }
}

/// An organisation for an officer; none where it is gone, an office, or outside of the area.
pub async fn looked_at(
    connection: &impl ConnectionTrait,
    officer: &Officer,
    id: OrganisationId,
    (day, at): (NaiveDate, DateTime<Utc>),
) -> Result<Option<Seen>, DbErr> {
    let held = store::organisation(connection, id).await?;
    let those = |held: &Organisation| held.kind != OrganisationKind::Office && officer.reaches(held);
    let Some(held) = held.filter(those) else { return Ok(None) };
    let hand = officer.hand(connection, id, at).await?;
    let own = all_of(connection, held, day).await?;
    let steps = open_to(own.organisation.verification.standing, hand);
    Ok(Some(Seen { own, steps, within: hand == Hand::OfficerWithin }))
}

/// Those of these keys that are there, the oldest first.
pub async fn of_ids(
    connection: &impl ConnectionTrait,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>, DbErr> {
    store::of_ids(connection, ids).await
}

/// A page of an officer's queue.
pub async fn queue(
    connection: &impl ConnectionTrait,
    officer: &Officer,
    asked: Asked,
    page: (u64, u64),
) -> Result<Found, DbErr> {
    store::queue(connection, officer.reach(), asked, page).await
}

/// An organisation for everybody, with its sector and since when it has been verified; none where it is gone or an office:
/// those have pages of their own.
pub async fn public(
    connection: &impl ConnectionTrait,
    id: OrganisationId,
    language: Language,
) -> Result<Option<(Organisation, Option<String>, Option<DateTime<Utc>>)>, DbErr> {
    let held = store::organisation(connection, id).await?;
    let Some(held) = held.filter(|held| held.kind != OrganisationKind::Office) else { return Ok(None) };
    let sector = match &held.isic {
        Some(code) => store::section(connection, code, language).await?,
        None => None,
    };
    let decisions = store::decisions(connection, id).await?;
    let since = verified_since(held.verification.standing, &decisions);
    Ok(Some((held, sector, since)))
}

/// All of a kind and a standing, for whoever operates the platform.
pub async fn listed(
    connection: &impl ConnectionTrait,
    narrowed: Narrowed,
) -> Result<Vec<Organisation>, DbErr> {
    store::listed(connection, narrowed).await
}

/// What a form lets choose, in a language.
pub async fn choices(connection: &impl ConnectionTrait, language: Language) -> Result<Choices, DbErr> {
    Ok(Choices {
        countries: in_order(store::countries(connection, language).await?, language),
        sections: store::sections(connection, language).await?,
    })
}
