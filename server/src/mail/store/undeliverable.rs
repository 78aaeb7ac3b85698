//! Addresses and numbers that take nothing.

use crate::db::entities::undeliverable::{ActiveModel, Column, Entity, Model};
use crate::mail::model::Channel;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
};

/// Notes that `recipient` was refused for good; the first time stays, the last reason counts.
pub(in crate::mail) async fn mark(
    transaction: &DatabaseTransaction,
    channel: Channel,
    recipient: &str,
    (since, reason): (DateTime<Utc>, &str),
) -> Result<(), DbErr> {
    let row = ActiveModel {
        channel: Set(channel),
        recipient: Set(recipient.to_owned()),
        since: Set(since),
        reason: Set(reason.to_owned()),
    };
    let again =
        OnConflict::columns([Column::Channel, Column::Recipient]).update_column(Column::Reason).to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(transaction).await?;
    Ok(())
}

/// Notes that something was delivered to `recipient`.
pub(in crate::mail) async fn clear(
    transaction: &DatabaseTransaction,
    channel: Channel,
    recipient: &str,
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::Channel.eq(channel))
        .filter(Column::Recipient.eq(recipient))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Since when and why `recipient` takes nothing, if that is so.
pub(in crate::mail) async fn of(
    connection: &impl ConnectionTrait,
    channel: Channel,
    recipient: &str,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((channel, recipient.to_owned())).one(connection).await
}
