//! Alerts, in words: asking to hear of a search, the page to which letters lead, and the own ones.

mod ask;
mod list;
mod one;

pub use ask::{AskProblem, NewAlert, Typed, asked, new};
pub use list::{AlertRow, list};
pub use one::{ActProblem, AlertPage, Done, one};

use crate::form::{Choice, Field, FieldKind};
use crate::{Locale, text};

/// How often somebody is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrequencyWord {
    /// As soon as there is something.
    AtOnce,
    /// In the morning.
    Daily,
    /// On Monday morning.
    Weekly,
}

/// Whether an alert is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateWord {
    /// Nobody has shown yet that the contact is theirs.
    Pending,
    /// It is watched.
    Active,
    /// Its owner lets it rest.
    Paused,
    /// Its owner ended it.
    Stopped,
    /// Letters come back.
    Bounced,
}

impl FrequencyWord {
    /// All, with their codes in forms.
    const ALL: [(Self, &'static str); 3] =
        [(Self::AtOnce, "at_once"), (Self::Daily, "daily"), (Self::Weekly, "weekly")];

    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::AtOnce => text(locale, "alerts-at-once"),
            Self::Daily => text(locale, "alerts-daily"),
            Self::Weekly => text(locale, "alerts-weekly"),
        }
    }

    /// By its code; none for one that there is not.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, held)| *held == code).map(|(word, _)| word)
    }

    fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(word, _)| *word == self).map_or("", |(_, code)| code)
    }
}

impl StateWord {
    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Pending => text(locale, "alerts-pending"),
            Self::Active => text(locale, "alerts-active"),
            Self::Paused => text(locale, "alerts-paused"),
            Self::Stopped => text(locale, "alerts-stopped"),
            Self::Bounced => text(locale, "alerts-bounced"),
        }
    }

    /// By its code; none for one that there is not.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "pending" => Self::Pending,
            "active" => Self::Active,
            "paused" => Self::Paused,
            "stopped" => Self::Stopped,
            "bounced" => Self::Bounced,
            _ => return None,
        })
    }
}

/// What leads from results to an alert of them.
pub fn ask(locale: Locale) -> String {
    text(locale, "alerts-ask")
}

/// What the own alerts are called.
pub fn title(locale: Locale) -> String {
    text(locale, "alerts-title")
}

/// What a search without words and filters is called.
pub fn every_job(locale: Locale) -> String {
    text(locale, "alerts-every-job")
}

/// What leads to jobs.
pub fn find(locale: Locale) -> String {
    text(locale, "alerts-find")
}

/// What leads to what is kept about people.
pub fn privacy(locale: Locale) -> String {
    text(locale, "privacy-title")
}

/// The choice of how often.
fn frequency(locale: Locale, chosen: &str, problem: Option<String>) -> Field {
    let choices = FrequencyWord::ALL.into_iter().map(|(word, code)| Choice::new(code, word.said(locale)));
    Field {
        name: "frequency".to_owned(),
        label: text(locale, "alerts-frequency"),
        hint: None,
        kind: FieldKind::Choice(choices.collect()),
        value: chosen.to_owned(),
        problem,
        optional: false,
    }
}

fn hidden(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: value.to_owned(),
        problem: None,
        optional: false,
    }
}
