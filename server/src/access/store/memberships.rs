//! Rows of memberships.

use super::Columns;
use crate::access::model::{Membership, Role, Seat};
use crate::clock::day_in_vientiane;
use crate::db::entities::{membership, organisation};
use crate::ids::{AccountId, MembershipId, OrganisationId};
use crate::organisations::model::Verification;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, IntoCondition};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

/// What holds at a moment.
fn live(at: DateTime<Utc>) -> Condition {
    let until =
        Condition::any().add(membership::Column::Until.is_null()).add(membership::Column::Until.gt(at));
    Condition::all().add(membership::Column::EndedAt.is_null()).add(until)
}

/// A row beside that of its organisation, as both are on a day.
fn membership_of(row: &membership::Model, at: Option<&organisation::Model>, day: NaiveDate) -> Membership {
    let &membership::Model {
        id,
        role,
        organisation_id,
        province_id,
        district_id,
        administers,
        account_id,
        granted_by: _,
        granted_at,
        until,
        confirmed_at,
        ended_at: _,
    } = row;
    let seat = Seat::from(Columns { role, organisation_id, province_id, district_id, administers });
    let stood = |at: &organisation::Model| {
        let verification = Verification {
            standing: at.standing,
            until: at.verified_until,
            site_checked_on: at.site_checked_on,
            site_needed: at.kind.needs_site_check(at.in_zone),
        };
        (at.kind, verification.standing_on(day))
    };
    Membership { id, account: account_id, seat, held_at: at.map(stood), granted_at, until, confirmed_at }
}

async fn those(
    connection: &impl ConnectionTrait,
    which: Condition,
    at: DateTime<Utc>,
) -> Result<Vec<Membership>, DbErr> {
    let rows = membership::Entity::find().find_also_related(organisation::Entity).filter(live(at).add(which));
    let rows = rows.order_by_asc(membership::Column::Id).all(connection).await?;
    let day = day_in_vientiane(at);
    Ok(rows.into_iter().map(|(row, organisation)| membership_of(&row, organisation.as_ref(), day)).collect())
}

/// The memberships of an account that hold: one question.
pub(in crate::access) async fn live_of(
    connection: &impl ConnectionTrait,
    account: AccountId,
    at: DateTime<Utc>,
) -> Result<Vec<Membership>, DbErr> {
    those(connection, membership::Column::AccountId.eq(account).into_condition(), at).await
}

/// The keys of all memberships of an account, also of those that ended.
pub(in crate::access) async fn keys_of(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<Uuid>, DbErr> {
    let keys = membership::Entity::find()
        .select_only()
        .column(membership::Column::Id)
        .filter(membership::Column::AccountId.eq(account));
    keys.into_tuple().all(connection).await
}

/// The memberships in an organisation that hold, the oldest first.
pub(in crate::access) async fn held_in(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<Vec<Membership>, DbErr> {
    those(connection, membership::Column::OrganisationId.eq(organisation).into_condition(), at).await
}

/// The memberships in no organisation that hold, the oldest first.
pub(in crate::access) async fn held_in_none(
    connection: &impl ConnectionTrait,
    at: DateTime<Utc>,
) -> Result<Vec<Membership>, DbErr> {
    those(connection, membership::Column::OrganisationId.is_null().into_condition(), at).await
}

/// The memberships in a role that hold, the oldest first.
pub(in crate::access) async fn held_in_role(
    connection: &impl ConnectionTrait,
    role: Role,
    at: DateTime<Utc>,
) -> Result<Vec<Membership>, DbErr> {
    those(connection, membership::Column::Role.eq(role).into_condition(), at).await
}

/// How many look after the members of an organisation.
pub(in crate::access) async fn administrators(
    connection: &impl ConnectionTrait,
    organisation: OrganisationId,
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let those = live(at)
        .add(membership::Column::OrganisationId.eq(organisation))
        .add(membership::Column::Administers.eq(true));
    membership::Entity::find().filter(those).count(connection).await
}

/// The organisations that an account founded, and when: it looks after them by its own doing.
pub(in crate::access) async fn founded(
    connection: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<(OrganisationId, DateTime<Utc>)>, DbErr> {
    let rows = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::GrantedBy.eq(account))
        .filter(membership::Column::Administers.eq(true))
        .all(connection)
        .await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.organisation_id?, row.granted_at))).collect())
}

/// A membership that holds.
pub(in crate::access) async fn membership(
    connection: &impl ConnectionTrait,
    id: MembershipId,
    at: DateTime<Utc>,
) -> Result<Option<Membership>, DbErr> {
    Ok(those(connection, membership::Column::Id.eq(id).into_condition(), at).await?.pop())
}

/// Gives an account a role.
pub(in crate::access) async fn insert_membership(
    connection: &impl ConnectionTrait,
    (account, granted_by): (AccountId, Option<AccountId>),
    seat: &Seat,
    (at, until): (DateTime<Utc>, Option<DateTime<Utc>>),
) -> Result<MembershipId, DbErr> {
    let Columns { role, organisation_id, province_id, district_id, administers } = Columns::from(seat);
    let id = MembershipId::new(at);
    let row = membership::ActiveModel {
        id: Set(id),
        role: Set(role),
        organisation_id: Set(organisation_id),
        province_id: Set(province_id),
        district_id: Set(district_id),
        administers: Set(administers),
        account_id: Set(account),
        granted_by: Set(granted_by),
        granted_at: Set(at),
        until: Set(until),
        confirmed_at: Set(at),
        ended_at: Set(None),
    };
    membership::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(id)
}

/// Ends a membership.
pub(in crate::access) async fn end(
    connection: &impl ConnectionTrait,
    id: MembershipId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    set(connection, id, membership::Column::EndedAt, at).await
}

/// Notes that a membership is still needed.
pub(in crate::access) async fn confirm(
    connection: &impl ConnectionTrait,
    id: MembershipId,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    set(connection, id, membership::Column::ConfirmedAt, at).await
}

async fn set(
    connection: &impl ConnectionTrait,
    id: MembershipId,
    column: membership::Column,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    membership::Entity::update_many()
        .col_expr(column, Expr::value(at))
        .filter(membership::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
