//! Who goes first? Locks of the database for what must not be done twice at once, by name.
//!
//! PostgreSQL lets many write at a time: a name is locked until the transaction ends, or the process dies.
//! SQLite has one writer at a time, and a transaction that has begun is alone anyway.

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr, Statement};

/// Waits until nobody else works under `name`, and keeps it until the transaction ends.
pub(crate) async fn wait_for(transaction: &DatabaseTransaction, name: &str) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DatabaseBackend::Postgres {
        let sql = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
        transaction.execute_raw(statement(sql, name)).await?;
    }
    Ok(())
}

/// Takes `name` until the transaction ends, unless somebody else works under it.
pub(crate) async fn try_take(transaction: &DatabaseTransaction, name: &str) -> Result<bool, DbErr> {
    if transaction.get_database_backend() != DatabaseBackend::Postgres {
        return Ok(true);
    }
    let sql = "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken";
    let row = transaction.query_one_raw(statement(sql, name)).await?;
    row.map_or(Ok(false), |row| row.try_get("", "taken"))
}

fn statement(sql: &str, name: &str) -> Statement {
    Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, [name.into()])
}
