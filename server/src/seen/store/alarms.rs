//! Rows of alarms.

use crate::db::entities::alarm;
use crate::ids::AlarmId;
use crate::seen::model::{Alarm, Closed};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

impl From<alarm::Model> for Alarm {
    fn from(row: alarm::Model) -> Self {
        let alarm::Model { id, account_id, kind, day, count, raised_at, closed_at, closed_by, words } = row;
        let closed = closed_at.zip(closed_by).zip(words).map(|((at, by), words)| Closed { at, by, words });
        let count = u32::try_from(count).unwrap_or(0);
        Self { id, account: account_id, kind, day, count, raised_at, closed }
    }
}

/// Notes an alarm; no, where the same was raised on that day already.
pub(in crate::seen) async fn insert_alarm(
    transaction: &DatabaseTransaction,
    raised: &Alarm,
) -> Result<bool, DbErr> {
    let Alarm { id, account, kind, day, count, raised_at, closed: _ } = raised;
    let row = alarm::ActiveModel {
        id: Set(*id),
        account_id: Set(*account),
        kind: Set(*kind),
        day: Set(*day),
        count: Set(i32::try_from(*count).unwrap_or(i32::MAX)),
        raised_at: Set(*raised_at),
        closed_at: Set(None),
        closed_by: Set(None),
        words: Set(None),
    };
    let once = OnConflict::columns([alarm::Column::AccountId, alarm::Column::Kind, alarm::Column::Day])
        .do_nothing()
        .to_owned();
    Ok(alarm::Entity::insert(row).on_conflict(once).exec_without_returning(transaction).await? == 1)
}

/// A page of alarms, open ones first, the newest first of each; and how many there are.
pub(in crate::seen) async fn listed(
    connection: &impl ConnectionTrait,
    (page, on_a_page): (u64, u64),
) -> Result<(Vec<Alarm>, u64), DbErr> {
    let total = alarm::Entity::find().count(connection).await?;
    let rows = alarm::Entity::find()
        .order_by_desc(Expr::cust("closed_at is null"))
        .order_by_desc(alarm::Column::Id)
        .offset((page.max(1) - 1) * on_a_page)
        .limit(on_a_page)
        .all(connection)
        .await?;
    Ok((rows.into_iter().map(Alarm::from).collect(), total))
}

/// An alarm that nobody has closed; nobody else closes it until the transaction ends.
pub(in crate::seen) async fn open_alarm(
    transaction: &DatabaseTransaction,
    id: AlarmId,
) -> Result<Option<Alarm>, DbErr> {
    let open = alarm::Entity::find_by_id(id).filter(alarm::Column::ClosedAt.is_null()).lock_exclusive();
    Ok(open.one(transaction).await?.map(Alarm::from))
}

/// Closes an alarm.
pub(in crate::seen) async fn close(
    transaction: &DatabaseTransaction,
    id: AlarmId,
    closed: &Closed,
) -> Result<(), DbErr> {
    alarm::Entity::update_many()
        .col_expr(alarm::Column::ClosedAt, Expr::value(closed.at))
        .col_expr(alarm::Column::ClosedBy, Expr::value(closed.by.as_uuid()))
        .col_expr(alarm::Column::Words, Expr::value(closed.words.as_str()))
        .filter(alarm::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    Ok(())
}
