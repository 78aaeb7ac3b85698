//! What was asked of a person before, in words.

use crate::{Arg, Locale, text_args};

/// A request that was sent before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedBefore {
    /// It waits for an answer until this day.
    Waiting(String),
    /// The person said no to what was asked on this day.
    Refused(String),
}

impl AskedBefore {
    pub(super) fn said(&self, locale: Locale) -> String {
        match self {
            Self::Waiting(day) => text_args(locale, "person-asked-waiting", &[("day", Arg::Text(day))]),
            Self::Refused(day) => text_args(locale, "person-asked-refused", &[("day", Arg::Text(day))]),
        }
    }
}
