//! How many short messages has the day left? They cost the operator money, and somebody may have them sent for nothing.

use super::store;
use crate::clock::{day_begins, day_in_vientiane, days_after};
use crate::limits::Limits;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};

/// Short messages of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// Those that were sent.
    pub sent: u64,
    /// Those that are to be sent before it ends.
    pub waiting: u64,
}

impl Used {
    /// Whether administrators are to be told.
    pub fn is_much(self) -> bool {
        let limits = Limits::shipped();
        let told = u64::from(limits.sms_a_day) * u64::from(limits.sms_alarm_percent) / 100;
        self.sent + self.waiting >= told
    }
}

/// Those of the day of a moment.
pub async fn used(connection: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Used, DbErr> {
    let (sent, waiting) =
        store::short_messages(connection, day_begins(day_in_vientiane(at)), tomorrow(at)).await?;
    Ok(Used { sent, waiting })
}

/// Whether one more can be sent today: those that wait are counted.
pub async fn are_left(connection: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<bool, DbErr> {
    let Used { sent, waiting } = used(connection, at).await?;
    Ok(sent + waiting < u64::from(Limits::shipped().sms_a_day))
}

/// Whether as many were sent today as may be; the others wait until tomorrow.
pub(super) async fn are_spent(connection: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<bool, DbErr> {
    Ok(used(connection, at).await?.sent >= u64::from(Limits::shipped().sms_a_day))
}

/// When the next day begins.
pub(super) fn tomorrow(at: DateTime<Utc>) -> DateTime<Utc> {
    day_begins(days_after(day_in_vientiane(at), 1))
}
