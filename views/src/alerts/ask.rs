//! The form by which an alert is asked for, and the page that says that a letter is on its way.

use super::{frequency, hidden};
use crate::desk::DeskPage;
use crate::form::{Field, FieldKind, Form, FormPage};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What stands in the form.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Where to write to.
    pub contact: String,
    /// Code of how often.
    pub frequency: String,
}

/// Why an alert was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskProblem {
    /// This is no address and no number.
    Contact,
    /// It is not said how often.
    Frequency,
    /// Short messages do not come at once.
    NotAtOnce,
    /// The contact got as many letters today as may be.
    TooManyLetters,
    /// There are too many alerts.
    TooMany,
    /// No short message is left today.
    NoShortMessages,
}

impl AskProblem {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Contact => text(locale, "alerts-problem-contact"),
            Self::Frequency => text(locale, "alerts-problem-frequency"),
            Self::NotAtOnce => text(locale, "alerts-problem-at-once"),
            Self::TooManyLetters => text(locale, "alerts-problem-letters"),
            Self::TooMany => text(locale, "alerts-problem-many"),
            Self::NoShortMessages => text(locale, "alerts-problem-sms"),
        }
    }
}

/// An alert that is asked for.
#[derive(Debug, Clone)]
pub struct NewAlert {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where the form is sent.
    pub action: String,
    /// The search in words.
    pub words: String,
    /// The search as the address of the results page says it.
    pub query: String,
    /// Whether the reader is signed in and need not say where to write to.
    pub signed_in: bool,
    /// What stands in the form.
    pub typed: Typed,
    /// What is wrong with it.
    pub problems: Vec<AskProblem>,
    /// Where the results are.
    pub results: String,
    /// Where it is said what is kept.
    pub help: Link,
}

/// The form.
pub fn new(page: NewAlert) -> FormPage {
    let NewAlert { chrome, action, words, query, signed_in, typed, problems, results, help } = page;
    let locale = chrome.locale;
    let of = |those: &[AskProblem]| {
        problems.iter().find(|problem| those.contains(problem)).map(|problem| problem.said(locale))
    };
    let contact = Field {
        name: "contact".to_owned(),
        label: text(locale, "alerts-contact"),
        hint: Some(text(locale, "alerts-contact-hint")),
        kind: FieldKind::Contact,
        value: typed.contact,
        problem: of(&[AskProblem::Contact, AskProblem::NoShortMessages]),
        optional: false,
    };
    let often = of(&[AskProblem::Frequency, AskProblem::NotAtOnce]);
    let mut fields = vec![hidden("search", &query)];
    fields.extend((!signed_in).then_some(contact));
    fields.push(frequency(locale, &typed.frequency, often));
    let how = if signed_in { text(locale, "alerts-how-signed-in") } else { text(locale, "alerts-how") };
    let heading = text(locale, "alerts-ask");
    FormPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text_args(locale, "alerts-search", &[("search", Arg::Text(&words))]), how],
        form: Form {
            action,
            problem: of(&[AskProblem::TooManyLetters, AskProblem::TooMany]),
            fields,
            submit: text(locale, "alerts-submit"),
            quiet: false,
        },
        links: vec![Link::new(results, text(locale, "alerts-results")), help],
    }
}

/// The page that says that a letter is on its way; `jobs` is where one goes on.
pub fn asked(chrome: Chrome, jobs: &str) -> DeskPage {
    let locale = chrome.locale;
    let heading = text(locale, "alerts-asked-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "alerts-asked-lead"), text(locale, "alerts-asked-none")],
        links: vec![Link::new(jobs, text(locale, "alerts-find"))],
        ..DeskPage::default()
    }
}
