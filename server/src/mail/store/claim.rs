//! Whose turn is it to send what? A process claims what is due, and notes what came of it.

use super::erased;
use crate::db::entities::message::{Column, Entity, Model};
use crate::ids::MessageId;
use crate::mail::model::{Channel, Status};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, UpdateMany,
};
use uuid::Uuid;

/// Is there a letter of `channel` to be sent or to be given up at `at`?
pub(in crate::mail) async fn is_due(
    connection: &impl ConnectionTrait,
    channel: Channel,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let due = Condition::any().add(Column::NextAttemptAt.lte(at)).add(Column::ExpiresAt.lte(at));
    let one: Option<MessageId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Channel.eq(channel))
        .filter(Column::Status.eq(Status::Waiting))
        .filter(due)
        .filter(unclaimed(at))
        .limit(1)
        .into_tuple()
        .one(connection)
        .await?;
    Ok(one.is_some())
}

/// Claims up to `most` letters of `channel` that are due at `at`, for `process` until `until`, and counts the
/// attempt. What another process has claimed is passed over.
pub(in crate::mail) async fn claim(
    transaction: &DatabaseTransaction,
    channel: Channel,
    (process, until): (Uuid, DateTime<Utc>),
    at: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let due: Vec<MessageId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Channel.eq(channel))
        .filter(Column::Status.eq(Status::Waiting))
        .filter(Column::NextAttemptAt.lte(at))
        .filter(unclaimed(at))
        .order_by_asc(Column::NextAttemptAt)
        .order_by_asc(Column::Id)
        .limit(most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_tuple()
        .all(transaction)
        .await?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    Entity::update_many()
        .col_expr(Column::ClaimedBy, Expr::value(process))
        .col_expr(Column::ClaimedUntil, Expr::value(until))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.is_in(due.iter().copied()))
        .exec(transaction)
        .await?;
    Entity::find().filter(Column::Id.is_in(due)).order_by_asc(Column::Id).all(transaction).await
}

/// Nobody is sending it at `at`.
pub(super) fn unclaimed(at: DateTime<Utc>) -> Condition {
    Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lte(at))
}

/// Gives up letters of no use any more; returns how many.
pub(in crate::mail) async fn expire(
    transaction: &DatabaseTransaction,
    channel: Channel,
    at: DateTime<Utc>,
    reason: &str,
) -> Result<u64, DbErr> {
    let late = Entity::update_many()
        .filter(Column::Channel.eq(channel))
        .filter(Column::Status.eq(Status::Waiting))
        .filter(Column::ExpiresAt.lte(at))
        .filter(unclaimed(at));
    let given_up = ended(late, Status::Dead).col_expr(Column::LastError, Expr::value(reason));
    Ok(given_up.exec(transaction).await?.rows_affected)
}

/// Lets a letter wait until `until` that was claimed, as if that had not happened.
pub(in crate::mail) async fn put_off(
    transaction: &DatabaseTransaction,
    id: MessageId,
    until: DateTime<Utc>,
) -> Result<(), DbErr> {
    released(Entity::update_many().filter(Column::Id.eq(id)))
        .col_expr(Column::NextAttemptAt, Expr::value(until))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).sub(1))
        .exec(transaction)
        .await?;
    Ok(())
}

/// What came of an attempt.
pub(in crate::mail) enum Noted<'a> {
    /// It was taken over.
    Sent(DateTime<Utc>),
    /// It is tried again.
    Later(DateTime<Utc>, &'a str),
    /// It is given up.
    Dead(&'a str),
}

/// Notes what came of an attempt of `process`; says whether it was still its to note.
pub(in crate::mail) async fn note(
    transaction: &DatabaseTransaction,
    id: MessageId,
    process: Uuid,
    noted: &Noted<'_>,
) -> Result<bool, DbErr> {
    let ours = Entity::update_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(Status::Waiting))
        .filter(Column::ClaimedBy.eq(process));
    let update = match noted {
        Noted::Sent(at) => ended(ours, Status::Sent)
            .col_expr(Column::SentAt, Expr::value(*at))
            .col_expr(Column::LastError, nothing::<String>()),
        Noted::Later(next, reason) => released(ours)
            .col_expr(Column::NextAttemptAt, Expr::value(*next))
            .col_expr(Column::LastError, Expr::value(*reason)),
        Noted::Dead(reason) => ended(ours, Status::Dead).col_expr(Column::LastError, Expr::value(*reason)),
    };
    Ok(update.exec(transaction).await?.rows_affected == 1)
}

/// Nobody's claim any more, and in a state in which it is not sent: what is secret is erased.
pub(super) fn ended(update: UpdateMany<Entity>, status: Status) -> UpdateMany<Entity> {
    released(update)
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::Text, erased(Column::Text))
        .col_expr(Column::Html, erased(Column::Html))
}

fn released(update: UpdateMany<Entity>) -> UpdateMany<Entity> {
    update
        .col_expr(Column::ClaimedBy, nothing::<Uuid>())
        .col_expr(Column::ClaimedUntil, nothing::<DateTime<Utc>>())
}

pub(super) fn nothing<T>() -> SimpleExpr
where
    Option<T>: Into<sea_orm::Value>,
{
    Expr::value(None::<T>)
}
