//! The first page of administration: what waits, and where.

use super::number;
use crate::desk::{DeskPage, Row, Section};
use crate::layout::Chrome;
use crate::{Link, Locale, text, text_args};

/// Something that waits, for those who may deal with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waits {
    /// Accounts: where, how many, and how many are closed.
    Users(String, u64, u64),
    /// Roles: where, and how many have one.
    Roles(String, u64),
    /// Letters: where, how many were given up, how many wait.
    Messages(String, u64, u64),
    /// Wordings: where, and how many are not understood.
    Board(String, u64),
    /// Names: where, and how many were changed here.
    Labels(String, u64),
    /// What is kept for how long: where, and how much is due.
    Retention(String, u64),
    /// Tokens of programs: where, how many are in force, how many of them end soon.
    Tokens(String, u64, u64),
    /// Settings: where, and how many are not the default.
    Settings(String, u64),
}

/// The page in words.
pub fn home(chrome: Chrome, waits: Vec<Waits>, back: Link) -> DeskPage {
    let locale = chrome.locale;
    let heading = text(locale, "admin-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "admin-lead")],
        sections: vec![Section {
            id: "waits",
            heading: text(locale, "me-next"),
            rows: waits.into_iter().map(|waits| row(locale, waits)).collect(),
            none: Some(text(locale, "me-nothing")),
            ..Section::default()
        }],
        links: vec![back],
        ..DeskPage::default()
    }
}

fn row(locale: Locale, waits: Waits) -> Row {
    let (title, href, fact) = match waits {
        Waits::Users(href, count, locked) => {
            let args = [("count", number(count)), ("locked", number(locked))];
            (text(locale, "admin-users-title"), href, text_args(locale, "admin-users-fact", &args))
        }
        Waits::Roles(href, count) => {
            (text(locale, "roles-title"), href, text_args(locale, "roles-list", &[("count", number(count))]))
        }
        Waits::Messages(href, dead, waiting) => {
            let args = [("dead", number(dead)), ("waiting", number(waiting))];
            (text(locale, "admin-messages-title"), href, text_args(locale, "admin-messages-fact", &args))
        }
        Waits::Board(href, count) => {
            let fact = text_args(locale, "admin-board-fact", &[("count", number(count))]);
            (text(locale, "admin-board-title"), href, fact)
        }
        Waits::Labels(href, count) => {
            let fact = text_args(locale, "admin-labels-fact", &[("count", number(count))]);
            (text(locale, "admin-labels-title"), href, fact)
        }
        Waits::Retention(href, count) => {
            let fact = text_args(locale, "admin-retention-fact", &[("count", number(count))]);
            (text(locale, "retention-title"), href, fact)
        }
        Waits::Tokens(href, count, soon) => {
            let args = [("count", number(count)), ("soon", number(soon))];
            (text(locale, "tokens-title"), href, text_args(locale, "tokens-fact", &args))
        }
        Waits::Settings(href, count) => {
            let fact = text_args(locale, "admin-settings-fact", &[("count", number(count))]);
            (text(locale, "admin-settings-title"), href, fact)
        }
    };
    Row { title, href: Some(href), facts: vec![fact], ..Row::default() }
}
