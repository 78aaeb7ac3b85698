//! How often something was tried, counted in the database so that all processes count together.

use crate::db::entities::{challenge, session, throttle};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

/// The longest stretch over which anything is counted.
const LONGEST: TimeDelta = TimeDelta::days(1);

/// Counts one try more in `bucket`; no, where there were `most` since the stretch of length `window` began.
pub(in crate::accounts) async fn take(
    connection: &impl ConnectionTrait,
    bucket: &str,
    (most, window): (i32, TimeDelta),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = throttle::ActiveModel { bucket: Set(bucket.to_owned()), began_at: Set(at), count: Set(0) };
    let held = OnConflict::column(throttle::Column::Bucket).do_nothing().to_owned();
    throttle::Entity::insert(row).on_conflict(held).exec_without_returning(connection).await?;
    throttle::Entity::update_many()
        .col_expr(throttle::Column::BeganAt, Expr::value(at))
        .col_expr(throttle::Column::Count, Expr::value(0))
        .filter(throttle::Column::Bucket.eq(bucket))
        .filter(throttle::Column::BeganAt.lte(at - window))
        .exec(connection)
        .await?;
    let counted = throttle::Entity::update_many()
        .col_expr(throttle::Column::Count, Expr::col(throttle::Column::Count).add(1))
        .filter(throttle::Column::Bucket.eq(bucket))
        .filter(throttle::Column::Count.lt(most))
        .exec(connection)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// Whether there were `most` tries in `bucket` since the stretch of length `window` began; counts nothing.
pub(in crate::accounts) async fn is_spent(
    connection: &impl ConnectionTrait,
    bucket: &str,
    (most, window): (i32, TimeDelta),
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let held = throttle::Entity::find_by_id(bucket).one(connection).await?;
    Ok(held.is_some_and(|held| held.count >= most && held.began_at > at - window))
}

/// Forgets what no longer counts: old tries, challenges that nobody can answer, sessions that have ended.
pub(in crate::accounts) async fn forget_old(
    connection: &impl ConnectionTrait,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let before = at - LONGEST;
    throttle::Entity::delete_many().filter(throttle::Column::BeganAt.lt(before)).exec(connection).await?;
    challenge::Entity::delete_many().filter(challenge::Column::ExpiresAt.lt(before)).exec(connection).await?;
    session::Entity::delete_many().filter(session::Column::EndsAt.lt(before)).exec(connection).await?;
    Ok(())
}
