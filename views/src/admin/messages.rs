//! Letters for an operator: what was given up and why, what waits, and what can be done with it.

use super::{field, hidden, moment, number};
use crate::account::about;
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::mail::When;
use crate::{Arg, Link, Locale, text, text_args};

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageState {
    /// It was given up.
    Dead,
    /// It waits.
    Waiting,
    /// It was sent.
    Sent,
    /// It was taken back.
    Withdrawn,
}

/// A letter without a word of its text.
#[derive(Debug, Clone)]
pub struct MessageRow {
    /// By which it is named.
    pub id: String,
    /// What it is about, by its code.
    pub kind: String,
    /// To whom, masked.
    pub to: String,
    /// When it was written.
    pub written: When,
    /// How often sending was begun.
    pub attempts: u64,
    /// When it is tried next, or was sent.
    pub when: Option<When>,
    /// What the server said last.
    pub reason: Option<String>,
    /// Its code or link was erased.
    pub erased: bool,
}

/// What was done just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageDone {
    /// So many are sent again.
    Resent(u64),
    /// So many were taken back.
    Withdrawn(u64),
    /// A test waits.
    Tested,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessagesProblem {
    /// It is not in the state for it.
    NotNow,
    /// The test has no address.
    Address,
}

/// The page of letters.
#[derive(Debug, Clone)]
pub struct MessagesPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// States with their addresses and how many letters are in each.
    pub parts: Vec<(MessageState, String, u64)>,
    /// The state that is shown.
    pub shown: MessageState,
    /// The letters.
    pub rows: Vec<MessageRow>,
    /// Kinds of them, by their codes.
    pub kinds: Vec<String>,
    /// The address of the test, as it was typed.
    pub typed: String,
    /// What was done.
    pub done: Option<MessageDone>,
    /// What was not, and why.
    pub problem: Option<MessagesProblem>,
    /// Back to administration.
    pub back: Link,
}

fn part(locale: Locale, state: MessageState, count: u64) -> String {
    let count = [("count", number(count))];
    match state {
        MessageState::Dead => text_args(locale, "admin-messages-dead", &count),
        MessageState::Waiting => text_args(locale, "admin-messages-waiting", &count),
        MessageState::Sent => text_args(locale, "admin-messages-sent", &count),
        MessageState::Withdrawn => text_args(locale, "admin-messages-withdrawn", &count),
    }
}

/// The page in words.
pub fn messages(page: MessagesPage) -> DeskPage {
    let MessagesPage { chrome, address, parts, shown, rows, kinds, typed, done, problem, back } = page;
    let locale = chrome.locale;
    let heading = text(locale, "admin-messages-title");
    let list = Section {
        id: "list",
        heading: text_args(locale, "admin-messages-list", &[("count", number(rows.len() as u64))]),
        rows: rows.into_iter().map(|held| row(locale, (&address, shown), held)).collect(),
        none: Some(text(locale, "admin-messages-none")),
        pages: parts
            .into_iter()
            .map(|(state, href, count)| Link::new(href, part(locale, state, count)))
            .collect(),
        ..Section::default()
    };
    let mut sections = vec![list];
    sections.extend(all_of_a_kind(locale, (&address, shown), kinds));
    sections.push(test(locale, &address, &typed, problem == Some(MessagesProblem::Address)));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "admin-messages-lead")],
        done: done.map(|done| match done {
            MessageDone::Resent(count) => {
                text_args(locale, "admin-messages-done-resent", &[("count", number(count))])
            }
            MessageDone::Withdrawn(count) => {
                text_args(locale, "admin-messages-done-withdrawn", &[("count", number(count))])
            }
            MessageDone::Tested => text(locale, "admin-messages-done-tested"),
        }),
        problem: (problem == Some(MessagesProblem::NotNow)).then(|| text(locale, "admin-messages-problem")),
        sections,
        links: vec![back],
    }
}

fn row(locale: Locale, (address, shown): (&str, MessageState), held: MessageRow) -> Row {
    let MessageRow { id, kind, to, written, attempts, when, reason, erased } = held;
    let written = moment(locale, written);
    let args = [("when", Arg::Text(&written)), ("count", number(attempts))];
    let mut facts = vec![to, text_args(locale, "admin-messages-written", &args)];
    if let Some(when) = when.map(|when| moment(locale, when)) {
        let when = [("when", Arg::Text(&when))];
        facts.push(match shown {
            MessageState::Sent => text_args(locale, "admin-messages-gone", &when),
            MessageState::Dead | MessageState::Waiting | MessageState::Withdrawn => {
                text_args(locale, "admin-messages-due", &when)
            }
        });
    }
    let dead = shown == MessageState::Dead;
    facts.extend((dead && erased).then(|| text(locale, "admin-messages-erased")));
    let button = |path: &str, submit| Form {
        fields: vec![hidden("id", &id)],
        ..Form::button(format!("{address}/{path}"), submit)
    };
    let forms = match shown {
        MessageState::Dead if !erased => vec![button("resend", text(locale, "admin-messages-resend"))],
        MessageState::Waiting => vec![button("withdraw", text(locale, "admin-messages-withdraw"))],
        MessageState::Dead | MessageState::Sent | MessageState::Withdrawn => Vec::new(),
    };
    let reason = reason.filter(|reason| !reason.is_empty());
    let problem =
        reason.map(|said| text_args(locale, "admin-messages-reason", &[("reason", Arg::Text(&said))]));
    let title = about(locale, &kind).unwrap_or(kind);
    Row { title, facts, problem, forms, ..Row::default() }
}

/// One form for all letters of a kind, where they are given up or wait.
fn all_of_a_kind(
    locale: Locale,
    (address, shown): (&str, MessageState),
    kinds: Vec<String>,
) -> Option<Section> {
    let (path, submit) = match shown {
        MessageState::Dead => ("resend", text(locale, "admin-messages-resend-all")),
        MessageState::Waiting => ("withdraw", text(locale, "admin-messages-withdraw-all")),
        MessageState::Sent | MessageState::Withdrawn => return None,
    };
    let choices: Vec<Choice> = kinds
        .into_iter()
        .map(|kind| Choice::new(kind.clone(), about(locale, &kind).unwrap_or(kind)))
        .collect();
    let first = choices.first()?.value.clone();
    let kind = field("kind", text(locale, "admin-messages-kind"), FieldKind::Choice(choices), &first);
    let form = Form {
        action: format!("{address}/{path}"),
        fields: vec![kind],
        submit,
        quiet: true,
        ..Form::default()
    };
    let heading = text(locale, "admin-messages-all");
    Some(Section { id: "all", heading, form: Some(form), ..Section::default() })
}

fn test(locale: Locale, address: &str, typed: &str, wrong: bool) -> Section {
    let to = Field {
        problem: wrong.then(|| text(locale, "admin-messages-test-problem")),
        ..field("contact", text(locale, "admin-messages-test-to"), FieldKind::Text, typed)
    };
    Section {
        id: "test",
        heading: text(locale, "admin-messages-test"),
        lead: Some(text(locale, "admin-messages-test-lead")),
        form: Some(Form {
            action: format!("{address}/test"),
            fields: vec![to],
            submit: text(locale, "admin-messages-test-submit"),
            ..Form::default()
        }),
        ..Section::default()
    }
}
