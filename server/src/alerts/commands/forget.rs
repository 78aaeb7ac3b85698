//! Forgets alerts that nobody confirmed or that have ended, and what was found long ago.

use super::ask::days;
use crate::alerts::store;
use crate::limits::Limits;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

/// Forgets what has had its time by `at`.
pub async fn forget(transaction: &DatabaseTransaction, at: DateTime<Utc>) -> Result<(), DbErr> {
    let limits = Limits::shipped();
    let (pending, ended) = (at - days(limits.alert_pending_days), at - days(limits.alert_ended_days));
    store::forget(transaction, (pending, ended)).await?;
    store::forget_old(transaction, at - days(limits.alert_hit_days)).await
}
