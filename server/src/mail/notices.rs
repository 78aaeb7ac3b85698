//! How does somebody want to be written to, and until when does a letter wait for it?

use super::model::{Channel, Letter, Urgency};
use super::quiet::QuietHours;
use super::store;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use uuid::Uuid;

/// How somebody wants to be written to; whoever never chose is written to at any hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// By letter or short message, where both are possible.
    pub channel: Option<Channel>,
    /// When they are not to be disturbed.
    pub quiet: Option<QuietHours>,
}

/// What an account chose.
pub async fn of(connection: &impl ConnectionTrait, account: Uuid) -> Result<Notices, DbErr> {
    store::notices::of(connection, account).await
}

/// Notes what an account chose.
pub async fn save(
    transaction: &DatabaseTransaction,
    account: Uuid,
    chosen: Notices,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    store::notices::save(transaction, account, chosen, at).await
}

/// When the quiet hours end in which a letter of this urgency to `account` would come at `at`; none if it need not wait.
/// What would be of no use any more by then does not wait either.
pub(super) async fn quiet_until(
    transaction: &DatabaseTransaction,
    (urgency, account): (Urgency, Option<Uuid>),
    expires_at: Option<DateTime<Utc>>,
    at: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let (Urgency::CanWait, Some(account)) = (urgency, account) else { return Ok(None) };
    let end = of(transaction, account).await?.quiet.and_then(|quiet| quiet.end(at));
    Ok(end.filter(|end| expires_at.is_none_or(|last| *end < last)))
}

/// When `letter`, written at `at`, may be sent.
pub(super) async fn due(
    transaction: &DatabaseTransaction,
    letter: &Letter,
    at: DateTime<Utc>,
) -> Result<DateTime<Utc>, DbErr> {
    let of = (letter.said.urgency(), letter.account);
    Ok(quiet_until(transaction, of, letter.expires_at, at).await?.unwrap_or(at))
}
