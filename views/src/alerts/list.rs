//! The own alerts in one list.

use super::{Done, FrequencyWord, StateWord, title};
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Link, text};

/// An alert in the list.
#[derive(Debug, Clone)]
pub struct AlertRow {
    /// The search in words.
    pub words: String,
    /// Where it is changed.
    pub href: String,
    /// How often.
    pub frequency: FrequencyWord,
    /// Whether it is watched.
    pub state: StateWord,
}

/// The list; `links` lead on.
pub fn list(chrome: Chrome, rows: Vec<AlertRow>, done: Option<Done>, links: [Link; 2]) -> DeskPage {
    let locale = chrome.locale;
    let row = |row: AlertRow| Row {
        title: row.words,
        href: Some(row.href),
        facts: vec![row.frequency.said(locale), row.state.said(locale)],
        ..Row::default()
    };
    let section = Section {
        id: "alerts",
        heading: text(locale, "alerts-own"),
        rows: rows.into_iter().map(row).collect(),
        none: Some(text(locale, "alerts-none")),
        ..Section::default()
    };
    let heading = title(locale);
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "alerts-lead")],
        done: done.map(|done| done.said(locale)),
        sections: vec![section],
        links: links.into(),
        ..DeskPage::default()
    }
}
