//! Alarms about those who have many covered values shown, in words.

use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// An alarm.
#[derive(Debug, Clone)]
pub struct AlarmRow {
    /// By which it is named.
    pub id: String,
    /// How whoever it is about is reached.
    pub contact: String,
    /// Whether no more are shown until tomorrow.
    pub refused: bool,
    /// The day, as it is written.
    pub day: String,
    /// How many were shown.
    pub count: u32,
    /// When and by whom it was closed, and what was found.
    pub closed: Option<(String, String, String)>,
}

/// Why an alarm was not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlarmProblem {
    /// It is about the reader.
    Own,
    /// What was found is missing or too long.
    Words,
}

/// The page of alarms.
#[derive(Debug, Clone)]
pub struct AlarmsPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Where one is closed.
    pub action: String,
    /// Alarms, open ones first.
    pub rows: Vec<AlarmRow>,
    /// Whether one was closed just now.
    pub done: bool,
    /// Which was to be closed with which words, and why it was not.
    pub sent: Option<(String, String, AlarmProblem)>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Back to the own pages.
    pub back: Link,
}

impl AlarmRow {
    fn told(&self, locale: Locale) -> String {
        let count = ("count", Arg::Number(i64::from(self.count)));
        let said = [("day", Arg::Text(&self.day)), count];
        if self.refused {
            text_args(locale, "alarms-refused", &said)
        } else {
            text_args(locale, "alarms-many", &said)
        }
    }
}

/// The page in words.
pub fn alarms(page: AlarmsPage) -> DeskPage {
    let AlarmsPage { chrome, action, rows, done, sent, previous, next, back } = page;
    let locale = chrome.locale;
    let heading = text(locale, "alarms-title");
    let open: Vec<Choice> = rows
        .iter()
        .filter(|row| row.closed.is_none())
        .map(|row| Choice::new(row.id.clone(), format!("{}, {}", row.contact, row.day)))
        .collect();
    let way = |href: Option<String>, key| href.map(|href| Link::new(href, text(locale, key)));
    let listed = Section {
        id: "alarms",
        heading: text(locale, "alarms-list"),
        rows: rows.into_iter().map(|row| row_of(locale, row)).collect(),
        none: Some(text(locale, "alarms-none")),
        pages: [way(previous, "pages-previous"), way(next, "pages-next")].into_iter().flatten().collect(),
        ..Section::default()
    };
    let close = (!open.is_empty()).then(|| close_section(locale, action, open, sent));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "alarms-lead")],
        done: done.then(|| text(locale, "alarms-done")),
        sections: std::iter::once(listed).chain(close).collect(),
        links: vec![back],
        ..DeskPage::default()
    }
}

fn row_of(locale: Locale, row: AlarmRow) -> Row {
    let told = row.told(locale);
    let AlarmRow { contact, closed, .. } = row;
    let open = closed.is_none().then(|| text(locale, "alarms-open"));
    let closed = closed.map(|(day, by, words)| {
        let said = [("day", Arg::Text(&day)), ("by", Arg::Text(&by)), ("words", Arg::Text(&words))];
        text_args(locale, "alarms-closed", &said)
    });
    let facts = std::iter::once(told).chain(closed).collect();
    Row { title: contact, facts, problem: open, ..Row::default() }
}

fn close_section(
    locale: Locale,
    action: String,
    open: Vec<Choice>,
    sent: Option<(String, String, AlarmProblem)>,
) -> Section {
    let (what, words, problem) = match sent {
        Some((what, words, problem)) => (what, words, Some(problem)),
        None => (String::new(), String::new(), None),
    };
    let said = |wanted, key| (problem == Some(wanted)).then(|| text(locale, key));
    let field = |name: &str, label, value, kind, problem| Field {
        name: name.to_owned(),
        label: text(locale, label),
        hint: None,
        kind,
        value,
        problem,
        optional: false,
    };
    let own = said(AlarmProblem::Own, "alarms-own");
    let missing = said(AlarmProblem::Words, "alarms-words-missing");
    Section {
        id: "close",
        heading: text(locale, "alarms-close"),
        form: Some(Form {
            action,
            problem: None,
            fields: vec![
                field("what", "alarms-which", what, FieldKind::Choice(open), own),
                field("words", "alarms-words", words, FieldKind::Area, missing),
            ],
            submit: text(locale, "alarms-close"),
            quiet: false,
        }),
        ..Section::default()
    }
}
