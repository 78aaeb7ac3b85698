//! The page that offers a copy of all that is kept about its reader.

use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Link, text};

/// The page; `copy` is where the copy is, `erasure` where all of it is erased.
pub fn copies(chrome: Chrome, (copy, erasure): (&str, &str), links: Vec<Link>) -> DeskPage {
    let locale = chrome.locale;
    let file = Row {
        title: text(locale, "copies-file"),
        href: Some(copy.to_owned()),
        facts: vec![text(locale, "copies-file-what")],
        ..Row::default()
    };
    let section = Section {
        id: "copies",
        heading: text(locale, "copies-heading"),
        lead: Some(text(locale, "copies-kept-out")),
        rows: vec![file],
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
