//! Anybody says what is wrong with an advert, without an account.

use super::problem::{Problem, Problems};
use crate::desk::DeskPage;
use crate::form::{Choice, Field, FieldKind, Form, FormPage};
use crate::layout::Chrome;
use crate::{Link, Locale, text};

/// What is wrong with an advert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonWord {
    /// It deceives.
    Scam,
    /// It asks for money.
    Fee,
    /// It chooses people by what they are.
    Discrimination,
    /// It is not true.
    Untrue,
    /// The job is taken.
    Closed,
    /// Somebody is in danger.
    Danger,
    /// Something else.
    Other,
}

impl ReasonWord {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Scam, Self::Fee, Self::Discrimination, Self::Untrue, Self::Closed, Self::Danger, Self::Other];

    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Scam => text(locale, "report-reason-scam"),
            Self::Fee => text(locale, "report-reason-fee"),
            Self::Discrimination => text(locale, "report-reason-discrimination"),
            Self::Untrue => text(locale, "report-reason-untrue"),
            Self::Closed => text(locale, "report-reason-closed"),
            Self::Danger => text(locale, "report-reason-danger"),
            Self::Other => text(locale, "report-reason-other"),
        }
    }
}

/// The form.
#[derive(Debug, Clone)]
pub struct ReportPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Title of the vacancy.
    pub vacancy: String,
    /// Where it is sent.
    pub action: String,
    /// Reasons by code.
    pub reasons: Vec<(String, ReasonWord)>,
    /// What was typed: the reason, and words.
    pub typed: (String, String),
    /// What is wrong with it.
    pub problems: Problems,
    /// Back to the vacancy.
    pub back: Link,
    /// To the page of help.
    pub help: Link,
}

/// The form in words.
pub fn report(page: ReportPage) -> FormPage {
    let ReportPage { chrome, vacancy, action, reasons, typed, problems, back, help } = page;
    let locale = chrome.locale;
    let none = Choice::new("", text(locale, "posting-choose"));
    let choices = reasons.into_iter().map(|(code, word)| Choice::new(code, word.said(locale)));
    let field = |name: &str, kind, label: &str, value: String, optional| Field {
        name: name.to_owned(),
        label: text(locale, label),
        hint: None,
        kind,
        value,
        problem: problems.at(name).map(|problem: Problem| problem.said(locale)),
        optional,
    };
    let choice = FieldKind::Choice(std::iter::once(none).chain(choices).collect());
    let fields = vec![
        field("reason", choice, "report-reason", typed.0, false),
        field("said", FieldKind::Area, "report-said", typed.1, true),
    ];
    let problem = problems.whole.map(|problem| problem.said(locale));
    let heading = text(locale, "report-title");
    let form = Form { action, problem, fields, submit: text(locale, "report-submit"), quiet: false };
    let chrome = Chrome { title: heading.clone(), ..chrome };
    let lead = vec![vacancy, text(locale, "report-lead"), text(locale, "report-danger")];
    FormPage { chrome, heading, lead, form, links: vec![back, help] }
}

/// The page after it was sent.
pub fn reported(chrome: &Chrome, links: Vec<Link>) -> DeskPage {
    let locale = chrome.locale;
    let heading = text(locale, "report-thanks");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome.clone() },
        heading,
        lead: vec![text(locale, "report-thanks-lead"), text(locale, "report-danger")],
        links,
        ..DeskPage::default()
    }
}
