//! Records that imported adverts made of an employer, and what an officer decides about them, in words.

use super::{Problem, Problems};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A record of an import.
#[derive(Debug, Clone)]
pub struct RecordRow {
    /// By which it is named.
    pub id: String,
    /// As the adverts name it, and its public page.
    pub link: Link,
    /// The import that brought it.
    pub source: String,
    /// Whether the organisation holds it.
    pub held: bool,
}

/// The page.
#[derive(Debug, Clone)]
pub struct RecordsPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// Name of the organisation.
    pub organisation: String,
    /// Where a decision is sent.
    pub action: String,
    /// The records: those that are held, and those with names like the organisation's.
    pub records: Vec<RecordRow>,
    /// What was sent: record, `hold` or `release`, why.
    pub typed: [String; 3],
    /// What is wrong with that.
    pub problems: Problems,
    /// Whether something was decided just now.
    pub done: bool,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The page in words.
pub fn records(page: RecordsPage) -> DeskPage {
    let RecordsPage { chrome, organisation, action, records, typed, problems, done, links } = page;
    let locale = chrome.locale;
    let heading = text_args(locale, "org-records-title", &[("organisation", Arg::Text(&organisation))]);
    let row = |record: &RecordRow| {
        let source = [("source", Arg::Text(&record.source))];
        let held = record.held.then(|| text(locale, "org-record-held"));
        let facts = std::iter::once(text_args(locale, "org-record-source", &source)).chain(held).collect();
        let Link { href, text: title } = record.link.clone();
        Row { title, href: Some(href), facts, ..Row::default() }
    };
    let listed = Section {
        id: "records",
        heading: text(locale, "org-records"),
        rows: records.iter().map(row).collect(),
        none: Some(text(locale, "org-records-none")),
        form: (!records.is_empty()).then(|| form(locale, action, &records, (typed, &problems))),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "org-records-lead")],
        done: done.then(|| text(locale, "org-records-done")),
        sections: vec![listed],
        links,
        ..DeskPage::default()
    }
}

fn form(
    locale: Locale,
    action: String,
    records: &[RecordRow],
    (typed, problems): ([String; 3], &Problems),
) -> Form {
    let [id, step, reason] = typed;
    let said = |problem: Problem| problem.said(locale);
    let field = |name: &'static str, label, kind, value: String| Field {
        name: name.to_owned(),
        label: text(locale, label),
        hint: None,
        kind,
        value,
        problem: problems.at(name).map(said),
        optional: false,
    };
    let named = records
        .iter()
        .map(|record| Choice::new(record.id.clone(), format!("{} · {}", record.link.text, record.source)));
    let steps = vec![
        Choice::new("hold", text(locale, "org-record-hold")),
        Choice::new("release", text(locale, "org-record-release")),
    ];
    Form {
        action,
        problem: problems.whole.map(said),
        fields: vec![
            field("id", "org-record-which", FieldKind::Choice(named.collect()), id),
            field("step", "org-record-decision", FieldKind::Choice(steps), step),
            field("reason", "org-record-reason", FieldKind::Area, reason),
        ],
        submit: text(locale, "org-record-submit"),
        quiet: false,
    }
}
