//! What can be wrong with the form of a vacancy.

use crate::{Locale, text};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands there.
    Empty,
    /// Too long.
    Long,
    /// Signs that nobody sees.
    Signs,
    /// No number, or none of this range.
    Number,
    /// None of what can be chosen.
    Choose,
    /// No day.
    Day,
    /// A day that has passed.
    Past,
    /// Further away than a vacancy stays open.
    TooFar,
    /// The highest is less than the lowest.
    Backwards,
    /// Somebody changed it meanwhile.
    Stale,
    /// Not in its present state.
    NotNow,
    /// The rules refuse it.
    Rules,
    /// The organisation is not verified.
    NotVerified,
    /// A reason is needed.
    Reason,
    /// As many reports as one network may send in an hour.
    TooManyReports,
    /// As many as one organisation may post on a day.
    TooMany,
}

impl Problem {
    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Empty => text(locale, "posting-problem-empty"),
            Self::Long => text(locale, "posting-problem-long"),
            Self::Signs => text(locale, "posting-problem-signs"),
            Self::Number => text(locale, "posting-problem-number"),
            Self::Choose => text(locale, "posting-problem-choose"),
            Self::Day => text(locale, "posting-problem-day"),
            Self::Past => text(locale, "posting-problem-past"),
            Self::TooFar => text(locale, "posting-problem-far"),
            Self::Backwards => text(locale, "posting-problem-backwards"),
            Self::Stale => text(locale, "posting-problem-stale"),
            Self::NotNow => text(locale, "posting-problem-now"),
            Self::Rules => text(locale, "posting-checks-refuse"),
            Self::NotVerified => text(locale, "posting-verify-first"),
            Self::Reason => text(locale, "posting-problem-reason"),
            Self::TooManyReports => text(locale, "report-problem-many"),
            Self::TooMany => text(locale, "posting-problem-many"),
        }
    }
}

/// What is wrong with a form: with fields by name, and as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// As a whole.
    pub whole: Option<Problem>,
    /// By field.
    pub fields: Vec<(&'static str, Problem)>,
}

impl Problems {
    /// One as a whole.
    pub fn whole(problem: Problem) -> Self {
        Self { whole: Some(problem), fields: Vec::new() }
    }

    /// That of a field.
    pub fn at(&self, field: &str) -> Option<Problem> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, problem)| *problem)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.whole.is_none() && self.fields.is_empty()
    }
}
