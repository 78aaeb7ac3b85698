//! What rows about somebody are to their owner, in plain words.

use crate::retention::TermWord;
use crate::{Arg, Locale, text, text_args};

/// A class of what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// The profile.
    Profile,
    /// Numbers of documents.
    Papers,
    /// The account and its ways in.
    Account,
    /// Letters.
    Letters,
    /// Consents, and requests for them.
    Consents,
    /// Applications for vacancies.
    Applications,
    /// What a helper noted.
    Registration,
    /// Questions whether two records are of one person.
    Cases,
    /// Roles in organisations.
    Roles,
    /// The audit trail.
    Trail,
    /// What was done for others.
    Work,
}

impl Class {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Profile,
        Self::Papers,
        Self::Account,
        Self::Letters,
        Self::Consents,
        Self::Applications,
        Self::Registration,
        Self::Cases,
        Self::Roles,
        Self::Trail,
        Self::Work,
    ];

    /// What it is called.
    pub fn title(self, locale: Locale) -> String {
        match self {
            Self::Profile => text(locale, "erasure-profile"),
            Self::Papers => text(locale, "erasure-papers"),
            Self::Account => text(locale, "erasure-account"),
            Self::Letters => text(locale, "erasure-letters"),
            Self::Consents => text(locale, "erasure-consents"),
            Self::Applications => text(locale, "erasure-applications"),
            Self::Registration => text(locale, "erasure-registration"),
            Self::Cases => text(locale, "erasure-cases"),
            Self::Roles => text(locale, "erasure-roles"),
            Self::Trail => text(locale, "erasure-trail"),
            Self::Work => text(locale, "erasure-work"),
        }
    }

    /// What becomes of it, where the audit trail is kept for a term.
    pub fn said(self, locale: Locale, trail: TermWord) -> String {
        let trail = trail.said(locale);
        let term = [("term", Arg::Text(&trail))];
        match self {
            Self::Profile => text(locale, "erasure-profile-what"),
            Self::Papers => text(locale, "erasure-papers-what"),
            Self::Account => text(locale, "erasure-account-what"),
            Self::Letters => text(locale, "erasure-letters-what"),
            Self::Consents => text(locale, "erasure-consents-what"),
            Self::Applications => text(locale, "erasure-applications-what"),
            Self::Registration => text(locale, "erasure-registration-what"),
            Self::Cases => text(locale, "erasure-cases-what"),
            Self::Roles => text(locale, "erasure-roles-what"),
            Self::Trail => text_args(locale, "erasure-trail-what", &term),
            Self::Work => text_args(locale, "erasure-work-what", &term),
        }
    }
}
