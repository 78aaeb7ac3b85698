//! Words that make a password easy to guess here, besides the names of places, and terms of erasures.

use crate::table::{TableError, table};
use serde::Deserialize;

/// A word that no password should rest on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PasswordWord {
    /// The word, in small letters.
    pub word: String,
    /// Where it comes from.
    pub source: String,
}

/// Words of the platform and the country.
pub fn password_words() -> Result<Vec<PasswordWord>, TableError> {
    table!("accounts/password_words.csv")
}

/// A term of erasures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ErasureTermRow {
    /// `own` and `office` from the request to the erasure, `warn` from the last letter to it.
    pub term: String,
    /// How many days.
    pub days: u32,
    /// Where that comes from.
    pub source: String,
    /// How sure it is.
    pub confidence: String,
}

/// Terms of erasures.
pub fn erasure_terms() -> Result<Vec<ErasureTermRow>, TableError> {
    table!("accounts/erasure.csv")
}
