//! The page of one alert, to which its letters lead: it does nothing before a button is pressed.

use super::{FrequencyWord, StateWord, frequency, hidden};
use crate::desk::{DeskPage, Section};
use crate::form::Form;
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A new one is kept.
    Kept,
    /// It was confirmed.
    Confirmed,
    /// It comes more or less often.
    Changed,
    /// It rests.
    Paused,
    /// It is watched again.
    Resumed,
    /// It was ended.
    Stopped,
}

impl Done {
    /// What was done, by the code of the deed.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "kept" => Self::Kept,
            "confirm" => Self::Confirmed,
            "change" => Self::Changed,
            "pause" => Self::Paused,
            "resume" => Self::Resumed,
            "stop" => Self::Stopped,
            _ => return None,
        })
    }

    pub(super) fn said(self, locale: Locale) -> String {
        match self {
            Self::Kept => text(locale, "alerts-done-kept"),
            Self::Confirmed => text(locale, "alerts-done-confirmed"),
            Self::Changed => text(locale, "alerts-done-changed"),
            Self::Paused => text(locale, "alerts-done-paused"),
            Self::Resumed => text(locale, "alerts-done-resumed"),
            Self::Stopped => text(locale, "alerts-done-stopped"),
        }
    }
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActProblem {
    /// As it stands, this cannot be done with it.
    NotNow,
    /// There are too many.
    TooMany,
    /// Short messages do not come at once.
    NotAtOnce,
}

impl ActProblem {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::NotNow => text(locale, "alerts-problem-now"),
            Self::TooMany => text(locale, "alerts-problem-many"),
            Self::NotAtOnce => text(locale, "alerts-problem-at-once"),
        }
    }
}

/// The page of one alert.
#[derive(Debug, Clone)]
pub struct AlertPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where its forms are sent.
    pub action: String,
    /// The search in words.
    pub words: String,
    /// Where its results are.
    pub results: String,
    /// How often.
    pub frequency: FrequencyWord,
    /// Whether it is watched.
    pub state: StateWord,
    /// What was done just now.
    pub done: Option<Done>,
    /// Why something was not done.
    pub problem: Option<ActProblem>,
    /// The way to the own ones, if the reader has an account.
    pub back: Option<Link>,
}

/// The page of one alert.
pub fn one(page: AlertPage) -> DeskPage {
    let AlertPage { chrome, action, words, results, frequency: often, state, done, problem, back } = page;
    let locale = chrome.locale;
    let button = |deed: &str, submit: String, quiet| Form {
        action: action.clone(),
        fields: vec![hidden("deed", deed)],
        submit,
        quiet,
        ..Form::default()
    };
    let confirm = || button("confirm", text(locale, "alerts-confirm"), false);
    let resume = || button("resume", text(locale, "alerts-resume"), false);
    let change = || Form {
        fields: vec![hidden("deed", "change"), frequency(locale, often.code(), None)],
        ..button("change", text(locale, "alerts-change"), true)
    };
    let pause = || button("pause", text(locale, "alerts-pause"), true);
    let stop = || button("stop", text(locale, "alerts-stop"), true);
    let section = |id, heading, form| Section { id, heading, form: Some(form), ..Section::default() };
    let often_section = || section("often", text(locale, "alerts-frequency"), change());
    let stop_section = || section("stop", text(locale, "alerts-stop"), stop());
    let sections = match state {
        StateWord::Pending => {
            vec![section("confirm", text(locale, "alerts-confirm-question"), confirm()), stop_section()]
        }
        StateWord::Active => {
            vec![often_section(), section("pause", text(locale, "alerts-pause"), pause()), stop_section()]
        }
        StateWord::Paused => {
            vec![section("resume", text(locale, "alerts-resume"), resume()), often_section(), stop_section()]
        }
        StateWord::Stopped | StateWord::Bounced => {
            vec![section("resume", text(locale, "alerts-resume"), resume())]
        }
    };
    let heading = text(locale, "alerts-one-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![
            text_args(locale, "alerts-search", &[("search", Arg::Text(&words))]),
            format!("{} · {}", state.said(locale), often.said(locale)),
        ],
        done: done.map(|done| done.said(locale)),
        problem: problem.map(|problem| problem.said(locale)),
        sections,
        links: std::iter::once(Link::new(results, text(locale, "alerts-results"))).chain(back).collect(),
    }
}
