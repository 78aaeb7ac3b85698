//! Ways on from pages of posted vacancies, in words.

use crate::{Locale, text};

/// A way on from a page of posting, or something that is told there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayWord {
    /// To the form in which it is changed.
    Change,
    /// To a form filled in from it.
    Copy,
    /// To its public page.
    Public,
    /// To the people who fit.
    People,
    /// The organisation is not verified.
    Unverified,
}

impl WayWord {
    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Change => text(locale, "posting-change"),
            Self::Copy => text(locale, "posting-copy"),
            Self::Public => text(locale, "posting-see-public"),
            Self::People => text(locale, "posting-people"),
            Self::Unverified => text(locale, "review-unverified"),
        }
    }
}
