//! Rows of leases: compare and set on the database's own time.

use crate::db::entities::lease;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect, Statement,
};
use std::time::Duration;
use uuid::Uuid;

/// Milliseconds since 1970 by the clock of the database.
fn now(backend: DatabaseBackend) -> &'static str {
    match backend {
        DatabaseBackend::Postgres => "(extract(epoch from clock_timestamp()) * 1000)::bigint",
        _ => "cast(unixepoch('subsec') * 1000 as integer)",
    }
}

/// Sets the lease if nobody else holds it; says whether it did.
pub(super) async fn take(
    transaction: &DatabaseTransaction,
    work: &str,
    holder: Uuid,
    lasts: Duration,
) -> Result<bool, DbErr> {
    let backend = transaction.get_database_backend();
    let now = now(backend);
    let sql = format!(
        "insert into lease (name, holder, until) values ($1, $2, {now} + $3) \
         on conflict (name) do update set holder = excluded.holder, until = excluded.until \
         where lease.holder = excluded.holder or lease.until <= {now}"
    );
    let lasts = i64::try_from(lasts.as_millis()).unwrap_or(i64::MAX);
    let values = [work.into(), holder.into(), lasts.into()];
    let done = transaction.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    Ok(done.rows_affected() == 1)
}

/// Removes the lease of a holder.
pub(super) async fn release(
    transaction: &DatabaseTransaction,
    work: &str,
    holder: Uuid,
) -> Result<(), DbErr> {
    lease::Entity::delete_many()
        .filter(lease::Column::Name.eq(work))
        .filter(lease::Column::Holder.eq(holder))
        .exec(transaction)
        .await?;
    Ok(())
}

/// The holder of a lease that has not run out.
pub(super) async fn holder(connection: &impl ConnectionTrait, work: &str) -> Result<Option<Uuid>, DbErr> {
    let running = format!("until > {}", now(connection.get_database_backend()));
    lease::Entity::find()
        .select_only()
        .column(lease::Column::Holder)
        .filter(lease::Column::Name.eq(work))
        .filter(sea_orm::sea_query::Expr::cust(running))
        .into_tuple()
        .one(connection)
        .await
}
