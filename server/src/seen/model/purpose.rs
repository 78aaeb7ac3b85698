//! What may a covered value be shown for? A table of purposes with their names.

use crate::audit::model::{Code, CodeError};
use crate::shipped;
use seed_data::{RevealPurposeRow, TableError};
use std::sync::LazyLock;
use views::Locale;

/// Something for which a covered value may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Its code, as the trail names it.
    pub code: Code,
    /// In Lao, English and Vietnamese.
    pub names: [String; 3],
    /// Whether it has to be told in words as well.
    pub words: bool,
}

impl Purpose {
    /// Its name in a language.
    pub fn name(&self, locale: Locale) -> &str {
        let [lao, english, vietnamese] = &self.names;
        match locale {
            Locale::Lao => lao,
            Locale::English => english,
            Locale::Vietnamese => vietnamese,
        }
    }
}

/// Why the table makes no purposes.
#[derive(Debug, thiserror::Error)]
pub enum PurposesError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A code that is none.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// Neither yes nor no.
    #[error("{0:?} is neither yes nor no")]
    Words(String),
}

/// All purposes.
#[derive(Clone, Debug, Default)]
pub struct Purposes(Vec<Purpose>);

static SHIPPED: LazyLock<Purposes> = LazyLock::new(|| {
    shipped::or_nothing(
        Purposes::shipped_or_error(),
        "the purposes cannot be read: no covered value is shown",
    )
});

impl Purposes {
    /// Those in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped table, or what is wrong with it.
    pub fn shipped_or_error() -> Result<Self, PurposesError> {
        Self::of(&seed_data::reveal_purposes()?)
    }

    /// Reads a table.
    pub fn of(rows: &[RevealPurposeRow]) -> Result<Self, PurposesError> {
        let read = |row: &RevealPurposeRow| {
            let RevealPurposeRow { purpose, lo, en, vi, words, source: _ } = row.clone();
            let words = shipped::yes_or_no(&words).ok_or(PurposesError::Words(words))?;
            Ok(Purpose { code: purpose.parse()?, names: [lo, en, vi], words })
        };
        rows.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// All of them, in the order of the table.
    pub fn all(&self) -> &[Purpose] {
        &self.0
    }

    /// The purpose of a code.
    pub fn find(&self, code: &str) -> Option<&Purpose> {
        self.0.iter().find(|held| held.code.as_str() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_has_a_code_and_a_name_in_each_language() {
        let purposes = Purposes::shipped_or_error().unwrap();
        assert!(!purposes.all().is_empty());
        for purpose in purposes.all() {
            assert!(purpose.names.iter().all(|name| !name.trim().is_empty()), "{purpose:?}");
            assert_eq!(purposes.find(purpose.code.as_str()), Some(purpose), "told twice");
        }
        let mut odd = seed_data::reveal_purposes().unwrap();
        odd[0].words = "perhaps".to_owned();
        assert!(matches!(Purposes::of(&odd), Err(PurposesError::Words(_))));
    }
}
