//! How much of something the platform allows, and for how long: one table for all that protects it.

use crate::access::LimitRow;
use crate::table::{TableError, table};
use serde::Deserialize;

/// All limits of the platform.
pub fn platform_limits() -> Result<Vec<LimitRow>, TableError> {
    table!("platform/limits.csv")
}

#[derive(Debug, Deserialize)]
struct FreeMailRow {
    domain: String,
    #[expect(dead_code, reason = "told in the file for whoever reads it")]
    source: String,
}

/// Domains of providers that give mailboxes to everybody, in lower case.
pub fn free_mail() -> Result<Vec<String>, TableError> {
    let rows: Vec<FreeMailRow> = table!("platform/free_mail.csv")?;
    Ok(rows.into_iter().map(|row| row.domain).collect())
}
