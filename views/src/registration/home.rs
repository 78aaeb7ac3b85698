//! A helper's own page, and one registration, in words.

use super::{PhoneWord, ReadsWord};
use crate::desk::{DeskPage, Row, Section};
use crate::form::Form;
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// How far a registration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateWord {
    /// The person has no card yet.
    WithoutCard,
    /// The person has not come in yet.
    Waiting,
    /// The person has taken the record over.
    Claimed,
}

impl StateWord {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::WithoutCard => text(locale, "helper-state-without-card"),
            Self::Waiting => text(locale, "helper-state-waiting"),
            Self::Claimed => text(locale, "helper-state-claimed"),
        }
    }
}

/// Somebody whom the helper registered.
#[derive(Debug, Clone)]
pub struct ListedRow {
    /// Where the registration is.
    pub href: String,
    /// The name; none once the person has taken the record over.
    pub name: Option<String>,
    /// How far it is.
    pub state: StateWord,
    /// When it arrived, as it is written.
    pub day: String,
}

/// A helper's own page.
#[derive(Debug, Clone)]
pub struct Home {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where people are registered.
    pub register: String,
    /// The names of the areas in which the helper registers people.
    pub areas: Vec<String>,
    /// How many were registered in all.
    pub total: u64,
    /// Some of them.
    pub rows: Vec<ListedRow>,
    /// To other pages of the list.
    pub pages: Vec<Link>,
    /// The reader's own first page.
    pub back: Link,
}

/// The page in words.
pub fn home(page: Home) -> DeskPage {
    let Home { chrome, register, areas, total, rows, pages, back } = page;
    let locale = chrome.locale;
    let within = if areas.is_empty() {
        text(locale, "helper-no-area")
    } else {
        text_args(locale, "helper-area", &[("areas", Arg::Text(&areas.join(", ")))])
    };
    let steps = Section {
        id: "how",
        heading: text(locale, "helper-how"),
        rows: vec![Row {
            title: text(locale, "helper-register"),
            href: (!areas.is_empty()).then_some(register),
            facts: vec![text(locale, "helper-register-what"), text(locale, "helper-card-what")],
            ..Row::default()
        }],
        ..Section::default()
    };
    let count = Arg::Number(i64::try_from(total).unwrap_or(i64::MAX));
    let list = Section {
        id: "registered",
        heading: text_args(locale, "helper-registered", &[("count", count)]),
        lead: (total > 0).then(|| text(locale, "helper-registered-lead")),
        rows: rows.into_iter().map(|held| row(locale, held)).collect(),
        none: Some(text(locale, "helper-none")),
        pages,
        ..Section::default()
    };
    let heading = text(locale, "helper-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "helper-lead"), within],
        sections: vec![steps, list],
        links: vec![back],
        ..DeskPage::default()
    }
}

fn row(locale: Locale, held: ListedRow) -> Row {
    let ListedRow { href, name, state, day } = held;
    let since = text_args(locale, "helper-since", &[("day", Arg::Text(&day))]);
    Row {
        title: name.unwrap_or_else(|| text(locale, "helper-somebody")),
        href: Some(href),
        facts: vec![state.said(locale), since],
        ..Row::default()
    }
}

/// One registration, with what its words were read as, where that is told: `make` is where a card is made, none where the person needs none; `done` says that it has just
/// arrived.
pub fn looked_at(
    chrome: Chrome,
    (held, meant): (ListedRow, Vec<(String, Vec<String>)>),
    (phone, reads): (PhoneWord, ReadsWord),
    (make, done): (Option<String>, bool),
    (another, back): (&str, &str),
) -> DeskPage {
    let locale = chrome.locale;
    let ListedRow { href: _, name, state, day } = held;
    let heading = name.unwrap_or_else(|| text(locale, "helper-somebody"));
    let since = text_args(locale, "helper-since", &[("day", Arg::Text(&day))]);
    let phone = match phone {
        PhoneWord::Nobody => text(locale, "helper-phone-nobody"),
        PhoneWord::Own => text(locale, "helper-phone-own"),
        PhoneWord::Shared => text(locale, "helper-phone-shared"),
        PhoneWord::Helper => text(locale, "helper-phone-helper"),
    };
    let card = make.map(|make| {
        let (title, submit, lead) = match state {
            StateWord::WithoutCard => ("helper-card", "helper-card-make", "helper-card-lead"),
            StateWord::Waiting | StateWord::Claimed => {
                ("helper-card-again", "helper-card-replace", "helper-card-again-lead")
            }
        };
        Section {
            id: "card",
            heading: text(locale, title),
            lead: Some(format!("{} {phone}", text(locale, lead))),
            form: Some(Form { quiet: false, ..Form::button(make, text(locale, submit)) }),
            ..Section::default()
        }
    });
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![state.said(locale), since, reads.said(locale), text(locale, "helper-hidden")],
        done: done.then(|| text(locale, "helper-arrived")),
        sections: understood(locale, meant).into_iter().chain(card).collect(),
        links: vec![
            Link::new(another, text(locale, "helper-another")),
            Link::new(back, text(locale, "helper-back")),
        ],
        ..DeskPage::default()
    }
}

/// What the words of a record were read as, and which were not understood.
fn understood(locale: Locale, meant: Vec<(String, Vec<String>)>) -> Option<Section> {
    let row = |(line, names): (String, Vec<String>)| {
        let names = names.join(", ");
        let said = if names.is_empty() {
            text(locale, "helper-word-unknown")
        } else {
            text_args(locale, "helper-word-known", &[("names", Arg::Text(&names))])
        };
        Row { title: line, facts: vec![said], ..Row::default() }
    };
    (!meant.is_empty()).then(|| Section {
        id: "understood",
        heading: text(locale, "helper-understood"),
        lead: Some(text(locale, "helper-understood-lead")),
        rows: meant.into_iter().map(row).collect(),
        ..Section::default()
    })
}
