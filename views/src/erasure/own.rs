//! The page on which somebody asks to be erased, and takes that back.

use super::{Class, Hold, Waits, told};
use crate::account::{Problems, Proof, proof_fields};
use crate::desk::{DeskPage, Section};
use crate::form::Form;
use crate::layout::Chrome;
use crate::retention::TermWord;
use crate::{Arg, Link, text, text_args};

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was asked for.
    Asked,
    /// It was taken back.
    Kept,
}

/// The page.
#[derive(Debug, Clone)]
pub struct OwnPage {
    /// What surrounds the page.
    pub chrome: Chrome,
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
    /// With what the reader shows that the account is theirs.
    pub proof: Proof,
    /// What was wrong with that.
    pub problems: Problems,
    /// What was done.
    pub done: Option<Done>,
    /// Where it is asked for.
    pub ask: &'static str,
    /// Where it is taken back.
    pub back: &'static str,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The page on which somebody asks to be erased.
pub fn own(page: OwnPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text(locale, "erasure-title");
    let form = match &page.waits {
        Some(_) => Form { quiet: false, ..Form::button(page.back, text(locale, "erasure-keep")) },
        None => Form {
            action: page.ask.to_owned(),
            problem: page.problems.whole.map(|problem| problem.said(locale)),
            fields: proof_fields(locale, page.proof, &page.problems),
            submit: text(locale, "erasure-ask"),
            quiet: false,
        },
    };
    let lead = match &page.waits {
        Some(_) => text(locale, "erasure-keep-lead"),
        None => text_args(locale, "erasure-ask-lead", &[("days", Arg::Number(page.days))]),
    };
    let ask = Section {
        id: "ask",
        heading: page
            .waits
            .as_ref()
            .map_or_else(|| text(locale, "erasure-ask-heading"), |_| text(locale, "erasure-keep-heading")),
        lead: Some(lead),
        form: Some(form),
        ..Section::default()
    };
    let mut sections = told(locale, (&page.goes, &page.stays), page.trail);
    if page.waits.is_some() {
        sections.insert(0, ask);
    } else {
        sections.push(ask);
    }
    let waits = page.waits.as_ref().map(|waits| waits.said(locale));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead: [Some(text(locale, "erasure-lead")), waits].into_iter().flatten().collect(),
        done: page.done.map(|done| match done {
            Done::Asked => text(locale, "erasure-asked"),
            Done::Kept => text(locale, "erasure-kept"),
        }),
        problem: page.hold.map(|hold| hold.said(locale)),
        sections,
        links: page.links,
    }
}
