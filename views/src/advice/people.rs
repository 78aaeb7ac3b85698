//! The people who fit a vacancy, in words.

use super::fit::Fit;
use super::pages;
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::people::Shown;
use crate::{Arg, Link, Locale, text, text_args};

/// What came of asking somebody to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The person was asked.
    Done,
    /// The person was asked or applied before.
    Before,
    /// Nobody can answer for the person.
    Nobody,
}

/// Somebody who fits.
#[derive(Debug, Clone)]
pub struct FittingRow {
    /// The key that is sent to ask the person to apply.
    pub key: String,
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
    /// Where somebody is asked to apply.
    pub invite: String,
    /// What came of it just now.
    pub asked: Option<Asked>,
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
    let FittingPage { chrome, vacancy, nobody, invite, asked, people, number, previous, next, links } = page;
    let locale = chrome.locale;
    let heading = text_args(locale, "advice-people-for", &[("title", Arg::Text(&vacancy.text))]);
    let row = |held: FittingRow| {
        let FittingRow { key, shown, wage, fit } = held;
        let row = shown.row(locale);
        let wage = wage.map(|wage| text_args(locale, "person-wage", &[("wage", Arg::Text(&wage))]));
        let facts = fit.lines(locale).into_iter().chain(row.facts).chain(wage).collect();
        Row { facts, forms: vec![inviting(locale, &invite, key)], ..row }
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
        done: asked.map(|asked| match asked {
            Asked::Done => text(locale, "hiring-invite-done"),
            Asked::Before => text(locale, "hiring-invite-before"),
            Asked::Nobody => text(locale, "hiring-invite-nobody"),
        }),
        sections: vec![listed],
        links: std::iter::once(public).chain(links).collect(),
        ..DeskPage::default()
    }
}

fn inviting(locale: Locale, action: &str, key: String) -> Form {
    let person = Field {
        name: "person".to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: key,
        problem: None,
        optional: false,
    };
    Form { fields: vec![person], ..Form::button(action, text(locale, "hiring-invite")) }
}
