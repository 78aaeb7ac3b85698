//! What stands in the table: lists for an operator, sums for whoever watches.

use crate::db::entities::message::{Column, Entity, Model};
use crate::mail::model::{Channel, Status};
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

/// The newest letters, in one state if `status` says so.
pub(in crate::mail) async fn newest(
    connection: &impl ConnectionTrait,
    status: Option<Status>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut all = Entity::find().order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).limit(most);
    if let Some(status) = status {
        all = all.filter(Column::Status.eq(status));
    }
    all.all(connection).await
}

/// The newest letters to an account, but for so many that are newer still.
pub(in crate::mail) async fn newest_of(
    connection: &impl ConnectionTrait,
    account: Uuid,
    (skipped, most): (u64, u64),
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Account.eq(account))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .offset(skipped)
        .limit(most)
        .all(connection)
        .await
}

/// How many letters to an account are kept.
pub(in crate::mail) async fn count_of(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Account.eq(account)).count(connection).await
}

/// How many letters stand in each state and channel, and since when the oldest waits.
pub(in crate::mail) async fn sums(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(Channel, Status, i64, DateTime<Utc>)>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Channel)
        .column(Column::Status)
        .column_as(Column::Id.count(), "letters")
        .column_as(Column::CreatedAt.min(), "oldest")
        .group_by(Column::Channel)
        .group_by(Column::Status)
        .into_tuple()
        .all(connection)
        .await
}

/// How many short messages were sent since a moment, and how many wait to be sent before another.
pub(in crate::mail) async fn short_messages(
    connection: &impl ConnectionTrait,
    since: DateTime<Utc>,
    before: DateTime<Utc>,
) -> Result<(u64, u64), DbErr> {
    let all = || Entity::find().filter(Column::Channel.eq(Channel::Sms));
    let sent = all().filter(Column::SentAt.gte(since)).count(connection).await?;
    let waiting = all()
        .filter(Column::Status.eq(Status::Waiting))
        .filter(Column::NextAttemptAt.lt(before))
        .count(connection)
        .await?;
    Ok((sent, waiting))
}
