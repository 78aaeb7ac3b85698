//! The officers' queue: vacancies that were held, handed in or reported, and those that were taken away.

use super::words::StatusWord;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// Why somebody has to look at a vacancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyWord {
    /// Its red flags.
    Flags,
    /// A rule.
    Rule,
    /// An exception is asked for.
    Exception,
    /// Somebody under age could take it up.
    UnderAge,
    /// It is in a zone.
    Zone,
    /// What its organisation publishes is looked at first.
    Restricted,
    /// Its text is nearly that of another.
    Alike,
    /// Another advert of the account is held.
    Linked,
    /// It was asked to look again.
    Appeal,
}

impl WhyWord {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Flags,
        Self::Rule,
        Self::Exception,
        Self::UnderAge,
        Self::Zone,
        Self::Restricted,
        Self::Alike,
        Self::Linked,
        Self::Appeal,
    ];

    /// In words.
    pub fn said(self, locale: Locale) -> String {
        match self {
            Self::Flags => text(locale, "review-why-flags"),
            Self::Rule => text(locale, "review-why-rule"),
            Self::Exception => text(locale, "review-why-exception"),
            Self::UnderAge => text(locale, "review-why-under-age"),
            Self::Zone => text(locale, "review-why-zone"),
            Self::Restricted => text(locale, "review-why-restricted"),
            Self::Alike => text(locale, "review-why-alike"),
            Self::Linked => text(locale, "review-why-linked"),
            Self::Appeal => text(locale, "review-why-appeal"),
        }
    }
}

/// A vacancy in the queue.
#[derive(Debug, Clone)]
pub struct QueueRow {
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub employer: String,
    /// Where it is decided about.
    pub href: String,
    /// Since when it waits, as it is written.
    pub since: String,
    /// Where it stands.
    pub status: StatusWord,
    /// Why somebody looks.
    pub whys: Vec<WhyWord>,
    /// How many people reported it.
    pub reports: u64,
}

/// The queue.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What waits, held adverts first, then the oldest.
    pub waiting: Vec<QueueRow>,
    /// What people reported.
    pub reported: Vec<QueueRow>,
    /// What was taken away.
    pub taken: Vec<QueueRow>,
    /// Ways on.
    pub links: Vec<Link>,
}

fn queued(locale: Locale, row: QueueRow) -> Row {
    let QueueRow { title, employer, href, since, status, whys, reports } = row;
    let since = text_args(locale, "review-since", &[("when", Arg::Text(&since))]);
    let count = [("count", Arg::Number(i64::try_from(reports).unwrap_or(i64::MAX)))];
    let told = (reports > 0).then(|| text_args(locale, "review-reports-count", &count));
    let whys = whys.iter().map(|why| why.said(locale));
    let facts = [employer, status.said(locale), since].into_iter().chain(told).chain(whys).collect();
    Row { title, href: Some(href), facts, ..Row::default() }
}

/// The queue in words.
pub fn queue(page: QueuePage) -> DeskPage {
    let QueuePage { chrome, waiting, reported, taken, links } = page;
    let locale = chrome.locale;
    let heading = text(locale, "review-title");
    let section = |id, heading: &str, rows: Vec<QueueRow>, none: &str| Section {
        id,
        heading: text(locale, heading),
        rows: rows.into_iter().map(|row| queued(locale, row)).collect(),
        none: Some(text(locale, none)),
        ..Section::default()
    };
    DeskPage {
        lead: vec![text(locale, "review-lead")],
        sections: vec![
            section("waiting", "review-waiting", waiting, "review-waiting-none"),
            section("reported", "review-reported", reported, "review-reported-none"),
            section("taken", "review-taken", taken, "review-taken-none"),
        ],
        links,
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        ..DeskPage::default()
    }
}
