//! How far may a follower read without skipping a change that becomes visible later?
//!
//! On PostgreSQL a sequence number is drawn before its transaction commits, so a later number can be
//! visible first, and a follower that remembers the highest number it saw would skip the earlier one
//! for ever. Rows therefore carry the number of their transaction, and a follower reads transactions
//! below `pg_snapshot_xmin`: all of them have ended, nothing new can appear among them. A position is
//! then "every transaction below this number has been seen".
//!
//! SQLite has one writer at a time: rows become visible in the order of their numbers, and a position
//! is "every row below this number has been seen".

use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, Statement};

/// Everything below this number has been seen: transactions on PostgreSQL, rows on SQLite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(pub u64);

/// The position that a follower may reach now.
pub async fn horizon(connection: &impl ConnectionTrait) -> Result<Position, DbErr> {
    let sql = match connection.get_database_backend() {
        DatabaseBackend::Postgres => {
            "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon"
        }
        _ => "select coalesce((select seq from sqlite_sequence where name = 'outbox'), 0) + 1 as horizon",
    };
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await?;
    let horizon: i64 = row.map(|row| row.try_get("", "horizon")).transpose()?.unwrap_or(0);
    Ok(Position(u64::try_from(horizon).unwrap_or(0)))
}
