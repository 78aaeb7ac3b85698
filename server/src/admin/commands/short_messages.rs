//! Most short messages of the day are sent: whoever keeps the platform going is told once, while some are left.

use crate::access;
use crate::access::model::Role;
use crate::accounts::commands::write_to;
use crate::clock::day_in_vientiane;
use crate::db::{Database, locks, settings};
use crate::http::paths;
use crate::limits::Limits;
use crate::mail::{Said, short};
use chrono::{DateTime, Utc};
use sea_orm::DbErr;

/// Tells administrators, once a day; says whether it did.
pub async fn watch(database: &Database, base_url: &str, at: DateTime<Utc>) -> Result<bool, DbErr> {
    let day = day_in_vientiane(at);
    let told = |held: Option<String>| held.is_some_and(|held| held == day.to_string());
    if told(settings::read(database.reader(), settings::SMS_TOLD).await?)
        || !short::used(database.reader(), at).await?.is_much()
    {
        return Ok(false);
    }
    let transaction = database.begin().await?;
    locks::wait_for(&transaction, "short messages of the day").await?;
    if told(settings::read(&transaction, settings::SMS_TOLD).await?) {
        return Ok(false);
    }
    let used = short::used(&transaction, at).await?;
    let count = u32::try_from(used.sent + used.waiting).unwrap_or(u32::MAX);
    for member in access::commands::of_role(&transaction, Role::SystemAdmin, at).await? {
        let account = member.membership.account;
        let (most, link) = (Limits::shipped().sms_a_day, format!("{base_url}{}", paths::MESSAGES));
        let said = Said::ShortMessages { count, most, day, link };
        write_to(&transaction, account, said, (base_url, at)).await?;
    }
    settings::write(&transaction, settings::SMS_TOLD, &day.to_string()).await?;
    transaction.commit().await?;
    tracing::warn!(count, "most short messages of the day are sent or wait");
    Ok(true)
}
