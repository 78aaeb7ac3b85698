//! What people are asked to consent to: purposes, the words that are read to them, and terms.

use crate::organisations::TermRow;
use crate::table::{TableError, table};
use serde::Deserialize;

/// A purpose for which somebody may be shown what a person has told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PurposeRow {
    /// Its code.
    pub purpose: String,
    /// Who is shown it: `organisation`, or a kind of recipient.
    pub recipient: String,
    /// Kinds of organisations, with spaces between; empty where it is none.
    pub kinds: String,
    /// Classes of data, with spaces between.
    pub classes: String,
    /// For how many days it is proposed; empty where it holds until it is withdrawn.
    pub usual_days: Option<u32>,
    /// For how many days it can hold at most.
    pub longest_days: Option<u32>,
    /// Where that comes from.
    pub source: String,
}

/// The words of a purpose in a language, from a day on; `{recipient}` stands for the name of whoever is shown it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ConsentTextRow {
    /// Code of the purpose.
    pub purpose: String,
    /// Number of the version; words that were consented to stay here for good.
    pub version: i32,
    /// `lo`, `en` or `vi`.
    pub language: String,
    /// First day, as year-month-day.
    pub valid_from: String,
    /// What it is for, in a few words.
    pub title: String,
    /// The words.
    pub text: String,
    /// Who wrote them.
    pub source: String,
}

/// All purposes.
pub fn consent_purposes() -> Result<Vec<PurposeRow>, TableError> {
    table!("consent/purposes.csv")
}

/// All words of all versions.
pub fn consent_texts() -> Result<Vec<ConsentTextRow>, TableError> {
    table!("consent/texts.csv")
}

/// Terms of requests.
pub fn consent_terms() -> Result<Vec<TermRow>, TableError> {
    table!("consent/terms.csv")
}
