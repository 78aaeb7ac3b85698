//! Levels and fields of schooling, by which people say what they learnt.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A level of schooling.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EducationLevelRow {
    /// Its code.
    pub code: String,
    /// Level of ISCED 2011, 0 to 8.
    pub isced: u8,
    /// Level of the national framework, 1 to 8; none for general schooling.
    pub qualification: Option<u8>,
    /// Its name in Lao.
    pub lo: String,
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
    /// Where that comes from.
    pub source: String,
}

/// A field of schooling.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EducationFieldRow {
    /// Code of ISCED-F 2013, three digits.
    pub code: String,
    /// Its name in Lao.
    pub lo: String,
    /// In English.
    pub en: String,
    /// In Vietnamese.
    pub vi: String,
    /// Where that comes from.
    pub source: String,
}

/// All levels, the lowest first.
pub fn education_levels() -> Result<Vec<EducationLevelRow>, TableError> {
    table!("education/levels.csv")
}

/// All fields.
pub fn education_fields() -> Result<Vec<EducationFieldRow>, TableError> {
    table!("education/fields.csv")
}
