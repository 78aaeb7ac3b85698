//! Ages that a law or a measure sets, each from a day on.

use crate::table::{TableError, table};
use serde::Deserialize;

/// An age from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AgeRow {
    /// `of_age`, `least` (of those who are registered for work), or `oldest` (that is believed).
    pub age: String,
    /// Years.
    pub years: u32,
    /// First day on which it holds, as `yyyy-mm-dd`.
    pub valid_from: String,
    /// Who set it.
    pub source: String,
    /// `H`, `M` or `L`, as `SOURCES.md` explains.
    pub confidence: String,
}

/// All ages.
pub fn ages() -> Result<Vec<AgeRow>, TableError> {
    table!("people/ages.csv")
}
