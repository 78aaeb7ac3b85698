//! The people who fit a vacancy, in words.

use super::fit::Fit;
use super::pages;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::people::Shown;
use crate::{Arg, Link, text, text_args};

/// Somebody who fits.
#[derive(Debug, Clone)]
pub struct FittingRow {
    /// As the reader may see the person; its page is asked for this vacancy.
    pub shown: Shown,
    /// The wage that is wished for, where it may be seen.
    pub wage: Option<String>,
    /// How well, and why.
    pub fit: Fit,
}

/// Why nobody is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nobody {
    /// The vacancy is closed.
    Closed,
    /// The people are not read yet.
    NotReady,
}

/// The page.
#[derive(Debug, Clone)]
pub struct FittingPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The vacancy: its public page and title.
    pub vacancy: Link,
    /// Why nobody can be listed, whoever there is.
    pub nobody: Option<Nobody>,
    /// Those of this page, best first.
    pub people: Vec<FittingRow>,
    /// Which page this is.
    pub number: u32,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The page in words.
pub fn fitting(page: FittingPage) -> DeskPage {
    let FittingPage { chrome, vacancy, nobody, people, number, previous, next, links } = page;
    let locale = chrome.locale;
    let heading = text_args(locale, "advice-people-for", &[("title", Arg::Text(&vacancy.text))]);
    let row = |held: FittingRow| {
        let FittingRow { shown, wage, fit } = held;
        let row = shown.row(locale);
        let wage = wage.map(|wage| text_args(locale, "person-wage", &[("wage", Arg::Text(&wage))]));
        let facts = fit.lines(locale).into_iter().chain(row.facts).chain(wage).collect();
        Row { facts, ..row }
    };
    let none = match nobody {
        None if number > 1 => text(locale, "advice-people-no-more"),
        None => text(locale, "advice-people-none"),
        Some(Nobody::Closed) => text(locale, "advice-people-closed"),
        Some(Nobody::NotReady) => text(locale, "advice-not-ready"),
    };
    let number = [("page", Arg::Number(number.into()))];
    let listed = Section {
        id: "people",
        heading: text_args(locale, "advice-people-page", &number),
        rows: people.into_iter().map(row).collect(),
        none: Some(none),
        pages: pages(locale, previous, next),
        ..Section::default()
    };
    let public = Link::new(vacancy.href, text(locale, "advice-see-vacancy"));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "advice-people-lead")],
        sections: vec![listed],
        links: std::iter::once(public).chain(links).collect(),
        ..DeskPage::default()
    }
}
