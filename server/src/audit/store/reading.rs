//! What is asked of the audit trail.

use crate::audit::event::Recorded;
use crate::audit::model::{Action, Actor};
use crate::clock::{day_begins, day_in_vientiane};
use crate::db::entities::{audit_event, audit_seal};
use crate::ids::{EventId, PersonId};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Statement,
    sea_query::{Expr, ExprTrait},
};
use std::collections::HashSet;
use uuid::Uuid;

/// Which events are listed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// About this person.
    pub person: Option<PersonId>,
    /// From this moment on.
    pub since: Option<DateTime<Utc>>,
    /// Older than this event: the next page.
    pub before: Option<EventId>,
}

/// The id below all ids of events from a moment on: the first 48 bits are its milliseconds (RFC 9562 §5.7).
fn first_at(moment: DateTime<Utc>) -> EventId {
    EventId::from_u128(u128::try_from(moment.timestamp_millis()).unwrap_or(0) << 80)
}

/// The events that a filter lets through.
fn through(filter: &Filter) -> Select<audit_event::Entity> {
    use audit_event::Column;
    let Filter { person, since, before } = filter;
    audit_event::Entity::find()
        .apply_if(*person, |query, person| query.filter(Column::PersonId.eq(person)))
        .apply_if(*since, |query, since| query.filter(Column::Id.gte(first_at(since))))
        .apply_if(*before, |query, before| query.filter(Column::Id.lt(before)))
}

/// The newest events that a filter lets through, newest first.
pub async fn listed(
    connection: &impl ConnectionTrait,
    filter: &Filter,
    limit: u64,
) -> Result<Vec<Recorded>, DbErr> {
    let rows = through(filter).order_by_desc(audit_event::Column::Id).limit(limit);
    Ok(rows.all(connection).await?.into_iter().map(Recorded::from).collect())
}

/// How many events a filter lets through.
pub async fn counted(connection: &impl ConnectionTrait, filter: &Filter) -> Result<u64, DbErr> {
    through(filter).count(connection).await
}

/// The trail of a person: who read or changed what of it, newest first; `before` is the last of the page before.
pub async fn of_person(
    connection: &impl ConnectionTrait,
    person: PersonId,
    before: Option<EventId>,
    limit: u64,
) -> Result<Vec<Recorded>, DbErr> {
    listed(connection, &Filter { person: Some(person), since: None, before }, limit).await
}

/// Where the personal part names the thing to which something was done, as the index of it says (`m0023`).
fn done_to(backend: DatabaseBackend) -> &'static str {
    match backend {
        DatabaseBackend::Postgres => "substr(personal, strpos(personal, '\"subject\":\"') + 11, 36)",
        _ => "substr(personal, instr(personal, '\"subject\":\"') + 11, 36)",
    }
}

/// The trail of an owner: what anybody read or changed of the record, and what anybody did to the account or to roles
/// that it has or had, by their keys; newest first. `before` is the last of the page before.
pub async fn of_owner(
    connection: &impl ConnectionTrait,
    (person, keys): (Option<PersonId>, &[Uuid]),
    before: Option<EventId>,
    limit: u64,
) -> Result<Vec<Recorded>, DbErr> {
    use audit_event::Column;
    let page = |of: Condition| {
        let rows = audit_event::Entity::find().filter(of);
        let rows = rows.apply_if(before, |query, before| query.filter(Column::Id.lt(before)));
        rows.order_by_desc(Column::Id).limit(limit).all(connection)
    };
    // Two questions, so that each has its index.
    let key = Expr::cust(done_to(connection.get_database_backend()));
    let own = Condition::all()
        .add(Expr::cust("subject in ('account', 'membership')"))
        .add(key.is_in(keys.iter().map(Uuid::to_string)));
    let mut rows = page(own).await?;
    if let Some(person) = person {
        let known: HashSet<EventId> = rows.iter().map(|row| row.id).collect();
        let about = page(Condition::all().add(Column::PersonId.eq(person))).await?;
        rows.extend(about.into_iter().filter(|row| !known.contains(&row.id)));
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.id));
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(rows.into_iter().map(Recorded::from).collect())
}

/// How many masked values an actor has had revealed on the day of `now` in Vientiane.
pub async fn reveals_today(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(Action::Revealed.to_value()))
        .filter(audit_event::Column::Actor.eq(actor.to_string()))
        .filter(audit_event::Column::Id.gte(first_at(day_begins(day_in_vientiane(now)))))
        .count(connection)
        .await
}

/// The newest seal.
pub(in crate::audit) async fn last_seal(
    connection: &impl ConnectionTrait,
) -> Result<Option<audit_seal::Model>, DbErr> {
    audit_seal::Entity::find().order_by_desc(audit_seal::Column::Number).one(connection).await
}

/// A page of seals after one, in order, up to another.
pub(in crate::audit) async fn seals_after(
    connection: &impl ConnectionTrait,
    (after, until): (i64, i64),
    limit: u64,
) -> Result<Vec<audit_seal::Model>, DbErr> {
    audit_seal::Entity::find()
        .filter(audit_seal::Column::Number.gt(after))
        .filter(audit_seal::Column::Number.lte(until))
        .order_by_asc(audit_seal::Column::Number)
        .limit(limit)
        .all(connection)
        .await
}

/// The lowest and the highest number of a seal.
pub(in crate::audit) async fn sealed_until(
    connection: &impl ConnectionTrait,
) -> Result<Option<(i64, i64)>, DbErr> {
    let ends: Option<(Option<i64>, Option<i64>)> = audit_seal::Entity::find()
        .select_only()
        .column_as(audit_seal::Column::Number.min(), "lowest")
        .column_as(audit_seal::Column::Number.max(), "highest")
        .into_tuple()
        .one(connection)
        .await?;
    Ok(ends.and_then(|(lowest, highest)| lowest.zip(highest)))
}

/// How many events all seals up to a number seal.
pub(in crate::audit) async fn totals(connection: &impl ConnectionTrait, until: i64) -> Result<i64, DbErr> {
    let sql = "select cast(coalesce(sum(count), 0) as bigint) as n from audit_seal where number <= $1";
    let sum = Statement::from_sql_and_values(connection.get_database_backend(), sql, [until.into()]);
    let row = connection.query_one_raw(sum).await?;
    row.map_or(Ok(0), |row| row.try_get("", "n"))
}

fn in_order() -> Select<audit_event::Entity> {
    audit_event::Entity::find()
        .order_by_asc(audit_event::Column::Seal)
        .order_by_asc(audit_event::Column::Position)
}

/// The events of seals from one number to another, in their order.
pub(in crate::audit) async fn of_seals(
    connection: &impl ConnectionTrait,
    (from, to): (i64, i64),
    limit: u64,
) -> Result<Vec<audit_event::Model>, DbErr> {
    let column = audit_event::Column::Seal;
    in_order().filter(column.gte(from)).filter(column.lte(to)).limit(limit).all(connection).await
}

/// A page of the events that wait for their seal.
pub(in crate::audit) async fn waiting_after(
    connection: &impl ConnectionTrait,
    after: Option<EventId>,
    limit: u64,
) -> Result<Vec<audit_event::Model>, DbErr> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Seal.is_null())
        .apply_if(after, |query, after| query.filter(audit_event::Column::Id.gt(after)))
        .order_by_asc(audit_event::Column::Id)
        .limit(limit)
        .all(connection)
        .await
}

/// Some events whose seal is none that there is.
pub(in crate::audit) async fn unknown_seals(
    connection: &impl ConnectionTrait,
    limit: u64,
) -> Result<Vec<(EventId, i64)>, DbErr> {
    let seals = audit_seal::Entity::find().select_only().column(audit_seal::Column::Number).into_query();
    audit_event::Entity::find()
        .select_only()
        .columns([audit_event::Column::Id, audit_event::Column::Seal])
        .filter(audit_event::Column::Seal.is_not_null())
        .filter(audit_event::Column::Seal.not_in_subquery(seals))
        .order_by_asc(audit_event::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await
}
