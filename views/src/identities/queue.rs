//! Records that may be of one person, as they wait for an officer.

use super::{Came, State};
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A part of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What waits.
    Waiting,
    /// What waits for a second officer.
    Proposed,
    /// What was joined.
    Merged,
    /// What is of two people, or was parted again.
    Apart,
}

impl Part {
    fn said(self, locale: Locale, count: u64) -> String {
        let count = [("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))];
        match self {
            Self::Waiting => text_args(locale, "twins-part-waiting", &count),
            Self::Proposed => text_args(locale, "twins-part-proposed", &count),
            Self::Merged => text_args(locale, "twins-part-merged", &count),
            Self::Apart => text_args(locale, "twins-part-apart", &count),
        }
    }
}

/// A case in the list.
#[derive(Debug, Clone)]
pub struct Queued {
    /// Where it is decided.
    pub href: String,
    /// Whom the records name.
    pub names: (String, String),
    /// How far it was decided.
    pub state: State,
    /// What brought it up.
    pub came: Came,
    /// When, as it is written.
    pub opened: String,
}

/// The queue.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Its parts: which, how many, where, and whether it is this one.
    pub parts: Vec<(Part, u64, String, bool)>,
    /// The cases.
    pub listed: Vec<Queued>,
    /// Pages before and after.
    pub pages: (Option<String>, Option<String>),
    /// Back to the own pages.
    pub home: &'static str,
}

/// The queue of whoever decides who is who.
pub fn queue(page: QueuePage) -> DeskPage {
    let QueuePage { chrome, parts, listed, pages: (newer, older), home } = page;
    let locale = chrome.locale;
    let here = parts.iter().find(|(_, _, _, here)| *here);
    let heading = here.map_or_else(String::new, |(part, count, _, _)| part.said(locale, *count));
    let row = |queued: Queued| {
        let Queued { href, names: (one, other), state, came, opened } = queued;
        let names = [("one", Arg::Text(&one)), ("other", Arg::Text(&other))];
        let since = text_args(locale, "twins-since", &[("day", Arg::Text(&opened))]);
        Row {
            title: text_args(locale, "twins-pair", &names),
            href: Some(href),
            facts: vec![state.said(locale), came.said(locale), since],
            ..Row::default()
        }
    };
    let before = newer.map(|href| Link::new(href, text(locale, "org-queue-before")));
    let after = older.map(|href| Link::new(href, text(locale, "org-queue-after")));
    let section = Section {
        id: "listed",
        heading,
        rows: listed.into_iter().map(row).collect(),
        none: Some(text(locale, "twins-none")),
        pages: before.into_iter().chain(after).collect(),
        ..Section::default()
    };
    let others = parts.iter().filter(|(_, _, _, here)| !here);
    let others = others.map(|(part, count, href, _)| Link::new(href.clone(), part.said(locale, *count)));
    let title = text(locale, "twins-title");
    DeskPage {
        chrome: Chrome { title: title.clone(), ..chrome },
        heading: title,
        lead: vec![text(locale, "twins-lead")],
        sections: vec![section],
        links: others.chain([Link::new(home, text(locale, "me-title"))]).collect(),
        ..DeskPage::default()
    }
}
