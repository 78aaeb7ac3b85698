//! Rows of what was searched: added to, summed up, forgotten.

mod decisions;
mod reading;

pub(super) use decisions::{approved, decide, decided};
pub(super) use reading::Clicked;
pub use reading::{Totals, Tried};
pub(super) use reading::{clicked, failing, low_click, small, totals};

use super::rows::Rows;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, Statement, Value};
use std::collections::HashMap;

/// Different rows of one day; beyond them only what is there already is counted on.
const MOST_OF_A_DAY: i64 = 50_000;

const ADD: &str = "insert into search_log \
    (day, query, language, place, understood, band, asked, without_hits, clicks) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (day, query, language, place) do update set \
    understood = case when excluded.asked > 0 then excluded.understood else search_log.understood end, \
    band = case when excluded.band > search_log.band then excluded.band else search_log.band end, \
    asked = search_log.asked + excluded.asked, \
    without_hits = search_log.without_hits + excluded.without_hits, \
    clicks = search_log.clicks + excluded.clicks";

const ADD_TO_HELD: &str = "update search_log set \
    band = case when $6 > band then $6 else band end, asked = asked + $7, \
    understood = case when $7 > 0 then $5 else understood end, \
    without_hits = without_hits + $8, clicks = clicks + $9 \
    where day = $1 and query = $2 and language = $3 and place = $4";

const ADD_CLICKS: &str = "insert into search_click (day, query, language, occupation_id, clicks) \
    values ($1, $2, $3, $4, $5) on conflict (day, query, language, occupation_id) do update set \
    clicks = search_click.clicks + excluded.clicks";

/// Adds to the rows of searches, of several processes in any order.
pub(super) async fn add(transaction: &DatabaseTransaction, rows: &Rows) -> Result<(), DbErr> {
    let mut full: HashMap<NaiveDate, bool> = HashMap::new();
    for (key, row) in rows {
        let is_full = match full.get(&key.day) {
            Some(is_full) => *is_full,
            None => *full.entry(key.day).or_insert(is_full(transaction, key.day).await?),
        };
        let sql = if is_full { ADD_TO_HELD } else { ADD };
        let values: Vec<Value> = vec![
            key.day.into(),
            key.query.clone().into(),
            key.language.into(),
            key.place.clone().into(),
            row.understood.clone().into(),
            row.band.into(),
            row.asked.into(),
            row.without_hits.into(),
            row.clicks.into(),
        ];
        if execute(transaction, sql, values).await? == 0 {
            continue;
        }
        for (occupation, clicks) in &row.opened {
            let values: Vec<Value> = vec![
                key.day.into(),
                key.query.clone().into(),
                key.language.into(),
                (*occupation).into(),
                (*clicks).into(),
            ];
            execute(transaction, ADD_CLICKS, values).await?;
        }
    }
    Ok(())
}

async fn is_full(connection: &impl ConnectionTrait, day: NaiveDate) -> Result<bool, DbErr> {
    let sql = "select count(*) as held from search_log where day = $1";
    let row = connection.query_one_raw(statement(connection, sql, vec![day.into()])).await?;
    let held: i64 = row.map_or(Ok(0), |row| row.try_get("", "held"))?;
    Ok(held >= MOST_OF_A_DAY)
}

/// Turns the searches of all days before `day` into sums; returns how many rows were forgotten.
pub(super) async fn sum_up(transaction: &DatabaseTransaction, day: NaiveDate) -> Result<u64, DbErr> {
    let sum = "insert into search_sum (day, language, asked, without_hits, clicks) \
        select day, language, cast(sum(asked) as bigint), cast(sum(without_hits) as bigint), \
        cast(sum(clicks) as bigint) from search_log where day < $1 group by day, language \
        on conflict (day, language) do update set asked = search_sum.asked + excluded.asked, \
        without_hits = search_sum.without_hits + excluded.without_hits, \
        clicks = search_sum.clicks + excluded.clicks";
    execute(transaction, sum, vec![day.into()]).await?;
    execute(transaction, "delete from search_click where day < $1", vec![day.into()]).await?;
    execute(transaction, "delete from search_log where day < $1", vec![day.into()]).await
}

async fn execute(connection: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<u64, DbErr> {
    Ok(connection.execute_raw(statement(connection, sql, values)).await?.rows_affected())
}

fn statement(connection: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(connection.get_database_backend(), sql, values)
}
