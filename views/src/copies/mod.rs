//! The page that offers a copy of all that is kept about its reader.

use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Link, text};

/// The page; `copy` is where the copy is.
pub fn copies(chrome: Chrome, copy: &str, links: Vec<Link>) -> DeskPage {
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
    let heading = text(locale, "copies-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "copies-lead")],
        sections: vec![section],
        links,
        ..DeskPage::default()
    }
}
