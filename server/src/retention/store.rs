//! How much of what is due, and what was done.

use super::model::{Class, Run};
use crate::db::entities::{audit_event, message, outbox, person, registration, retention_run};
use crate::ids::PersonId;
use crate::mail::Status;
use crate::registration::model::PhoneOf;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};

/// Records that nobody claimed.
fn unclaimed() -> Select<person::Entity> {
    person::Entity::find()
        .filter(person::Column::AccountId.is_null())
        .filter(person::Column::MergedInto.is_null())
}

/// How much there is of a class; of before a moment where one is named.
pub(super) async fn count(
    connection: &impl ConnectionTrait,
    class: Class,
    before: Option<DateTime<Utc>>,
) -> Result<u64, DbErr> {
    match (class, before) {
        (Class::UnclaimedRecord, None) => unclaimed().count(connection).await,
        (Class::UnclaimedRecord, Some(before)) => {
            unclaimed().filter(person::Column::UpdatedAt.lt(before)).count(connection).await
        }
        (Class::Letter, before) => {
            let ended = message::Entity::find().filter(message::Column::Status.ne(Status::Waiting));
            match before {
                Some(before) => ended.filter(message::Column::CreatedAt.lt(before)).count(connection).await,
                None => ended.count(connection).await,
            }
        }
        (Class::FollowedChange, None) => outbox::Entity::find().count(connection).await,
        (Class::FollowedChange, Some(before)) => {
            outbox::Entity::find().filter(outbox::Column::WrittenAt.lt(before)).count(connection).await
        }
        (Class::Trail, None) => audit_event::Entity::find().count(connection).await,
        (Class::Trail, Some(before)) => {
            audit_event::Entity::find().filter(audit_event::Column::At.lt(before)).count(connection).await
        }
    }
}

/// Records that nobody claimed or changed since a moment, and of which it was not said yet that they go: key and last
/// change.
pub(super) async fn lapsed(
    connection: &impl ConnectionTrait,
    before: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<(PersonId, DateTime<Utc>)>, DbErr> {
    let waiting = Expr::cust(
        "not exists (select 1 from erasure where erasure.person_id = person.id and erasure.stage = 'waiting')",
    );
    unclaimed()
        .select_only()
        .columns([person::Column::Id, person::Column::UpdatedAt])
        .filter(person::Column::UpdatedAt.lt(before))
        .filter(waiting)
        .order_by_asc(person::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await
}

/// The phone of a record and its language, where a helper noted that it is the person's own.
pub(super) async fn own_phone(
    connection: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<(String, String)>, DbErr> {
    let own = registration::Entity::find()
        .filter(registration::Column::PersonId.eq(person))
        .filter(registration::Column::PhoneOf.eq(PhoneOf::Own));
    if own.one(connection).await?.is_none() {
        return Ok(None);
    }
    let row = person::Entity::find_by_id(person).one(connection).await?;
    Ok(row.and_then(|row| Some((row.phone?, row.language))))
}

/// Adds to what was done on a day.
pub(super) async fn note(transaction: &DatabaseTransaction, run: Run) -> Result<(), DbErr> {
    use retention_run::Column;
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let Run { day, class, warned, done } = run;
    let (warned, done) = (number(warned), number(done));
    let row = retention_run::ActiveModel { day: Set(day), class: Set(class), warned: Set(0), done: Set(0) };
    let there = OnConflict::columns([Column::Day, Column::Class]).do_nothing().to_owned();
    retention_run::Entity::insert(row).on_conflict(there).exec_without_returning(transaction).await?;
    retention_run::Entity::update_many()
        .col_expr(Column::Warned, Expr::col(Column::Warned).add(warned))
        .col_expr(Column::Done, Expr::col(Column::Done).add(done))
        .filter(Column::Day.eq(day))
        .filter(Column::Class.eq(class))
        .exec(transaction)
        .await?;
    Ok(())
}

/// What was done from a day on, the newest first.
pub(super) async fn runs(connection: &impl ConnectionTrait, since: NaiveDate) -> Result<Vec<Run>, DbErr> {
    let rows = retention_run::Entity::find()
        .filter(retention_run::Column::Day.gte(since))
        .order_by_desc(retention_run::Column::Day)
        .order_by_asc(retention_run::Column::Class);
    let run = |row: retention_run::Model| Run {
        day: row.day,
        class: row.class,
        warned: row.warned.unsigned_abs(),
        done: row.done.unsigned_abs(),
    };
    Ok(rows.all(connection).await?.into_iter().map(run).collect())
}
