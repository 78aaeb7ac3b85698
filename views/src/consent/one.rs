//! One consent with the words that were read, and a request that is answered.

use super::list::no_end;
use super::{ChannelWord, ClassWord, Recipient, classes};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form, day_hint};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// A consent.
#[derive(Debug, Clone)]
pub struct ConsentPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Who is shown it.
    pub recipient: Recipient,
    /// What for, in a few words.
    pub purpose: String,
    /// The words that were read; none where they are no longer known.
    pub words: Option<String>,
    /// Number of their version.
    pub version: i64,
    /// What is shown.
    pub classes: Vec<ClassWord>,
    /// How it was given.
    pub channel: ChannelWord,
    /// When, as it is written.
    pub given: String,
    /// The last day.
    pub ends: Option<String>,
    /// When it was taken back.
    pub withdrawn: Option<String>,
    /// Where it is taken back, while it holds.
    pub withdraw: Option<String>,
    /// Where the reader sees all that is kept, and can ask that it be erased.
    pub kept: Link,
    /// All consents.
    pub back: Link,
}

/// One consent.
pub fn consent(page: ConsentPage) -> DeskPage {
    let ConsentPage {
        chrome,
        recipient,
        purpose,
        words,
        version,
        classes: shown,
        channel,
        given,
        ends,
        withdrawn,
        withdraw,
        kept,
        back,
    } = page;
    let locale = chrome.locale;
    let fact = |title, said| Row { title, facts: vec![said], ..Row::default() };
    let how = match channel {
        ChannelWord::Own => text(locale, "consent-by-you"),
        ChannelWord::Assisted(witness) => {
            text_args(locale, "consent-assisted", &[("witness", Arg::Text(&witness))])
        }
        ChannelWord::Audio(witness) => {
            text_args(locale, "consent-audio", &[("witness", Arg::Text(&witness))])
        }
    };
    let end = match (&withdrawn, &ends) {
        (Some(day), _) => text_args(locale, "consent-withdrawn-on", &[("day", Arg::Text(day))]),
        (None, Some(day)) => text_args(locale, "consent-last-day", &[("day", Arg::Text(day))]),
        (None, None) => no_end(locale, &recipient),
    };
    let rows = vec![
        fact(text(locale, "consent-what"), classes(locale, &shown)),
        fact(text(locale, "consent-given"), format!("{given}. {how}")),
        fact(text(locale, "consent-end"), end),
    ];
    let words = words.unwrap_or_else(|| text(locale, "consent-words-gone"));
    let read = Section {
        id: "words",
        heading: text(locale, "consent-words"),
        lead: Some(words),
        rows: vec![fact(
            text(locale, "consent-version"),
            text_args(locale, "consent-version-number", &[("number", Arg::Number(version))]),
        )],
        ..Section::default()
    };
    let form = withdraw
        .map(|action| Form { quiet: false, ..Form::button(action, text(locale, "consent-withdraw")) });
    let facts = Section { id: "facts", heading: purpose, rows, form, ..Section::default() };
    let heading = recipient.said(locale);
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        sections: vec![facts, read],
        links: vec![kept, back],
        ..DeskPage::default()
    }
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerProblem {
    /// The day cannot be read.
    Day,
    /// It has passed, or lies after this one.
    End(String),
    /// The consent holds already.
    Live,
}

/// A request that is answered.
#[derive(Debug, Clone)]
pub struct AnswerPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Who asks.
    pub organisation: String,
    /// What everybody may know of it.
    pub about: String,
    /// What for, in a few words.
    pub purpose: String,
    /// Why, in the asker's words.
    pub reason: String,
    /// The words to which the reader consents.
    pub words: String,
    /// What is shown.
    pub classes: Vec<ClassWord>,
    /// The last day on which it can be answered, as it is written.
    pub until: String,
    /// Where the answer goes.
    pub action: String,
    /// The day that stands in the form, year-month-day.
    pub ends: String,
    /// What is wrong.
    pub problem: Option<AnswerProblem>,
    /// All consents.
    pub back: Link,
}

/// The page on which a request is answered: yes with an end, or no.
pub fn answer(page: AnswerPage) -> DeskPage {
    let AnswerPage {
        chrome,
        organisation,
        about,
        purpose,
        reason,
        words,
        classes: shown,
        until,
        action,
        ends,
        problem,
        back,
    } = page;
    let locale = chrome.locale;
    let (of_day, whole) = problem.map_or((None, None), |problem| problem.said(locale));
    let day = last_day(locale, ends, of_day);
    let yes = Form {
        action: action.clone(),
        problem: None,
        fields: vec![sent("answer", "yes"), day],
        submit: text(locale, "consent-yes"),
        quiet: false,
    };
    let no = Form { fields: vec![sent("answer", "no")], ..Form::button(action, text(locale, "consent-no")) };
    let fact = |title, said| Row { title, facts: vec![said], ..Row::default() };
    let asks = Section {
        id: "why",
        heading: purpose,
        rows: vec![
            fact(text(locale, "consent-reason"), reason),
            fact(text(locale, "consent-what"), classes(locale, &shown)),
        ],
        ..Section::default()
    };
    let agree = Section {
        id: "yes",
        heading: text(locale, "consent-yes-heading"),
        lead: Some(words),
        form: Some(yes),
        ..Section::default()
    };
    let refuse = Section {
        id: "no",
        heading: text(locale, "consent-no-heading"),
        lead: Some(text(locale, "consent-no-lead")),
        form: Some(no),
        ..Section::default()
    };
    let named = [("organisation", Arg::Text(&organisation))];
    let heading = text_args(locale, "consent-asks", &named);
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text_args(locale, "consent-answer-until", &[("day", Arg::Text(&until))])],
        problem: whole,
        sections: vec![asks, agree, refuse],
        links: vec![Link::new(about, text_args(locale, "consent-about", &named)), back],
        ..DeskPage::default()
    }
}

impl AnswerProblem {
    /// What is wrong with the day, or with the answer as a whole.
    fn said(self, locale: Locale) -> (Option<String>, Option<String>) {
        match self {
            Self::Day => (Some(text(locale, "consent-problem-day")), None),
            Self::End(last) => {
                (Some(text_args(locale, "consent-problem-end", &[("day", Arg::Text(&last))])), None)
            }
            Self::Live => (None, Some(text(locale, "consent-problem-live"))),
        }
    }
}

/// The field in which the last day is chosen.
fn last_day(locale: Locale, ends: String, problem: Option<String>) -> Field {
    Field {
        name: "ends".to_owned(),
        label: text(locale, "consent-ends"),
        hint: Some(day_hint(locale, Some(text(locale, "consent-ends-hint")))),
        kind: FieldKind::Text,
        value: ends,
        problem,
        optional: false,
    }
}

fn sent(name: &str, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label: String::new(),
        hint: None,
        kind: FieldKind::Hidden,
        value: value.to_owned(),
        problem: None,
        optional: true,
    }
}
