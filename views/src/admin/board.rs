//! What was searched for in vain, with wordings to approve.

use super::{field, hidden, language, number};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A wording that may be a name of something.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// By which it is named.
    pub id: String,
    /// The wording.
    pub wording: String,
    /// Code of its language.
    pub language: String,
    /// What it may be a name of.
    pub concept: String,
}

/// A query, and what may be meant by it.
#[derive(Debug, Clone)]
pub struct Query {
    /// As it was typed.
    pub query: String,
    /// How often it was asked, how often without results, how many vacancies were opened from it.
    pub counts: (u64, u64, u64),
    /// Whether all of it is understood now.
    pub understood: bool,
    /// What may be meant.
    pub proposals: Vec<Proposal>,
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardProblem {
    /// There is no such proposal any more.
    Gone,
    /// The wording is a name of others.
    Taken {
        /// The wording.
        wording: String,
        /// The others.
        others: String,
    },
    /// It says nothing.
    SaysNothing,
}

/// The board.
#[derive(Debug, Clone)]
pub struct BoardPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// First and last day, as they are written.
    pub days: (String, String),
    /// Searches, those without results, and rare queries.
    pub sums: (u64, u64, u64),
    /// Queries without results.
    pub without: Vec<Query>,
    /// Queries whose results are hardly opened.
    pub low: Vec<Query>,
    /// Whether the reader decides.
    pub decides: bool,
    /// What was done: whether it was approved.
    pub done: Option<bool>,
    /// What was not, and why.
    pub problem: Option<BoardProblem>,
    /// Back to administration.
    pub back: Link,
}

/// The page in words.
pub fn board(page: BoardPage) -> DeskPage {
    let BoardPage { chrome, address, days, sums, without, low, decides, done, problem, back } = page;
    let locale = chrome.locale;
    let heading = text(locale, "admin-board-title");
    let (asked, found_nothing, rare) = sums;
    let args = [
        ("asked", number(asked)),
        ("from", Arg::Text(&days.0)),
        ("to", Arg::Text(&days.1)),
        ("without", number(found_nothing)),
        ("rare", number(rare)),
    ];
    let lead = vec![text(locale, "admin-board-lead"), text_args(locale, "admin-board-sum", &args)];
    let section = |id, heading, queries: Vec<Query>| Section {
        id,
        heading,
        rows: queries.into_iter().map(|query| row(locale, (&address, decides), query)).collect(),
        none: Some(text(locale, "admin-board-none")),
        ..Section::default()
    };
    let count = |queries: &[Query]| [("count", number(queries.len() as u64))];
    let titles = (
        text_args(locale, "admin-board-without", &count(&without)),
        text_args(locale, "admin-board-low", &count(&low)),
    );
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead,
        done: done.map(|approved| {
            if approved {
                text(locale, "admin-board-done-approved")
            } else {
                text(locale, "admin-board-done-rejected")
            }
        }),
        problem: problem.map(|problem| said(locale, &problem)),
        sections: vec![section("without", titles.0, without), section("low", titles.1, low)],
        links: vec![back],
    }
}

fn said(locale: Locale, problem: &BoardProblem) -> String {
    match problem {
        BoardProblem::Gone => text(locale, "admin-board-problem-gone"),
        BoardProblem::Taken { wording, others } => {
            let args = [("wording", Arg::Text(wording)), ("others", Arg::Text(others))];
            text_args(locale, "admin-board-problem-taken", &args)
        }
        BoardProblem::SaysNothing => text(locale, "admin-board-problem-nothing"),
    }
}

fn row(locale: Locale, (address, decides): (&str, bool), query: Query) -> Row {
    let Query { query, counts: (asked, without, clicks), understood, proposals } = query;
    let args = [("asked", number(asked)), ("without", number(without)), ("clicks", number(clicks))];
    let mut facts = vec![text_args(locale, "admin-board-asked", &args)];
    facts.extend(understood.then(|| text(locale, "admin-board-understood")));
    facts.extend((!understood && proposals.is_empty()).then(|| text(locale, "admin-board-no-proposal")));
    let mut forms = Vec::new();
    for proposal in &proposals {
        let spoken = language(locale, &proposal.language);
        let args = [
            ("wording", Arg::Text(&proposal.wording)),
            ("language", Arg::Text(&spoken)),
            ("concept", Arg::Text(&proposal.concept)),
        ];
        facts.push(text_args(locale, "admin-board-proposal", &args));
        if decides {
            forms.extend(decisions(locale, address, proposal));
        }
    }
    Row { title: query, facts, forms, ..Row::default() }
}

fn decisions(locale: Locale, address: &str, proposal: &Proposal) -> [Form; 2] {
    let concept = [("concept", Arg::Text(&proposal.concept))];
    let id = hidden("proposal", &proposal.id);
    let shared = crate::form::Field {
        optional: true,
        ..field(
            &format!("shared-{}", proposal.id),
            text(locale, "admin-board-shared"),
            FieldKind::Pick,
            "yes",
        )
    };
    [
        Form {
            fields: vec![id.clone(), shared],
            ..Form::button(format!("{address}/approve"), text_args(locale, "admin-board-approve", &concept))
        },
        Form {
            fields: vec![id],
            ..Form::button(format!("{address}/reject"), text_args(locale, "admin-board-reject", &concept))
        },
    ]
}
