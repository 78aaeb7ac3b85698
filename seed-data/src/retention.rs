//! How long is what kept?

use crate::table::{TableError, table};
use serde::Deserialize;

/// A class of rows, and how long they are kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RetentionRow {
    /// Its code.
    pub class: String,
    /// How long.
    pub term: u32,
    /// `days` or `months`.
    pub unit: String,
    /// From when on: `last_change`, `written` or `happened`.
    pub since: String,
    /// What is done then: `erase` a person, `delete` rows, or `keep` what cannot be taken out.
    pub deed: String,
    /// How many days before somebody is written to, where there is somebody.
    pub warn_days: u32,
    /// Where that comes from.
    pub source: String,
    /// How sure it is.
    pub confidence: String,
    /// First day on which it holds, as year-month-day.
    pub effective_from: String,
}

/// All classes.
pub fn retention_classes() -> Result<Vec<RetentionRow>, TableError> {
    table!("retention/classes.csv")
}
