//! What the law asks for, for everybody: the rules of a day by topic, and each rule with its history.

mod desk;
mod draw;
mod history;
mod propose;
mod topic;
mod value;

pub use desk::{
    DeskDone, DeskProblem, DeskVersion, Doable, RuleDeskPage, StateWord, WaitingPage, WaitingRow, rule_desk,
    waiting,
};
pub use history::{HistoryPage, StepWord, Taken, VersionRow, history};
pub use propose::{ProposeForm, ValueField};
pub use topic::TopicWord;
pub use value::{Amount, UnitWord, article, instrument, statement};

use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// How sure a version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SureWord {
    /// The text itself, or two sources that agree.
    High,
    /// One credible source.
    Medium,
    /// From memory, or sources disagree.
    Low,
}

/// Whether the ministry has to confirm a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmed {
    /// It needs no confirmation.
    NotNeeded,
    /// It has to, and has not.
    Waiting,
    /// It did, on this day.
    On(String),
}

/// What not keeping to a rule leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectWord {
    /// It is told.
    Inform,
    /// Somebody is warned.
    Warn,
    /// A person decides.
    Review,
    /// It is refused.
    Refuse,
}

/// A rule as it is on the day of the page.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Where its history is.
    pub href: String,
    /// What it says on the day; none where it does not hold on it.
    pub says: Option<String>,
    /// The first day on which it says so, as text; none where nobody knows it.
    pub since: Option<String>,
    /// The instrument that makes it.
    pub instrument: String,
    /// Whether the ministry has to confirm it.
    pub confirmed: Confirmed,
}

/// A topic, and how many rules it has.
#[derive(Debug, Clone)]
pub struct TopicLink {
    /// Which.
    pub topic: TopicWord,
    /// Where its rules are.
    pub href: String,
    /// How many.
    pub count: u64,
}

/// The page of the rules of a topic, or of the topics.
#[derive(Debug, Clone)]
pub struct RulesPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where the question for another day is sent.
    pub action: &'static str,
    /// The day, as it is written in the field.
    pub on: String,
    /// The day, as it is read.
    pub day: String,
    /// What is wrong with the day that was typed.
    pub problem: bool,
    /// The topic whose rules are shown, with its code.
    pub topic: Option<(TopicWord, String)>,
    /// All topics, or the others.
    pub topics: Vec<TopicLink>,
    /// Its rules.
    pub rules: Vec<RuleRow>,
    /// How many rules wait for the ministry.
    pub waiting: u64,
}

impl SureWord {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::High => text(locale, "rules-sure-high"),
            Self::Medium => text(locale, "rules-sure-medium"),
            Self::Low => text(locale, "rules-sure-low"),
        }
    }
}

impl EffectWord {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Inform => text(locale, "rules-effect-inform"),
            Self::Warn => text(locale, "rules-effect-warn"),
            Self::Review => text(locale, "rules-effect-review"),
            Self::Refuse => text(locale, "rules-effect-refuse"),
        }
    }
}

impl Confirmed {
    /// What a reader has to know of it, if anything.
    fn said(&self, locale: Locale) -> Option<String> {
        match self {
            Self::NotNeeded => None,
            Self::Waiting => Some(text(locale, "rules-waiting")),
            Self::On(day) => Some(text_args(locale, "rules-confirmed", &[("day", Arg::Text(day))])),
        }
    }
}

/// Since when something holds.
fn since(locale: Locale, day: Option<&str>) -> String {
    match day {
        Some(day) => text_args(locale, "rules-since", &[("day", Arg::Text(day))]),
        None => text(locale, "rules-since-unknown"),
    }
}

/// The way back to the rules.
pub fn to_rules(locale: Locale, href: &str) -> Link {
    Link::new(href, text(locale, "rules-title"))
}

/// The way to those who look after rules.
pub fn to_desk(locale: Locale, href: &str) -> Link {
    Link::new(href, text(locale, "rules-desk-title"))
}

/// The way to the page of a rule that everybody sees.
pub fn to_public(locale: Locale, href: String) -> Link {
    Link::new(href, text(locale, "rules-desk-public"))
}
