//! What became of letters? For an operator, for whoever watches, and for those whose address takes nothing.

use super::model::{Channel, Recipient, Status};
use super::store;
use crate::db::Database;
use crate::ids::MessageId;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// A letter as lists show it: without a word of its text.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Identifier.
    pub id: MessageId,
    /// What it is about.
    pub kind: String,
    /// To whom; shown masked.
    pub recipient: Recipient,
    /// Language of the text.
    pub language: String,
    /// Subject.
    pub subject: String,
    /// What came of it.
    pub status: Status,
    /// How often sending was begun.
    pub attempts: i32,
    /// When it is tried next, if it waits.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was taken over.
    pub sent_at: Option<DateTime<Utc>>,
    /// Its code or link has been erased, so that it cannot be sent again.
    pub erased: bool,
}

/// The newest letters, in one state if `status` says so.
pub async fn newest(database: &Database, status: Option<Status>, most: u64) -> Result<Vec<Listed>, DbErr> {
    let rows = store::newest(database.reader(), status, most).await?;
    Ok(rows.into_iter().map(listed).collect())
}

/// Up to `most` letters to an account, the newest first, from the one after the first `skipped`; and how many are kept
/// in all, which is those of ninety days.
pub async fn newest_of(
    connection: &impl ConnectionTrait,
    account: Uuid,
    (skipped, most): (u64, u64),
) -> Result<(Vec<Listed>, u64), DbErr> {
    let rows = store::newest_of(connection, account, (skipped, most)).await?;
    Ok((rows.into_iter().map(listed).collect(), store::count_of(connection, account).await?))
}

fn listed(row: store::Stored) -> Listed {
    let recipient = match row.channel {
        Channel::Email => Recipient::Email(row.recipient),
        Channel::Sms => Recipient::Phone(row.recipient),
    };
    Listed {
        id: row.id,
        kind: row.kind,
        recipient,
        language: row.language,
        subject: row.subject,
        status: row.status,
        attempts: row.attempts,
        next_attempt_at: (row.status == Status::Waiting).then_some(row.next_attempt_at),
        last_error: row.last_error,
        created_at: row.created_at,
        sent_at: row.sent_at,
        erased: row.text.is_none(),
    }
}

/// How many letters of a channel stand in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// How they are sent.
    pub channel: Channel,
    /// What came of them.
    pub status: Status,
    /// How many.
    pub letters: u64,
    /// When the oldest was written.
    pub oldest: DateTime<Utc>,
}

/// How many letters stand in each state, of the last ninety days.
pub async fn sums(database: &Database) -> Result<Vec<Sum>, DbErr> {
    let rows = store::sums(database.reader()).await?;
    let sum = |(channel, status, letters, oldest)| Sum {
        channel,
        status,
        letters: u64::try_from(letters).unwrap_or(0),
        oldest,
    };
    Ok(rows.into_iter().map(sum).collect())
}

/// Since when and why an address takes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undeliverable {
    /// When it was refused first.
    pub since: DateTime<Utc>,
    /// What the server said.
    pub reason: String,
}

/// Does `recipient` take nothing? For its owner to be told.
pub async fn undeliverable(
    connection: &impl ConnectionTrait,
    recipient: &Recipient,
) -> Result<Option<Undeliverable>, DbErr> {
    let held = store::undeliverable::of(connection, recipient.channel(), recipient.as_str()).await?;
    Ok(held.map(|row| Undeliverable { since: row.since, reason: row.reason }))
}
