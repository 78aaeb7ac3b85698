//! Writing and reading outbox rows.

use super::{Position, Subject};
use crate::db::{entities::outbox, settings};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Rows written with one statement.
const BATCH: usize = 500;

/// Which rows of one subject changed.
pub type Changed = BTreeSet<Uuid>;

/// Notes that the rows `keys` of `subject` changed, within the transaction that changes them.
pub async fn enqueue(
    transaction: &DatabaseTransaction,
    subject: Subject,
    keys: impl IntoIterator<Item = Uuid>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let rows: Vec<outbox::ActiveModel> = keys
        .into_iter()
        .map(|key| outbox::ActiveModel {
            seq: NotSet,
            transaction_number: NotSet,
            subject: Set(subject),
            key: Set(key),
            written_at: Set(at),
        })
        .collect();
    for batch in rows.chunks(BATCH) {
        outbox::Entity::insert_many(batch.to_vec()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// The rows of `subject` that changed from `from` up to `to`, each once.
pub async fn read(
    connection: &impl ConnectionTrait,
    subject: Subject,
    from: Position,
    to: Position,
) -> Result<Changed, DbErr> {
    let order = order_column(connection);
    let keys = changes(subject, order, from).filter(order.lt(number(to)));
    Ok(keys.into_tuple::<Uuid>().all(connection).await?.into_iter().collect())
}

/// All rows of `subject` that changed from `from` on as far as anybody can see, each once: also those that a follower
/// may not pass yet, because a transaction that began before them has not ended.
pub async fn seen_from(
    connection: &impl ConnectionTrait,
    subject: Subject,
    from: Position,
) -> Result<Changed, DbErr> {
    let keys = changes(subject, order_column(connection), from);
    Ok(keys.into_tuple::<Uuid>().all(connection).await?.into_iter().collect())
}

fn changes(subject: Subject, order: outbox::Column, from: Position) -> Select<outbox::Entity> {
    outbox::Entity::find()
        .select_only()
        .column(outbox::Column::Key)
        .filter(outbox::Column::Subject.eq(subject))
        .filter(order.gte(number(from)))
        .order_by_asc(order)
}

/// How many rows of `subjects` stand from `reached` on, and when the oldest of them was written.
pub async fn unseen(
    connection: &impl ConnectionTrait,
    subjects: &[Subject],
    reached: Position,
) -> Result<(u64, Option<DateTime<Utc>>), DbErr> {
    let found: Option<(i64, Option<DateTime<Utc>>)> = outbox::Entity::find()
        .select_only()
        .column_as(outbox::Column::Seq.count(), "rows")
        .column_as(outbox::Column::WrittenAt.min(), "oldest")
        .filter(outbox::Column::Subject.is_in(subjects.iter().copied()))
        .filter(order_column(connection).gte(number(reached)))
        .into_tuple()
        .one(connection)
        .await?;
    Ok(found.map_or((0, None), |(rows, oldest)| (u64::try_from(rows).unwrap_or(0), oldest)))
}

/// Forgets rows written before `before`, and notes the position below which a follower has to rebuild.
pub async fn prune(transaction: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let order = order_column(transaction);
    let last: Option<Option<i64>> = outbox::Entity::find()
        .select_only()
        .column_as(order.max(), "last")
        .filter(outbox::Column::WrittenAt.lt(before))
        .into_tuple()
        .one(transaction)
        .await?;
    let Some(last) = last.flatten() else { return Ok(0) };
    let result = outbox::Entity::delete_many().filter(order.lte(last)).exec(transaction).await?;
    settings::write(transaction, settings::OUTBOX_FLOOR, &(last + 1).to_string()).await?;
    Ok(result.rows_affected)
}

/// The position below which rows have been forgotten.
pub async fn floor(connection: &impl ConnectionTrait) -> Result<Position, DbErr> {
    let floor = settings::read(connection, settings::OUTBOX_FLOOR).await?;
    Ok(Position(floor.and_then(|floor| floor.parse().ok()).unwrap_or(0)))
}

fn order_column(connection: &impl ConnectionTrait) -> outbox::Column {
    match connection.get_database_backend() {
        DatabaseBackend::Postgres => outbox::Column::TransactionNumber,
        _ => outbox::Column::Seq,
    }
}

fn number(position: Position) -> i64 {
    i64::try_from(position.0).unwrap_or(i64::MAX)
}
