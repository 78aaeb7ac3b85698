//! What may be wrong with a record, a card or a claim, in the reader's words.

use crate::identities;
use crate::profile;
use crate::{Locale, text, text_args};

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The same as of a profile.
    Typed(profile::Problem),
    /// The same as of a document.
    Document(identities::Problem),
    /// The helper works elsewhere.
    Outside,
    /// A number, and nobody's phone or the helper's.
    WhosePhone,
    /// The helper's account has no phone.
    NoPhone,
    /// The person did not agree.
    NotAgreed,
    /// Another text of consent is in force.
    OldText,
    /// The form came without the key of its record.
    Key,
    /// Another record arrived under the same key.
    Other,
    /// No number of a card.
    Card,
    /// Nothing was shown that belongs to a record.
    Wrong,
    /// Too many tries.
    TooMany,
}

impl Problem {
    /// In the reader's words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Typed(profile::Problem::TooOld(years)) => {
                text_args(locale, "register-problem-too-old", &profile::years_of(years))
            }
            Self::Typed(profile::Problem::TooYoung(years)) => {
                text_args(locale, "register-problem-too-young", &profile::years_of(years))
            }
            Self::Typed(problem) => problem.said(locale),
            Self::Document(problem) => problem.said(locale),
            Self::Outside => text(locale, "register-problem-outside"),
            Self::WhosePhone => text(locale, "register-problem-whose-phone"),
            Self::NoPhone => text(locale, "register-problem-no-phone"),
            Self::NotAgreed => text(locale, "register-problem-not-agreed"),
            Self::OldText => text(locale, "register-problem-old-text"),
            Self::Key => text(locale, "register-problem-key"),
            Self::Other => text(locale, "register-problem-other"),
            Self::Card => text(locale, "problem-card"),
            Self::Wrong => text(locale, "claim-problem-wrong"),
            Self::TooMany => text(locale, "problem-too-many-wait"),
        }
    }
}
