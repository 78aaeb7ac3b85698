//! Facts about this installation that are stored with it.

use super::entities::setting;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, sea_query::OnConflict};

/// Version of the reference data that was loaded last.
pub const REFERENCE_VERSION: &str = "reference_version";
/// Changes whenever a row of reference data is written, so that running servers read it again.
pub const REFERENCE_STAMP: &str = "reference_stamp";
/// Version of the rules that were loaded last.
pub const RULES_VERSION: &str = "rules_version";
/// Changes whenever a row of the rules is written, so that running servers read them again.
pub const RULES_STAMP: &str = "rules_stamp";
/// Changes whenever a label is approved or taken back. Matching knows concepts and no labels, so that its columns
/// stay as they are.
pub const LABELS_STAMP: &str = "labels_stamp";
/// For how many days the texts of searches are kept; see `learning`.
pub const SEARCH_LOG_DAYS: &str = "search_log_days";
/// Identity of the database, so that an index made for another one is not mistaken for its own.
pub const DATABASE_ID: &str = "database_id";
/// Position of the outbox below which rows have been forgotten.
pub const OUTBOX_FLOOR: &str = "outbox_floor";
/// Position of the outbox up to which it was looked for people who are registered twice.
pub const TWINS_POSITION: &str = "twins_position";
/// The person up to whom everybody was looked at; absent once all were.
pub const TWINS_WALKED: &str = "twins_walked";
/// Position of the outbox up to which vacancies were held against alerts.
pub const ALERTS_POSITION: &str = "alerts_position";
/// What tells the keys that this database was made with from others; see `keys`.
pub const KEYS: &str = "keys";
/// Public keys that have signed heads of the audit trail, in hexadecimal, with spaces between.
pub const AUDIT_KEYS: &str = "audit_keys";
/// The day on which administrators were last told that most short messages of it are sent.
pub const SMS_TOLD: &str = "sms_told";
/// The last backup, as JSON; see `backup`.
pub const LAST_BACKUP: &str = "last_backup";
/// Present when the database holds a generated world with demonstration accounts.
pub const DEMO: &str = "demo";

/// The value of a setting.
pub async fn read(connection: &impl ConnectionTrait, name: &str) -> Result<Option<String>, DbErr> {
    Ok(setting::Entity::find_by_id(name).one(connection).await?.map(|row| row.value))
}

/// Sets a setting.
pub async fn write(connection: &impl ConnectionTrait, name: &str, value: &str) -> Result<(), DbErr> {
    let row = setting::ActiveModel { name: Set(name.to_owned()), value: Set(value.to_owned()) };
    let replace = OnConflict::column(setting::Column::Name).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(connection).await?;
    Ok(())
}

/// Forgets a setting.
pub async fn forget(connection: &impl ConnectionTrait, name: &str) -> Result<(), DbErr> {
    setting::Entity::delete_by_id(name).exec(connection).await?;
    Ok(())
}
