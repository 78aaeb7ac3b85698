//! The form by which an organisation asks somebody to let it see more.

use crate::desk::{DeskPage, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Link, Locale, text};

/// What is offered and typed.
#[derive(Debug, Clone, Default)]
pub struct AskWords {
    /// Where it is sent.
    pub action: String,
    /// Who asks, where there is no choice.
    pub asker: Option<String>,
    /// Purposes by code, each in a few words.
    pub purposes: Vec<(String, String)>,
    /// The purpose that is chosen.
    pub purpose: String,
    /// What stands in the form.
    pub reason: String,
}

/// Why nobody was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskProblem {
    /// No reason, or too long a one.
    Reason,
    /// No purpose was chosen.
    Purpose,
    /// The same is asked already.
    Open,
    /// The person consented already.
    Live,
    /// No more can be asked today.
    TooMany,
    /// The organisation is not verified.
    NotVerified,
    /// Nobody can answer for the person.
    NobodyAnswers,
}

impl AskProblem {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Reason => text(locale, "consent-ask-problem-reason"),
            Self::Purpose => text(locale, "consent-ask-problem-purpose"),
            Self::Open => text(locale, "consent-ask-problem-open"),
            Self::Live => text(locale, "consent-ask-problem-live"),
            Self::TooMany => text(locale, "consent-ask-problem-many"),
            Self::NotVerified => text(locale, "consent-ask-problem-unverified"),
            Self::NobodyAnswers => text(locale, "consent-ask-problem-nobody"),
        }
    }
}

/// The form.
pub fn ask(locale: Locale, asked: AskWords, problem: Option<AskProblem>) -> Form {
    let AskWords { action, asker, purposes, purpose, reason } = asked;
    let of = |problems: &[AskProblem]| {
        problem.filter(|problem| problems.contains(problem)).map(|problem| problem.said(locale))
    };
    let choices = purposes.into_iter().map(|(code, title)| Choice::new(code, title)).collect();
    let purpose = Field {
        name: "purpose".to_owned(),
        label: text(locale, "consent-ask-purpose"),
        hint: asker,
        kind: FieldKind::Choice(choices),
        value: purpose,
        problem: of(&[AskProblem::Purpose]),
        optional: false,
    };
    let why = Field {
        name: "reason".to_owned(),
        label: text(locale, "consent-ask-reason"),
        hint: Some(text(locale, "consent-ask-reason-hint")),
        kind: FieldKind::Area,
        value: reason,
        problem: of(&[AskProblem::Reason]),
        optional: false,
    };
    Form {
        action,
        problem: of(&[
            AskProblem::Open,
            AskProblem::Live,
            AskProblem::TooMany,
            AskProblem::NotVerified,
            AskProblem::NobodyAnswers,
        ]),
        fields: vec![purpose, why],
        submit: text(locale, "consent-ask-submit"),
        quiet: false,
    }
}

/// The page on which a person is asked; it says nothing of who that is.
pub fn ask_page(
    chrome: Chrome,
    asked: AskWords,
    (done, problem): (bool, Option<AskProblem>),
    back: Link,
) -> DeskPage {
    let locale = chrome.locale;
    let section = Section {
        id: "ask",
        heading: text(locale, "consent-ask-submit"),
        form: Some(ask(locale, asked, problem)),
        ..Section::default()
    };
    let heading = text(locale, "consent-ask-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "consent-ask-lead")],
        done: done.then(|| text(locale, "consent-ask-done")),
        sections: vec![section],
        links: vec![back],
        ..DeskPage::default()
    }
}
