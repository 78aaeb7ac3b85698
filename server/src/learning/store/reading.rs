//! Questions about what was searched since a day. No text is given out that was asked fewer than three times.

use super::statement;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Value};

/// Fewer askings than this are a small cell and are not listed.
pub(crate) const SMALL: i64 = 3;
/// Queries listed at most.
const MOST_LISTED: i64 = 200;

/// Searches, with those whose texts are forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Totals {
    /// Searches.
    pub asked: i64,
    /// Searches that found nothing.
    pub without_hits: i64,
    /// Vacancies opened from results.
    pub clicks: i64,
}

/// A query with its counts over all places.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Tried {
    /// The folded text.
    pub query: String,
    /// Language of the page.
    pub language: String,
    /// Searches.
    pub asked: i64,
    /// Searches that found nothing.
    pub without_hits: i64,
    /// Vacancies opened from results.
    pub clicks: i64,
}

/// How often vacancies of an occupation were opened from the results of a query.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Clicked {
    pub(crate) query: String,
    pub(crate) occupation_id: i32,
    pub(crate) clicks: i64,
}

const COUNTS: &str = "cast(coalesce(sum(asked), 0) as bigint) as asked, \
    cast(coalesce(sum(without_hits), 0) as bigint) as without_hits, \
    cast(coalesce(sum(clicks), 0) as bigint) as clicks";

/// All searches since `from`.
pub(crate) async fn totals(connection: &impl ConnectionTrait, from: NaiveDate) -> Result<Totals, DbErr> {
    let sql = format!(
        "select {COUNTS} from (select asked, without_hits, clicks from search_log where day >= $1 \
         union all select asked, without_hits, clicks from search_sum where day >= $2) as every_one"
    );
    Ok(all(connection, &sql, vec![from.into(), from.into()]).await?.pop().unwrap_or_default())
}

/// Queries that found nothing [`SMALL`] times or more since `from`, most often first.
pub(crate) async fn failing(connection: &impl ConnectionTrait, from: NaiveDate) -> Result<Vec<Tried>, DbErr> {
    let sql = format!(
        "select query, language, {COUNTS} from search_log where day >= $1 group by query, language \
         having sum(without_hits) >= $2 order by sum(without_hits) desc, query, language limit $3"
    );
    all(connection, &sql, vec![from.into(), SMALL.into(), MOST_LISTED.into()]).await
}

/// Queries that found something at least `least` times and led to fewer than one opening in ten of them.
pub(crate) async fn low_click(
    connection: &impl ConnectionTrait,
    from: NaiveDate,
    least: i64,
) -> Result<Vec<Tried>, DbErr> {
    let sql = format!(
        "select query, language, {COUNTS} from search_log where day >= $1 group by query, language \
         having sum(asked) - sum(without_hits) >= $2 and sum(asked) - sum(without_hits) > 10 * sum(clicks) \
         order by sum(asked) - sum(without_hits) desc, query, language limit $3"
    );
    all(connection, &sql, vec![from.into(), least.max(SMALL).into(), MOST_LISTED.into()]).await
}

/// How many different queries were asked fewer than [`SMALL`] times.
pub(crate) async fn small(connection: &impl ConnectionTrait, from: NaiveDate) -> Result<i64, DbErr> {
    let sql = "select count(*) as small from (select query from search_log where day >= $1 \
        group by query, language having sum(asked) < $2) as rare";
    let values: Vec<Value> = vec![from.into(), SMALL.into()];
    let row = connection.query_one_raw(statement(connection, sql, values)).await?;
    row.map_or(Ok(0), |row| row.try_get("", "small"))
}

/// Occupations that were opened from results since `from`, [`SMALL`] times or more for a query.
pub(crate) async fn clicked(
    connection: &impl ConnectionTrait,
    from: NaiveDate,
) -> Result<Vec<Clicked>, DbErr> {
    let sql = "select query, occupation_id, cast(sum(clicks) as bigint) as clicks from search_click \
        where day >= $1 group by query, occupation_id having sum(clicks) >= $2 \
        order by query, occupation_id";
    all(connection, sql, vec![from.into(), SMALL.into()]).await
}

async fn all<T: FromQueryResult>(
    connection: &impl ConnectionTrait,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<T>, DbErr> {
    T::find_by_statement(statement(connection, sql, values)).all(connection).await
}
