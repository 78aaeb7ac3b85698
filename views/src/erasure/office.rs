//! The page on which an officer has somebody erased who came to the office.

use super::{Class, Hold, Waits, told};
use crate::desk::{DeskPage, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::retention::TermWord;
use crate::{Arg, Link, Locale, text, text_args};

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeDone {
    /// It was asked for.
    Asked,
    /// It was taken back.
    Kept,
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeProblem {
    /// The owner signs in with a phone or a mailbox, and asks alone.
    Owned,
    /// It is the officer's own.
    Own,
    /// It waits already, or does not wait any more.
    Moved,
}

/// The page.
#[derive(Debug, Clone)]
pub struct OfficePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Whose record it is.
    pub name: String,
    /// What goes.
    pub goes: Vec<Class>,
    /// What stays.
    pub stays: Vec<Class>,
    /// For how long the audit trail is kept.
    pub trail: TermWord,
    /// How many days it waits.
    pub days: i64,
    /// What waits.
    pub waits: Option<Waits>,
    /// What holds it up, or would.
    pub hold: Option<Hold>,
    /// Reason and witness, as they were typed.
    pub typed: (String, String),
    /// Which of the two was wrong.
    pub wrong: (bool, bool),
    /// Why nothing was done.
    pub problem: Option<OfficeProblem>,
    /// What was done.
    pub done: Option<OfficeDone>,
    /// Where it is asked for.
    pub ask: String,
    /// Where it is taken back.
    pub back: String,
    /// Ways on.
    pub links: Vec<Link>,
}

fn field(locale: Locale, name: &str, (label, hint): (String, String), (value, wrong): (&str, bool)) -> Field {
    Field {
        name: name.to_owned(),
        label,
        hint: Some(hint),
        kind: FieldKind::Text,
        value: value.to_owned(),
        problem: wrong.then(|| text(locale, "erasure-office-empty")),
        optional: false,
    }
}

impl OfficePage {
    fn form(&self) -> Form {
        let locale = self.chrome.locale;
        if self.waits.is_some() {
            return Form::button(self.back.clone(), text(locale, "erasure-office-keep"));
        }
        let reason = (text(locale, "erasure-office-reason"), text(locale, "erasure-office-reason-hint"));
        let witness = (text(locale, "erasure-office-witness"), text(locale, "erasure-office-witness-hint"));
        Form {
            action: self.ask.clone(),
            problem: None,
            fields: vec![
                field(locale, "reason", reason, (&self.typed.0, self.wrong.0)),
                field(locale, "witness", witness, (&self.typed.1, self.wrong.1)),
            ],
            submit: text(locale, "erasure-office-ask"),
            quiet: false,
        }
    }

    fn problem(&self) -> Option<String> {
        let locale = self.chrome.locale;
        let problem = self.problem.map(|problem| match problem {
            OfficeProblem::Owned => text(locale, "erasure-office-owned"),
            OfficeProblem::Own => text(locale, "erasure-office-own"),
            OfficeProblem::Moved => text(locale, "erasure-office-moved"),
        });
        problem.or_else(|| self.hold.map(|hold| hold.said(locale)))
    }
}

/// The page on which an officer has somebody erased.
pub fn office(page: OfficePage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text_args(locale, "erasure-office-title", &[("name", Arg::Text(&page.name))]);
    let ask = Section {
        id: "ask",
        heading: text(locale, "erasure-office-heading"),
        lead: Some(text_args(locale, "erasure-office-lead", &[("days", Arg::Number(page.days))])),
        form: Some(page.form()),
        ..Section::default()
    };
    let sections = [ask].into_iter().chain(told(locale, (&page.goes, &page.stays), page.trail)).collect();
    let waits = page.waits.as_ref().map(|waits| waits.said(locale));
    let problem = page.problem();
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead: waits.into_iter().collect(),
        done: page.done.map(|done| match done {
            OfficeDone::Asked => text(locale, "erasure-asked"),
            OfficeDone::Kept => text(locale, "erasure-kept"),
        }),
        problem,
        sections,
        links: page.links,
    }
}
