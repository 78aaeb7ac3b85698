//! Which cases wait for an officer?

use crate::access::model::{Area, Reach};
use crate::db::entities::{duplicate_case, duplicate_case::Column, person};
use crate::identities::model::{Case, CaseState};
use crate::ids::CaseId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

/// A page of cases, and how many there are.
#[derive(Clone, Debug)]
pub struct Found {
    /// The cases of the page.
    pub page: Vec<Case>,
    /// How many there are on all pages.
    pub total: u64,
}

fn people(those: Condition) -> SelectStatement {
    person::Entity::find().select_only().column(person::Column::Id).filter(those).into_query()
}

fn either(those: &Condition) -> Condition {
    let one = Expr::col(Column::One).in_subquery(people(those.clone()));
    let other = Expr::col(Column::Other).in_subquery(people(those.clone()));
    Condition::any().add(one).add(other)
}

/// Cases in a reach: one of the two records lies there, or neither says where it lies.
fn within(reach: &Reach) -> Condition {
    let none = Condition::any().add(person::Column::Id.is_null());
    let here = reach.areas.iter().fold(none, |all, area| match area {
        Area::Country => all.add(person::Column::Id.is_not_null()),
        Area::Province(province) => all.add(person::Column::ProvinceId.eq(*province)),
        Area::District { province: _, district } => all.add(person::Column::DistrictId.eq(*district)),
    });
    let anywhere = Condition::all().add(person::Column::ProvinceId.is_not_null());
    Condition::any().add(either(&here)).add(either(&anywhere).not())
}

/// Cases that can be decided: both records stand for themselves.
fn standing() -> Condition {
    either(&Condition::all().add(person::Column::MergedInto.is_not_null())).not()
}

fn those(reach: &Reach, states: &[CaseState]) -> Select<duplicate_case::Entity> {
    let found = duplicate_case::Entity::find()
        .filter(within(reach))
        .filter(Column::State.is_in(states.iter().copied()));
    if states.iter().any(|state| CaseState::WAITING.contains(state)) {
        found.filter(standing())
    } else {
        found
    }
}

/// A page of the cases of a reach in these states, the oldest first.
pub(in crate::identities) async fn queue(
    connection: &impl ConnectionTrait,
    (reach, states): (&Reach, &[CaseState]),
    (page, size): (u64, u64),
) -> Result<Found, DbErr> {
    let total = those(reach, states).count(connection).await?;
    let rows = those(reach, states)
        .order_by_asc(Column::OpenedAt)
        .order_by_asc(Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(size))
        .limit(size)
        .all(connection)
        .await?;
    Ok(Found { page: rows.into_iter().map(Case::from).collect(), total })
}

/// How many cases of a reach are in these states.
pub(in crate::identities) async fn counted(
    connection: &impl ConnectionTrait,
    (reach, states): (&Reach, &[CaseState]),
) -> Result<u64, DbErr> {
    those(reach, states).count(connection).await
}

/// A case within a reach.
pub(in crate::identities) async fn reached(
    connection: &impl ConnectionTrait,
    reach: &Reach,
    id: CaseId,
) -> Result<Option<Case>, DbErr> {
    let those = duplicate_case::Entity::find().filter(within(reach)).filter(Column::Id.eq(id));
    Ok(those.one(connection).await?.map(Case::from))
}
