//! Rows of how somebody wants to be written to.

use crate::db::entities::notice_setting::{ActiveModel, Column, Entity, Model};
use crate::mail::notices::Notices;
use crate::mail::quiet::{QuietHours, TimeOfDay};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait};
use uuid::Uuid;

/// What an account chose; nothing where there is no row.
pub(in crate::mail) async fn of(connection: &impl ConnectionTrait, account: Uuid) -> Result<Notices, DbErr> {
    let Some(row) = Entity::find_by_id(account).one(connection).await? else { return Ok(Notices::default()) };
    let Model { account_id: _, channel, quiet_from, quiet_to, updated_at: _ } = row;
    let quiet = match (quiet_from, quiet_to) {
        (Some(from), Some(to)) => Some(quiet_hours(from, to)?),
        _ => None,
    };
    Ok(Notices { channel, quiet })
}

fn quiet_hours(from: i32, to: i32) -> Result<QuietHours, DbErr> {
    let wrong = |error: &dyn std::error::Error| DbErr::Custom(format!("notice_setting: {error}"));
    let time = |minutes: i32| TimeOfDay::try_from(minutes).map_err(|error| wrong(&error));
    QuietHours::new(time(from)?, time(to)?).map_err(|error| wrong(&error))
}

/// Keeps what an account chose, in place of what it chose before.
pub(in crate::mail) async fn save(
    transaction: &DatabaseTransaction,
    account: Uuid,
    chosen: Notices,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Notices { channel, quiet } = chosen;
    let row = ActiveModel {
        account_id: Set(account),
        channel: Set(channel),
        quiet_from: Set(quiet.map(|quiet| quiet.from().minutes())),
        quiet_to: Set(quiet.map(|quiet| quiet.to().minutes())),
        updated_at: Set(at),
    };
    let again = OnConflict::column(Column::AccountId)
        .update_columns([Column::Channel, Column::QuietFrom, Column::QuietTo, Column::UpdatedAt])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(transaction).await?;
    Ok(())
}
