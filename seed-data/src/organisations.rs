//! What holds for organisations: terms of their verification, each with its source, and legal forms, which say nothing
//! about who somebody is.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TermRow {
    /// Which.
    pub term: String,
    /// How much.
    pub value: u32,
    /// Of what: `days` or `months`.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
}

/// All terms.
pub fn verification_terms() -> Result<Vec<TermRow>, TableError> {
    table!("organisations/terms.csv")
}

/// A legal form of an enterprise as it stands in names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LegalForm {
    /// The words.
    pub form: String,
    /// Their language.
    pub language: String,
}

/// Legal forms.
pub fn legal_forms() -> Result<Vec<LegalForm>, TableError> {
    table!("organisations/legal_forms.csv")
}
