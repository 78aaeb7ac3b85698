//! Which organisations wait for an officer, for a day, for a list?

use super::Narrowed;
use crate::access::model::{Area, Reach};
use crate::db::entities::organisation::{self, Column};
use crate::ids::OrganisationId;
use crate::organisations::model::{Organisation, OrganisationKind, Standing};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// What of the queue is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What waits for a decision.
    Waiting,
    /// What ends by a day, and can be renewed.
    Ending(NaiveDate),
    /// All of a standing.
    In(Standing),
}

/// A page of a list, and how many there are.
#[derive(Clone, Debug)]
pub struct Found {
    /// The organisations of the page.
    pub page: Vec<Organisation>,
    /// How many there are on all pages.
    pub total: u64,
}

/// Those in a reach.
fn within(reach: &Reach) -> Condition {
    reach.areas.iter().fold(Condition::any().add(Column::Id.is_null()), |all, area| match area {
        Area::Country => all.add(Column::Id.is_not_null()),
        Area::Province(province) => all.add(Column::ProvinceId.eq(*province)),
        Area::District { province: _, district } => all.add(Column::DistrictId.eq(*district)),
    })
}

fn asked_for(asked: Asked) -> Condition {
    let in_any = |standings: &[Standing]| Column::Standing.is_in(standings.iter().copied());
    match asked {
        Asked::Waiting => Condition::all().add(in_any(&[Standing::DocumentsIn, Standing::RegistryChecked])),
        Asked::Ending(day) => Condition::all()
            .add(in_any(&[Standing::Verified, Standing::SiteChecked, Standing::Restricted, Standing::Lapsed]))
            .add(Column::VerifiedUntil.lte(day)),
        Asked::In(standing) => Condition::all().add(Column::Standing.eq(standing)),
    }
}

/// A page of the queue of whoever reaches so far: what changed longest ago first. Offices are in no queue.
pub(in crate::organisations) async fn queue(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    asked: Asked,
    (page, size): (u64, u64),
) -> Result<Found, DbErr> {
    let those = organisation::Entity::find()
        .filter(asked_for(asked))
        .filter(within(reach))
        .filter(Column::Kind.ne(OrganisationKind::Office));
    let total = those.clone().count(connection).await?;
    let rows = those
        .order_by_asc(Column::UpdatedAt)
        .order_by_asc(Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(size))
        .limit(size)
        .all(connection)
        .await?;
    Ok(Found { page: rows.into_iter().map(Organisation::from).collect(), total })
}

/// Those about which something is to be done on a day, each with the day on which it ends; at most `limit`.
pub(in crate::organisations) async fn due(
    connection: &impl ConnectionTrait,
    day: NaiveDate,
    limit: u64,
) -> Result<Vec<Organisation>, DbErr> {
    let rows = organisation::Entity::find()
        .filter(Column::LookOn.lte(day))
        .order_by_asc(Column::LookOn)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// All of a kind and a standing, by name.
pub(in crate::organisations) async fn listed(
    connection: &impl ConnectionTrait,
    narrowed: Narrowed,
) -> Result<Vec<Organisation>, DbErr> {
    let mut those = Condition::all();
    if let Some(kind) = narrowed.kind {
        those = those.add(Column::Kind.eq(kind));
    }
    if let Some(standing) = narrowed.standing {
        those = those.add(Column::Standing.eq(standing));
    }
    let ordered = organisation::Entity::find().filter(those).order_by_asc(Column::Name);
    let rows = ordered.order_by_asc(Column::Id).all(connection).await?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// Id and last change of those that are verified on a day, at most `limit`.
pub(in crate::organisations) async fn verified(
    connection: &impl ConnectionTrait,
    day: NaiveDate,
    limit: u64,
) -> Result<Vec<(OrganisationId, Option<DateTime<Utc>>)>, DbErr> {
    organisation::Entity::find()
        .select_only()
        .columns([Column::Id, Column::UpdatedAt])
        .filter(Column::Standing.is_in([Standing::Verified, Standing::SiteChecked]))
        .filter(Column::VerifiedUntil.gte(day))
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await
}

/// Key, name, name in Latin letters and standing of every organisation, for comparing names.
pub(in crate::organisations) async fn named(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(OrganisationId, String, Option<String>, Standing)>, DbErr> {
    organisation::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::LatinName, Column::Standing])
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(connection)
        .await
}

/// Those of these keys that are there, the oldest first.
pub(in crate::organisations) async fn of_ids(
    connection: &impl ConnectionTrait,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>, DbErr> {
    let those = organisation::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let rows = those.order_by_asc(Column::Id).all(connection).await?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// How many of some organisations wait for their first verification.
pub(in crate::organisations) async fn waiting_for_first(
    connection: &impl ConnectionTrait,
    ids: &[OrganisationId],
) -> Result<u64, DbErr> {
    let first = [Standing::Unverified, Standing::DocumentsIn, Standing::RegistryChecked];
    organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(ids.iter().copied()))
        .filter(organisation::Column::Standing.is_in(first))
        .count(connection)
        .await
}
