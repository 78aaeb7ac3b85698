//! When was the last backup? Noted in the database after the file is whole, so that pages can say so.

use crate::db::{Database, settings};
use crate::limits::Limits;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};

/// A backup that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// When.
    pub at: DateTime<Utc>,
    /// How large it is.
    pub bytes: u64,
    /// The file, as it was named.
    pub file: String,
}

impl Noted {
    /// Whether it is too old to be the last one.
    pub fn is_old(&self, at: DateTime<Utc>) -> bool {
        at - self.at > TimeDelta::days(i64::from(Limits::shipped().backup_days))
    }
}

/// Notes that a backup was written.
pub async fn note(database: &Database, noted: &Noted) -> Result<(), DbErr> {
    let text = serde_json::to_string(noted).map_err(|error| DbErr::Custom(error.to_string()))?;
    let transaction = database.begin().await?;
    settings::write(&transaction, settings::LAST_BACKUP, &text).await?;
    transaction.commit().await
}

/// The last one; none where there was none, or nobody can read what was noted.
pub async fn last(connection: &impl ConnectionTrait) -> Result<Option<Noted>, DbErr> {
    let held = settings::read(connection, settings::LAST_BACKUP).await?;
    Ok(held.and_then(|text| serde_json::from_str(&text).ok()))
}
