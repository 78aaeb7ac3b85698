//! The documents by which somebody is known, as their owner sees them.

use super::{Document, Shown, hidden};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form, day_hint};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnDone {
    /// A document was added.
    Added,
    /// One was taken back.
    Removed,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was chosen.
    Choose,
    /// Nothing was typed.
    Empty,
    /// Such numbers have other signs.
    Signs,
    /// Such numbers have so many signs.
    Length(usize, usize),
    /// It is too long, or holds signs that cannot be shown.
    Text,
    /// It is no day.
    Day,
    /// It was issued in the future.
    Future,
    /// The last day comes before the first.
    Order,
    /// It is there already.
    Already,
    /// It is another number than the one that was told.
    Differs,
    /// Too many were wrong today.
    TooOften,
}

impl Problem {
    /// In the reader's words.
    pub(crate) fn said(self, locale: Locale) -> String {
        let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
        match self {
            Self::Choose => text(locale, "id-problem-choose"),
            Self::Empty => text(locale, "id-problem-empty"),
            Self::Signs => text(locale, "id-problem-signs"),
            Self::Length(least, most) => {
                text_args(locale, "id-problem-length", &[("least", number(least)), ("most", number(most))])
            }
            Self::Text => text(locale, "id-problem-text"),
            Self::Day => text(locale, "id-problem-day"),
            Self::Future => text(locale, "id-problem-future"),
            Self::Order => text(locale, "id-problem-order"),
            Self::Already => text(locale, "id-problem-already"),
            Self::Differs => text(locale, "id-problem-differs"),
            Self::TooOften => text(locale, "id-problem-wrong-too-often"),
        }
    }
}

/// What is wrong with what was tried, apart from fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnProblem {
    /// A verified document stays.
    Verified,
    /// There are as many as can be.
    TooMany,
    /// As many were told today as may be.
    TooOften,
}

/// The page of the own documents.
#[derive(Debug, Clone)]
pub struct OwnDocuments {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where its forms are sent.
    pub address: &'static str,
    /// Back to the profile.
    pub profile: &'static str,
    /// The documents.
    pub held: Vec<Shown>,
    /// Whether an office looks at the record.
    pub looked_at: bool,
    /// Kinds that can be chosen, by their codes.
    pub kinds: Vec<(String, Document)>,
    /// What was typed: name and value.
    pub typed: Vec<(String, String)>,
    /// What is wrong with it.
    pub problems: Vec<(&'static str, Problem)>,
    /// What is wrong with what was tried.
    pub problem: Option<OwnProblem>,
    /// What was done.
    pub done: Option<OwnDone>,
}

impl OwnDocuments {
    fn field(&self, name: &str, kind: FieldKind, (label, hint): (String, Option<String>)) -> Field {
        let typed = self.typed.iter().find(|(held, _)| held == name);
        let problem = self.problems.iter().find(|(held, _)| *held == name);
        Field {
            name: name.to_owned(),
            label,
            hint,
            kind,
            value: typed.map(|(_, value)| value.clone()).unwrap_or_default(),
            problem: problem.map(|(_, problem)| problem.said(self.chrome.locale)),
            optional: !matches!(name, "kind" | "number"),
        }
    }

    fn form(&self) -> Form {
        let locale = self.chrome.locale;
        let kinds =
            self.kinds.iter().map(|(code, document)| Choice::new(code.as_str(), document.said(locale)));
        let kinds = [Choice::new("", text(locale, "id-choose"))].into_iter().chain(kinds).collect();
        let said = |label: &str| (text(locale, label), None);
        let day = |label: &str| (text(locale, label), Some(day_hint(locale, None)));
        let hinted = |label: &str, hint: &str| (text(locale, label), Some(text(locale, hint)));
        Form {
            action: self.address.to_owned(),
            problem: None,
            fields: vec![
                self.field("kind", FieldKind::Choice(kinds), said("id-kind")),
                self.field("number", FieldKind::Text, hinted("id-number", "id-number-hint")),
                self.field("issuer", FieldKind::Text, said("id-issuer")),
                self.field("issued_on", FieldKind::Text, day("id-issued")),
                self.field("expires_on", FieldKind::Text, day("id-expires")),
            ],
            submit: text(locale, "id-add-submit"),
            quiet: false,
        }
    }

    fn row(&self, shown: &Shown) -> Row {
        let locale = self.chrome.locale;
        let fields = vec![hidden("what", "remove"), hidden("id", &shown.id)];
        let remove = Form { fields, ..Form::button(self.address, text(locale, "id-remove")) };
        Row {
            title: shown.document.said(locale),
            facts: shown.facts(locale),
            // What an officer verified stays.
            forms: if shown.verified.is_none() { vec![remove] } else { Vec::new() },
            ..Row::default()
        }
    }
}

/// The page of the own documents.
pub fn documents(page: &OwnDocuments) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text(locale, "id-title");
    let held = Section {
        id: "held",
        heading: text(locale, "id-held"),
        rows: page.held.iter().map(|shown| page.row(shown)).collect(),
        none: Some(text(locale, "id-none")),
        ..Section::default()
    };
    let add =
        Section { id: "add", heading: text(locale, "id-add"), form: Some(page.form()), ..Section::default() };
    let looked_at = page.looked_at.then(|| text(locale, "id-looked-at"));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome.clone() },
        heading,
        lead: [text(locale, "id-lead")].into_iter().chain(looked_at).collect(),
        done: page.done.map(|done| match done {
            OwnDone::Added => text(locale, "id-done-added"),
            OwnDone::Removed => text(locale, "id-done-removed"),
        }),
        problem: page.problem.map(|problem| match problem {
            OwnProblem::Verified => text(locale, "id-problem-verified"),
            OwnProblem::TooMany => text(locale, "id-problem-too-many"),
            OwnProblem::TooOften => text(locale, "id-problem-too-often"),
        }),
        sections: vec![held, add],
        links: vec![Link::new(page.profile, text(locale, "profile-back"))],
    }
}
