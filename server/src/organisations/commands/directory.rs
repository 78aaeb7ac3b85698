//! Which organisations are there, for rooms that name them?

use crate::ids::OrganisationId;
use crate::organisations::model::{Brief, Offices};
use crate::organisations::store;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// What other rooms ask of an organisation; none if it is not there.
pub async fn brief(connection: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<Brief>, DbErr> {
    Ok(store::briefs(connection, &[id]).await?.pop())
}

/// The same of several; those that are not there are left out.
pub async fn briefs(connection: &impl ConnectionTrait, ids: &[OrganisationId]) -> Result<Vec<Brief>, DbErr> {
    store::briefs(connection, ids).await
}

/// The school or test centre of that very name; none where there is none, or more than one.
pub async fn school_named(
    connection: &impl ConnectionTrait,
    name: &str,
) -> Result<Option<OrganisationId>, DbErr> {
    if name.is_empty() { Ok(None) } else { store::school_named(connection, name).await }
}

/// Who brings vacancies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bringing<'a> {
    /// Whoever keeps the platform going, from a file or by a program of its own.
    Operator,
    /// A program of others, which writes a source of its own: that of an office is called by the office's key.
    Source(&'a str),
}

/// The offices for which somebody may bring vacancies: all of them for an operator, its own for the program of an
/// office.
pub async fn offices(connection: &impl ConnectionTrait, who: Bringing<'_>) -> Result<Offices, DbErr> {
    let held = store::offices(connection).await?;
    let is_own = |id: OrganisationId| match who {
        Bringing::Operator => true,
        Bringing::Source(source) => source == id.to_string(),
    };
    let own = held.iter().filter(|(id, ..)| is_own(*id));
    Ok(Offices::called(
        own.flat_map(|(_, name, latin)| std::iter::once(name).chain(latin)).map(String::as_str),
    ))
}

/// Id and last change of those that are verified on a day, the newest first, at most `limit`.
pub async fn verified(
    connection: &impl ConnectionTrait,
    day: NaiveDate,
    limit: u64,
) -> Result<Vec<(OrganisationId, Option<DateTime<Utc>>)>, DbErr> {
    store::verified(connection, day, limit).await
}
