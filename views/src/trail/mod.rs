//! The trail of somebody, in plain words: who read or changed what, when and why.

mod words;

pub use words::{ActionWord, PurposeWord, WhoWord};

use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// An entry.
#[derive(Debug, Clone)]
pub struct TrailRow {
    /// When, as it is written.
    pub when: String,
    /// What was done.
    pub action: ActionWord,
    /// Code of the kind of thing to which it was done.
    pub subject: String,
    /// Who did it.
    pub who: WhoWord,
    /// Names of the fields.
    pub fields: Vec<String>,
    /// What for.
    pub purpose: PurposeWord,
    /// Why, in the words of whoever did it.
    pub reason: String,
}

/// A page of the trail.
#[derive(Debug, Clone)]
pub struct TrailPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Entries, newest first.
    pub rows: Vec<TrailRow>,
    /// Where older ones are.
    pub older: Option<String>,
    /// Where the newest are.
    pub newest: Option<String>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// A page of the reader's own trail.
pub fn trail(page: TrailPage) -> DeskPage {
    let TrailPage { chrome, rows, older, newest, links } = page;
    let locale = chrome.locale;
    let newest = newest.map(|href| Link::new(href, text(locale, "trail-newest")));
    let older = older.map(|href| Link::new(href, text(locale, "trail-older")));
    let section = Section {
        id: "entries",
        heading: text(locale, "trail-entries"),
        rows: rows.into_iter().map(|entry| row(locale, entry)).collect(),
        none: Some(text(locale, "trail-none")),
        pages: newest.into_iter().chain(older).collect(),
        ..Section::default()
    };
    let heading = text(locale, "trail-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "trail-lead")],
        sections: vec![section],
        links,
        ..DeskPage::default()
    }
}

/// An entry: what was done, and its facts in lines.
pub fn row(locale: Locale, entry: TrailRow) -> Row {
    let TrailRow { when, action, subject, who, fields, purpose, reason } = entry;
    let deed = words::deed(locale, action, &subject);
    let title = deed.unwrap_or_else(|| action.said(locale, &words::subject(locale, &subject)));
    let by = text_args(locale, "trail-by", &[("who", Arg::Text(&who.said(locale)))]);
    let mut facts = vec![when, by];
    let fields = words::fields(locale, &fields);
    if !fields.is_empty() {
        facts.push(text_args(locale, "trail-fields", &[("fields", Arg::Text(&fields))]));
    }
    let purpose = match purpose {
        PurposeWord::Unsaid => None,
        PurposeWord::Named(name) => Some(name),
        PurposeWord::Other => Some(text(locale, "trail-purpose-other")),
    };
    if let Some(purpose) = purpose {
        facts.push(text_args(locale, "trail-purpose", &[("purpose", Arg::Text(&purpose))]));
    }
    if !reason.is_empty() {
        facts.push(text_args(locale, "trail-reason", &[("reason", Arg::Text(&reason))]));
    }
    Row { title, facts, ..Row::default() }
}
