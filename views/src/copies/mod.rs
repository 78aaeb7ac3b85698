//! The page that offers a copy of all that is kept about its reader, and the words of the copy on paper.

pub mod record;
mod words;

pub use words::{classes, word};

use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Link, text};

/// Where the copy is, in each of its forms, and where all of it is erased.
#[derive(Debug, Clone, Copy)]
pub struct Ways<'a> {
    /// To be read by people; none where the program prints nothing.
    pub paper: Option<&'a str>,
    /// To be read by programs.
    pub file: &'a str,
    /// Where it is erased.
    pub erasure: &'a str,
}

/// The page.
pub fn copies(chrome: Chrome, ways: Ways<'_>, links: Vec<Link>) -> DeskPage {
    let locale = chrome.locale;
    let Ways { paper, file, erasure } = ways;
    let paper = paper.map(|href| Row {
        title: text(locale, "copies-paper"),
        href: Some(href.to_owned()),
        facts: vec![text(locale, "copies-paper-what")],
        ..Row::default()
    });
    let machines = Row {
        title: text(locale, "copies-file"),
        href: Some(file.to_owned()),
        facts: vec![text(locale, "copies-file-what")],
        ..Row::default()
    };
    let section = Section {
        id: "copies",
        heading: text(locale, "copies-heading"),
        lead: Some(text(locale, "copies-kept-out")),
        rows: paper.into_iter().chain([machines]).collect(),
        ..Section::default()
    };
    let erase = Row {
        title: text(locale, "copies-erase"),
        href: Some(erasure.to_owned()),
        facts: vec![text(locale, "copies-erase-what")],
        ..Row::default()
    };
    let erasing = Section {
        id: "erasing",
        heading: text(locale, "copies-erase-heading"),
        rows: vec![erase],
        ..Section::default()
    };
    let heading = text(locale, "copies-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "copies-lead")],
        sections: vec![section, erasing],
        links,
        ..DeskPage::default()
    }
}
