//! How much of something the platform allows, and for how long: one table for all that protects it.

use crate::access::LimitRow;
use crate::table::{TableError, table};

/// All limits of the platform.
pub fn platform_limits() -> Result<Vec<LimitRow>, TableError> {
    table!("platform/limits.csv")
}
