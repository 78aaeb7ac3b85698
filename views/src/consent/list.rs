//! All consents of somebody in one list: what is asked, what holds, what is over.

use super::{ClassWord, Recipient, classes};
use crate::desk::{DeskPage, Row, Section};
use crate::form::Form;
use crate::guide::SeenBy;
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The reader said yes.
    Given,
    /// The reader said no.
    Refused,
    /// The reader took a consent back.
    Withdrawn,
}

impl Done {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Given => text(locale, "consent-done-given"),
            Self::Refused => text(locale, "consent-done-refused"),
            Self::Withdrawn => text(locale, "consent-done-withdrawn"),
        }
    }
}

/// Somebody who asks.
#[derive(Debug, Clone)]
pub struct AskedRow {
    /// Who.
    pub organisation: String,
    /// What for, in a few words.
    pub purpose: String,
    /// The last day on which it can be answered, as it is written.
    pub until: String,
    /// Where it is answered.
    pub href: String,
}

/// A consent.
#[derive(Debug, Clone)]
pub struct ConsentRow {
    /// Who is shown it.
    pub recipient: Recipient,
    /// What for, in a few words.
    pub purpose: String,
    /// What.
    pub classes: Vec<ClassWord>,
    /// The last day, as it is written; none where it holds until it is withdrawn.
    pub ends: Option<String>,
    /// When it was taken back, as it is written.
    pub withdrawn: Option<String>,
    /// Where more is told of it.
    pub href: String,
    /// Where it is taken back, while it holds.
    pub withdraw: Option<String>,
}

/// The list.
#[derive(Debug, Clone)]
pub struct ConsentsPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// What can be answered.
    pub asked: Vec<AskedRow>,
    /// What holds.
    pub live: Vec<ConsentRow>,
    /// What is over.
    pub past: Vec<ConsentRow>,
    /// Who sees what without being asked, by law.
    pub by_law: Vec<SeenBy>,
    /// Whether the reader has no profile that anybody could see.
    pub no_profile: bool,
    /// What was done just now.
    pub done: Option<Done>,
    /// What an employer sees of the reader.
    pub seen: Link,
    /// The reader's own first page.
    pub back: Link,
}

/// The list of somebody's consents.
pub fn list(page: ConsentsPage) -> DeskPage {
    let ConsentsPage { chrome, asked, live, past, by_law, no_profile, done, seen, back } = page;
    let locale = chrome.locale;
    let mut sections = Vec::new();
    if !asked.is_empty() {
        sections.push(Section {
            id: "asked",
            heading: text(locale, "consent-asked"),
            rows: asked.into_iter().map(|asked| asked_row(locale, asked)).collect(),
            ..Section::default()
        });
    }
    sections.push(Section {
        id: "live",
        heading: text(locale, "consent-live"),
        rows: live.into_iter().map(|held| row(locale, held)).collect(),
        none: Some(text(locale, "consent-live-none")),
        ..Section::default()
    });
    if !no_profile && !by_law.is_empty() {
        let row = |seen: &SeenBy| Row {
            title: seen.who.said(locale),
            facts: vec![seen.line(locale)],
            ..Row::default()
        };
        sections.push(Section {
            id: "by-law",
            heading: text(locale, "consent-law"),
            lead: Some(text(locale, "consent-by-law")),
            rows: by_law.iter().map(row).collect(),
            ..Section::default()
        });
    }
    if !past.is_empty() {
        sections.push(Section {
            id: "past",
            heading: text(locale, "consent-past"),
            rows: past.into_iter().map(|held| row(locale, held)).collect(),
            ..Section::default()
        });
    }
    let heading = text(locale, "consent-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![if no_profile {
            text(locale, "consent-no-profile")
        } else {
            text(locale, "consent-lead")
        }],
        done: done.map(|done| done.said(locale)),
        sections,
        links: vec![seen, back],
        ..DeskPage::default()
    }
}

fn asked_row(locale: Locale, asked: AskedRow) -> Row {
    let AskedRow { organisation, purpose, until, href } = asked;
    let until = text_args(locale, "consent-answer-until", &[("day", Arg::Text(&until))]);
    Row { title: organisation, href: Some(href), facts: vec![purpose, until], ..Row::default() }
}

/// How long what has no last day holds: what officers see by law, no consent ends.
pub(super) fn no_end(locale: Locale, recipient: &Recipient) -> String {
    text(locale, if *recipient == Recipient::Officers { "consent-by-law" } else { "consent-no-end" })
}

fn row(locale: Locale, held: ConsentRow) -> Row {
    let ConsentRow { recipient, purpose, classes: shown, ends, withdrawn, href, withdraw } = held;
    let until = match (&withdrawn, &ends) {
        (Some(day), _) => text_args(locale, "consent-withdrawn-on", &[("day", Arg::Text(day))]),
        (None, Some(day)) if withdraw.is_some() => {
            text_args(locale, "consent-until", &[("day", Arg::Text(day))])
        }
        (None, Some(day)) => text_args(locale, "consent-ended", &[("day", Arg::Text(day))]),
        (None, None) => no_end(locale, &recipient),
    };
    let form = withdraw.map(|action| Form::button(action, text(locale, "consent-withdraw")));
    Row {
        title: recipient.said(locale),
        href: Some(href),
        facts: vec![purpose, classes(locale, &shown), until],
        forms: form.into_iter().collect(),
        ..Row::default()
    }
}
