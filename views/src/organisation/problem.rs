//! What can be wrong with a form about an organisation.

use crate::{Arg, Locale, text, text_args};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands there.
    Empty,
    /// Too long.
    Long,
    /// Signs that do not belong there.
    Signs,
    /// Letters that are not Latin ones.
    Latin,
    /// No number of its kind, which has so many digits at least.
    Number(usize),
    /// These words belong to public offices.
    Reserved(&'static str),
    /// No address of the web.
    Address,
    /// None of what can be chosen.
    Choose,
    /// No day.
    Day,
    /// It ends before it begins.
    Days,
    /// A reason is needed.
    Reason,
    /// Not from here.
    NotNow,
    /// A member does not decide.
    Own,
    /// Papers are missing.
    Papers,
    /// Too early.
    TooEarly,
    /// It is being looked at, or verified.
    Verified,
    /// Too many.
    TooMany,
    /// As many were founded today as one account may.
    FoundToday,
    /// As many wait for their first verification as may.
    FoundOpen,
    /// Others are called alike: it has to be confirmed.
    Alike,
}

impl Problem {
    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Empty => text(locale, "org-problem-empty"),
            Self::Long => text(locale, "org-problem-long"),
            Self::Signs => text(locale, "org-problem-signs"),
            Self::Latin => text(locale, "org-problem-latin"),
            Self::Number(digits) => {
                let digits = Arg::Number(i64::try_from(digits).unwrap_or(i64::MAX));
                text_args(locale, "org-problem-number", &[("digits", digits)])
            }
            Self::Reserved(words) => {
                text_args(locale, "org-problem-reserved", &[("words", Arg::Text(words))])
            }
            Self::Address => text(locale, "org-problem-address"),
            Self::Choose => text(locale, "org-problem-choose"),
            Self::Day => text(locale, "org-problem-day"),
            Self::Days => text(locale, "org-problem-days"),
            Self::Reason => text(locale, "org-problem-reason"),
            Self::NotNow => text(locale, "org-problem-not-now"),
            Self::Own => text(locale, "org-problem-own"),
            Self::Papers => text(locale, "org-problem-papers"),
            Self::TooEarly => text(locale, "org-problem-early"),
            Self::Verified => text(locale, "org-problem-verified"),
            Self::TooMany => text(locale, "org-problem-many"),
            Self::FoundToday => text(locale, "org-problem-founded-today"),
            Self::FoundOpen => text(locale, "org-problem-founded-open"),
            Self::Alike => text(locale, "org-problem-alike"),
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
    /// One of a field.
    pub fn of(field: &'static str, problem: Problem) -> Self {
        Self { whole: None, fields: vec![(field, problem)] }
    }

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
