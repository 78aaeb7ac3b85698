//! Two records side by side, field by field, and what an officer may say about them.

use super::{Agreement, Came, Compared, Judged, State, Weight};
use crate::form::{Choice, Field, FieldKind, Form, form};
use crate::layout::{self, Chrome};
use crate::{Arg, Link, Locale, text, text_args};
use maud::{Markup, Render, html};

/// A field of both records.
#[derive(Debug, Clone)]
pub struct FieldRow {
    /// Which.
    pub field: Compared,
    /// What the first record says; empty where it does not know.
    pub one: Vec<String>,
    /// What the second one says.
    pub other: Vec<String>,
    /// How well they agree, and what that says; none where one does not know, or nothing is compared.
    pub says: Option<(Agreement, Weight)>,
}

/// One of the records.
#[derive(Debug, Clone)]
pub struct Side {
    /// Where its documents are; none where it lies outside of the officer's area.
    pub documents: Option<String>,
    /// Whether it lies in the officer's area: of others values are not shown.
    pub near: bool,
    /// Whether somebody signs in to it.
    pub owned: bool,
    /// Whether it leads to the other one.
    pub merged: bool,
}

/// What was decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What.
    pub judged: Judged,
    /// When, as it is written.
    pub when: String,
    /// Why.
    pub reason: String,
}

/// What came of what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is noted.
    Noted,
    /// Nothing was chosen.
    Choose,
    /// A reason is missing.
    Reason,
    /// It was decided meanwhile.
    Decided,
    /// Another officer has to confirm.
    Another,
    /// It is the officer's own record.
    Own,
    /// One of the records was joined with a third one.
    Elsewhere,
}

/// Two records side by side.
#[derive(Debug, Clone)]
pub struct ComparePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Where its form is sent.
    pub address: String,
    /// Back to the queue.
    pub queue: &'static str,
    /// How far it was decided.
    pub state: State,
    /// What brought it up.
    pub came: Came,
    /// When, as it is written.
    pub opened: String,
    /// The records.
    pub sides: (Side, Side),
    /// Their fields.
    pub fields: Vec<FieldRow>,
    /// What was decided, the first first.
    pub decided: Vec<Decision>,
    /// What may be said now, by codes.
    pub choices: Vec<(String, Judged)>,
    /// Whether the reader proposed to join them, so that another officer has to confirm.
    pub proposer: bool,
    /// Whether one of them was joined elsewhere.
    pub elsewhere: bool,
    /// What was typed: the choice and the reason.
    pub typed: (String, String),
    /// What came of what was sent.
    pub outcome: Option<Outcome>,
}

impl ComparePage {
    fn problem(&self) -> Option<String> {
        let locale = self.chrome.locale;
        match self.outcome? {
            Outcome::Noted | Outcome::Choose | Outcome::Reason => None,
            Outcome::Decided => Some(text(locale, "twins-problem-decided")),
            Outcome::Another => Some(text(locale, "twins-problem-another")),
            Outcome::Own => Some(text(locale, "twins-problem-own")),
            Outcome::Elsewhere => Some(text(locale, "twins-problem-elsewhere")),
        }
    }

    fn form(&self) -> Form {
        let locale = self.chrome.locale;
        let choices =
            self.choices.iter().map(|(code, judged)| Choice::new(code.as_str(), judged.said(locale)));
        let choices = [Choice::new("", text(locale, "id-choose"))].into_iter().chain(choices).collect();
        let field = |name: &str, kind, label: &str, (value, problem): (&str, Option<String>)| Field {
            name: name.to_owned(),
            label: text(locale, label),
            hint: None,
            kind,
            value: value.to_owned(),
            problem,
            optional: false,
        };
        let wrong = |outcome, key: &str| (self.outcome == Some(outcome)).then(|| text(locale, key));
        let judgement = (self.typed.0.as_str(), wrong(Outcome::Choose, "id-problem-choose"));
        let reason = (self.typed.1.as_str(), wrong(Outcome::Reason, "twins-problem-reason"));
        let reason = field("reason", FieldKind::Area, "twins-reason", reason);
        Form {
            action: self.address.clone(),
            problem: None,
            fields: vec![
                field("judgement", FieldKind::Choice(choices), "twins-judgement", judgement),
                Field { hint: Some(text(locale, "twins-reason-hint")), ..reason },
            ],
            submit: text(locale, "twins-submit"),
            quiet: false,
        }
    }

    fn side(&self, (title, id): (&str, &str), side: &Side) -> Markup {
        let locale = self.chrome.locale;
        let owned = if side.owned { "twins-owned" } else { "twins-brought" };
        html! {
            div.card {
                h3 #(id) { (title) }
                p { (text(locale, owned)) }
                @if !side.near { p { (text(locale, "twins-elsewhere")) } }
                @if side.merged { p { (text(locale, "twins-leads")) } }
                @if let Some(href) = &side.documents { p { a href=(href) { (text(locale, "twins-documents")) } } }
            }
        }
    }

    fn table(&self) -> Markup {
        let locale = self.chrome.locale;
        let (one, other) = (text(locale, "twins-one"), text(locale, "twins-other"));
        html! {
            table.compare {
                caption { (text(locale, "twins-caption")) }
                thead { tr {
                    th scope="col" { (text(locale, "twins-field")) }
                    th scope="col" { (one) }
                    th scope="col" { (other) }
                    th scope="col" { (text(locale, "twins-agree")) }
                } }
                tbody { @for field in &self.fields { tr {
                    th scope="row" { (field.field.said(locale)) }
                    td { span.of { (one) } (values(locale, &self.sides.0, &field.one)) }
                    td { span.of { (other) } (values(locale, &self.sides.1, &field.other)) }
                    td { (said(locale, field)) }
                } } }
            }
        }
    }

    fn history(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            @if !self.decided.is_empty() {
                section aria-labelledby="decided" {
                    h2 #decided { (text(locale, "twins-decided")) }
                    ul.cards { @for decision in &self.decided { li { div.card {
                        h3 { (decision.judged.said(locale)) }
                        p.concept { (decision.when) }
                        p { (decision.reason) }
                    } } } }
                }
            }
        }
    }
}

fn values(locale: Locale, side: &Side, values: &[String]) -> Markup {
    let none = if side.near { "twins-unknown" } else { "twins-not-shown" };
    html! {
        @if values.is_empty() { span.none { (text(locale, none)) } }
        @for value in values { span.value { (value) } }
    }
}

fn said(locale: Locale, field: &FieldRow) -> Markup {
    html! {
        @if let Some((agreement, weight)) = field.says {
            span.value { (agreement.said(locale)) }
            span.value { (weight.said(locale)) }
        }
    }
}

impl Render for ComparePage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let title = text(locale, "twins-compare-title");
        let since = text_args(locale, "twins-since", &[("day", Arg::Text(&self.opened))]);
        let queue = Link::new(self.queue, text(locale, "twins-title"));
        let noted = self.outcome == Some(Outcome::Noted);
        let waits = self.proposer && self.state == State::Proposed;
        let main = html! {
            div.wrap {
                p.back { a href=(queue.href) { "← " (queue.text) } }
                h1 { (title) }
                @if noted { p.status role="status" { (text(locale, "twins-noted")) } }
                @if let Some(problem) = self.problem() { div.detail role="alert" { p { (problem) } } }
                p { strong { (self.state.said(locale)) } " · " (self.came.said(locale)) " · " (since) }
                p { (text(locale, "twins-compare-lead")) }
                section aria-labelledby="records" {
                    h2 #records { (text(locale, "twins-records")) }
                    div.pair {
                        (self.side((&text(locale, "twins-one"), "one"), &self.sides.0))
                        (self.side((&text(locale, "twins-other"), "other"), &self.sides.1))
                    }
                    (self.table())
                }
                (self.history())
                @if self.elsewhere { p { (text(locale, "twins-problem-elsewhere")) } }
                @if waits { p { (text(locale, "twins-waits")) } }
                @if !self.choices.is_empty() && !self.elsewhere {
                    section.form-page aria-labelledby="decide" {
                        h2 #decide { (text(locale, "twins-decide")) }
                        (form(locale, &self.form()))
                    }
                }
            }
        };
        layout::page(&Chrome { title, ..self.chrome.clone() }, &main)
    }
}
