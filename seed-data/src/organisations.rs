//! What holds for organisations: terms of their verification, each with its source, and legal forms, which say nothing
//! about who somebody is, and words of names that only offices may bear.

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

/// How a number of an organisation looks at least.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NumberRow {
    /// Which.
    pub number: String,
    /// Fewest characters.
    pub shortest: usize,
    /// Most characters.
    pub longest: usize,
    /// Fewest digits among them.
    pub digits: usize,
    /// Where it comes from.
    pub source: String,
}

/// How numbers of organisations look.
pub fn organisation_numbers() -> Result<Vec<NumberRow>, TableError> {
    table!("organisations/numbers.csv")
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

/// Words that only some kinds of organisations may have in their names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReservedName {
    /// The words.
    pub words: String,
    /// Their language.
    pub language: String,
    /// Codes of the kinds that may bear them, separated by blanks.
    pub borne_by: String,
    /// Where it comes from.
    pub source: String,
}

/// A word that begins or ends like a reserved one and means something else.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct InnocentWord {
    /// The word.
    pub word: String,
    /// Where it comes from.
    pub source: String,
}

/// Words that begin or end like reserved ones and mean something else.
pub fn innocent_words() -> Result<Vec<InnocentWord>, TableError> {
    table!("organisations/innocent_words.csv")
}

/// Reserved words of names.
pub fn reserved_names() -> Result<Vec<ReservedName>, TableError> {
    table!("organisations/reserved_names.csv")
}
