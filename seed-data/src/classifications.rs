//! ISCO-08 and ISIC Rev. 4.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A group of ISCO-08 of any level.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct IscoGroup {
    /// One to four digits; `01` and `1` are different groups.
    pub code: String,
    /// English title of the classification.
    pub title: String,
}

/// The title of a group of ISCO-08 in another language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GroupTitle {
    /// Code of the group.
    pub code: String,
    /// `lo` or `vi`.
    pub language: String,
    /// The title.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// H, M or L.
    pub confidence: String,
}

/// A section of ISIC Rev. 4.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct IsicSection {
    /// One letter.
    pub code: String,
    /// English title.
    pub title_en: String,
    /// Lao title; may be empty.
    pub title_lo: String,
    /// Vietnamese title; may be empty.
    pub title_vi: String,
}

/// All groups of ISCO-08, broader ones first.
pub fn isco_groups() -> Result<Vec<IscoGroup>, TableError> {
    let mut groups: Vec<IscoGroup> = table!("isco08/groups.csv")?;
    groups.sort_by(|a, b| (a.code.len(), &a.code).cmp(&(b.code.len(), &b.code)));
    Ok(groups)
}

/// Lao and Vietnamese titles of the major and sub-major groups.
pub fn isco_titles() -> Result<Vec<GroupTitle>, TableError> {
    table!("isco08/titles.csv")
}

/// The sections of ISIC Rev. 4.
pub fn isic_sections() -> Result<Vec<IsicSection>, TableError> {
    table!("economy/isic_sections.csv")
}
