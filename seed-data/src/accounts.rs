//! Words that make a password easy to guess here, besides the names of places.

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
