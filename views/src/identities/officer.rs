//! The documents of a person, as an officer verifies them.

use super::{How, Problem, Shown, hidden};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, text, text_args};

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficerDone {
    /// The number is verified.
    Verified,
    /// It is verified for another record: a case waits.
    Looked,
}

/// A form that was sent and not taken.
#[derive(Debug, Clone)]
pub struct Wrong {
    /// Of which document.
    pub id: String,
    /// The way that was chosen, by its code.
    pub method: String,
    /// The number that was typed.
    pub number: String,
    /// What is wrong, by the names of the fields.
    pub problems: Vec<(&'static str, Problem)>,
}

/// The documents of a person.
#[derive(Debug, Clone)]
pub struct OfficerDocuments {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where its forms are sent.
    pub address: String,
    /// Whose they are.
    pub name: String,
    /// The birth date, as it is written.
    pub birth: Option<String>,
    /// The documents.
    pub held: Vec<Shown>,
    /// Ways in which a number is verified, by their codes.
    pub ways: Vec<(String, How)>,
    /// What was sent and not taken.
    pub wrong: Option<Wrong>,
    /// Whether nothing was done because the record is the officer's own.
    pub own: bool,
    /// What was done.
    pub done: Option<OfficerDone>,
    /// The person's page.
    pub person: String,
    /// Where cases wait.
    pub queue: &'static str,
    /// Where somebody who came to the office is erased.
    pub erasure: String,
}

impl OfficerDocuments {
    fn row(&self, shown: &Shown) -> Row {
        let locale = self.chrome.locale;
        let ways = self.ways.iter().map(|(code, how)| Choice::new(code.as_str(), how.said(locale)));
        let ways = [Choice::new("", text(locale, "id-choose"))].into_iter().chain(ways).collect();
        let wrong = self.wrong.as_ref().filter(|wrong| wrong.id == shown.id);
        let field = |name: &str, kind, label: &str, hint: &str, value: Option<&String>| {
            let problem = wrong.and_then(|wrong| wrong.problems.iter().find(|(held, _)| *held == name));
            Field {
                name: name.to_owned(),
                label: text(locale, label),
                hint: (!hint.is_empty()).then(|| text(locale, hint)),
                kind,
                value: value.cloned().unwrap_or_default(),
                problem: problem.map(|(_, problem)| problem.said(locale)),
                optional: false,
            }
        };
        let number = wrong.map(|wrong| &wrong.number);
        let method = wrong.map(|wrong| &wrong.method);
        let fields = vec![
            hidden("id", &shown.id),
            field("number", FieldKind::Text, "id-from-paper", "id-from-paper-hint", number),
            field("method", FieldKind::Choice(ways), "id-method", "", method),
        ];
        let verify = Form { fields, ..Form::button(self.address.clone(), text(locale, "id-verify")) };
        Row {
            title: shown.document.said(locale),
            facts: shown.facts(locale),
            forms: if shown.verified.is_none() { vec![verify] } else { Vec::new() },
            ..Row::default()
        }
    }
}

/// The page on which an officer verifies the documents of a person.
pub fn officer_documents(page: &OfficerDocuments) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text_args(locale, "id-officer-title", &[("name", Arg::Text(&page.name))]);
    let held = Section {
        id: "held",
        heading: text(locale, "id-held"),
        rows: page.held.iter().map(|shown| page.row(shown)).collect(),
        none: Some(text(locale, "id-officer-none")),
        ..Section::default()
    };
    let birth = page.birth.as_ref();
    let born = birth.map(|day| text_args(locale, "id-officer-born", &[("day", Arg::Text(day))]));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome.clone() },
        heading,
        lead: born.into_iter().chain([text(locale, "id-officer-lead")]).collect(),
        done: page.done.map(|done| match done {
            OfficerDone::Verified => text(locale, "id-officer-verified"),
            OfficerDone::Looked => text(locale, "id-officer-looked"),
        }),
        problem: page.own.then(|| text(locale, "twins-problem-own")),
        sections: vec![held],
        links: vec![
            Link::new(page.person.as_str(), text(locale, "id-officer-person")),
            Link::new(page.queue, text(locale, "twins-title")),
            Link::new(
                page.erasure.as_str(),
                text_args(locale, "erasure-office-title", &[("name", Arg::Text(&page.name))]),
            ),
        ],
    }
}
