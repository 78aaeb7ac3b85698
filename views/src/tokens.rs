//! Tokens of programs, in words: which there are, what each may, until when, and how one is taken back.

use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What the holder of a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenRole {
    /// The operator of the platform.
    Operator,
    /// Whoever publishes vacancies by a program.
    Publisher,
    /// A program of an employer.
    Employer,
    /// A program of an agency.
    Agency,
    /// A role that this version does not know: it may nothing.
    Unknown,
}

/// How a token stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenState {
    /// It is good.
    Live {
        /// Whether it ends soon.
        soon: bool,
    },
    /// It came to its end.
    Ended,
    /// It was taken back.
    Revoked {
        /// On which day, as it is written.
        day: String,
        /// By whom; nobody where it was done at the command line.
        by: Option<String>,
    },
}

/// A token; never the token itself.
#[derive(Debug, Clone)]
pub struct TokenRow {
    /// By which it is named.
    pub id: String,
    /// What it is for; empty where nobody said.
    pub name: String,
    /// What its holder is.
    pub role: TokenRole,
    /// What it may, as codes of the interface.
    pub scopes: Vec<String>,
    /// The source whose vacancies it writes.
    pub source: String,
    /// The name of its organisation.
    pub organisation: Option<String>,
    /// Where it finds people, if not everywhere.
    pub area: Option<String>,
    /// When it was made, as it is written.
    pub made: String,
    /// Until when it is good, if it ends.
    pub ends: Option<String>,
    /// When it was last used, if ever.
    pub used: Option<String>,
    /// How it stands.
    pub state: TokenState,
}

/// What is said about what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokensSaid {
    /// A token was taken back.
    Revoked,
    /// It was good no more already.
    NotNow,
}

/// The page of tokens.
#[derive(Debug, Clone)]
pub struct TokensPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// Whose tokens they are; none where they are all.
    pub organisation: Option<String>,
    /// Those that are good.
    pub live: Vec<TokenRow>,
    /// Those that are not any more.
    pub past: Vec<TokenRow>,
    /// What was done, or not.
    pub said: Option<TokensSaid>,
    /// Back.
    pub back: Link,
}

/// The page in words.
pub fn tokens(page: TokensPage) -> DeskPage {
    let TokensPage { chrome, address, organisation, live, past, said, back } = page;
    let locale = chrome.locale;
    let heading = match &organisation {
        Some(name) => text_args(locale, "tokens-title-of", &[("organisation", Arg::Text(name))]),
        None => text(locale, "tokens-title"),
    };
    let made = if organisation.is_some() {
        text(locale, "tokens-made-by-operator")
    } else {
        text(locale, "tokens-made-by-command")
    };
    let good = Section {
        id: "live",
        heading: text(locale, "tokens-live"),
        rows: live.into_iter().map(|token| row(locale, &address, token)).collect(),
        none: Some(text(locale, "tokens-none")),
        ..Section::default()
    };
    let over = Section {
        id: "past",
        heading: text(locale, "tokens-past"),
        rows: past.into_iter().map(|token| row(locale, &address, token)).collect(),
        ..Section::default()
    };
    let mut sections = vec![good];
    sections.extend((!over.rows.is_empty()).then_some(over));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "tokens-lead"), made],
        done: (said == Some(TokensSaid::Revoked)).then(|| text(locale, "tokens-done")),
        problem: (said == Some(TokensSaid::NotNow)).then(|| text(locale, "tokens-not-now")),
        sections,
        links: vec![back],
    }
}

fn role(locale: Locale, role: TokenRole) -> String {
    match role {
        TokenRole::Operator => text(locale, "tokens-role-operator"),
        TokenRole::Publisher => text(locale, "tokens-role-publisher"),
        TokenRole::Employer => text(locale, "tokens-role-employer"),
        TokenRole::Agency => text(locale, "tokens-role-agency"),
        TokenRole::Unknown => text(locale, "tokens-role-unknown"),
    }
}

fn row(locale: Locale, address: &str, token: TokenRow) -> Row {
    let TokenRow { id, name, role: held, scopes, source, organisation, area, made, ends, used, state } =
        token;
    let role = role(locale, held);
    let named = if name.trim().is_empty() { role.clone() } else { name.clone() };
    let mut facts = Vec::new();
    if named != role {
        facts.push(role);
    }
    facts.extend(organisation);
    facts.extend(area.map(|area| text_args(locale, "tokens-area", &[("area", Arg::Text(&area))])));
    facts.push(if scopes.is_empty() {
        text(locale, "tokens-may-nothing")
    } else {
        text_args(locale, "tokens-may", &[("scopes", Arg::Text(&scopes.join(", ")))])
    });
    if scopes.iter().any(|scope| scope == "jobs:write") {
        facts.push(text_args(locale, "tokens-source", &[("source", Arg::Text(&source))]));
    }
    facts.push(text_args(locale, "tokens-made", &[("day", Arg::Text(&made))]));
    facts.push(match &ends {
        Some(day) if state == TokenState::Ended => {
            text_args(locale, "tokens-ended", &[("day", Arg::Text(day))])
        }
        Some(day) => text_args(locale, "tokens-ends", &[("day", Arg::Text(day))]),
        None => text(locale, "tokens-endless"),
    });
    facts.push(match &used {
        Some(day) => text_args(locale, "tokens-used", &[("day", Arg::Text(day))]),
        None => text(locale, "tokens-unused"),
    });
    let (mut problem, mut forms) = (None, Vec::new());
    match state {
        TokenState::Live { soon } => {
            problem = soon.then(|| text(locale, "tokens-soon"));
            forms.push(button(locale, address, &id));
        }
        TokenState::Ended => {}
        TokenState::Revoked { day, by } => facts.push(match by {
            Some(by) => {
                text_args(locale, "tokens-revoked-by", &[("day", Arg::Text(&day)), ("by", Arg::Text(&by))])
            }
            None => text_args(locale, "tokens-revoked", &[("day", Arg::Text(&day))]),
        }),
    }
    facts.push(text_args(locale, "tokens-id", &[("id", Arg::Text(&id))]));
    Row { title: named, facts, problem, forms, ..Row::default() }
}

fn button(locale: Locale, address: &str, id: &str) -> Form {
    let field = Field {
        name: "id".to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: id.to_owned(),
        problem: None,
        optional: true,
    };
    let submit = text(locale, "tokens-revoke");
    Form { fields: vec![field], ..Form::button(format!("{address}/revoke"), submit) }
}
