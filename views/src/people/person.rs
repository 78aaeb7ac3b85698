//! The page of a person, in words: what is seen and why, and covered values that are shown for a purpose.

use super::asked::AskedBefore;
use super::card::Shown;
use crate::advice::{Fit, JobRow};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// Why the reader sees so much and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// As an employer.
    Employer,
    /// As an agency.
    Agency,
    /// The person agreed.
    Consent,
    /// The person lives in the reader's area.
    Area,
    /// As an officer of employment abroad, without a case.
    Overseas,
}

/// A birth date as it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Birth {
    /// Not at all.
    Nothing,
    /// Nobody knows it.
    Unknown,
    /// As it is written.
    On(String),
    /// Of age for certain, or not, and from how many years on somebody is.
    OfAge(bool, u32),
    /// In the ten years from one on.
    Band(i32),
}

/// A value that may be covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueWord {
    /// The phone.
    Phone,
    /// The mailbox.
    Email,
}

/// A value as it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Not at all.
    Nothing,
    /// Nobody knows it.
    Unknown,
    /// Covered.
    Covered(String),
    /// In full.
    Full(String),
}

/// Why a value was not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevealProblem {
    /// No value that can be shown.
    What,
    /// No purpose.
    Purpose,
    /// The purpose needs words.
    Words,
    /// As many were shown today as may be.
    TooMany,
}

/// The form by which a covered value is shown.
#[derive(Debug, Clone)]
pub struct RevealForm {
    /// Where it is sent.
    pub action: String,
    /// What can be shown: code and word.
    pub values: Vec<(String, ValueWord)>,
    /// What for: code and name.
    pub purposes: Vec<(String, String)>,
    /// What was sent: value, purpose, words.
    pub typed: (String, String, String),
    /// What is wrong with that.
    pub problem: Option<RevealProblem>,
    /// How many a day raise no alarm.
    pub usual: u32,
}

/// The page of a person.
#[derive(Debug, Clone)]
pub struct PersonPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// At work.
    pub shown: Shown,
    /// Why the reader sees so much.
    pub why: Why,
    /// The birth date.
    pub birth: Birth,
    /// The phone.
    pub phone: Value,
    /// The mailbox.
    pub email: Value,
    /// The address as given.
    pub address: Option<String>,
    /// The wage that is wished for, as it is written.
    pub wage: Option<String>,
    /// How a covered value is shown.
    pub reveal: Option<RevealForm>,
    /// A value that is shown this once.
    pub revealed: Option<(ValueWord, String)>,
    /// What the reader's organisation asked the person before, and what came of it.
    pub asked: Option<AskedBefore>,
    /// Where the person is asked to let the reader see more.
    pub ask: Option<String>,
    /// Where an officer verifies the person's documents.
    pub documents: Option<String>,
    /// How well the person fits a vacancy of the reader, which comes with the list of who fits it.
    pub fit: Option<(Fit, Link)>,
    /// The jobs that fit the person best, for an officer who advises it.
    pub jobs: Option<Vec<JobRow>>,
    /// Ways on.
    pub links: Vec<Link>,
}

impl Why {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Employer => text(locale, "person-why-employer"),
            Self::Agency => text(locale, "person-why-agency"),
            Self::Consent => text(locale, "person-why-consent"),
            Self::Area => text(locale, "person-why-area"),
            Self::Overseas => text(locale, "person-why-overseas"),
        }
    }
}

impl ValueWord {
    fn said(self, locale: Locale) -> String {
        match self {
            Self::Phone => text(locale, "person-phone"),
            Self::Email => text(locale, "person-email"),
        }
    }
}

/// The page in words.
pub fn person(page: PersonPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = page.shown.title(locale);
    let row = |title: &str, facts: Vec<String>| Row { title: text(locale, title), facts, ..Row::default() };
    let listed = [row("person-work", page.shown.work(locale, usize::MAX)), row("person-terms", terms(&page))];
    let work = Section {
        id: "work",
        heading: text(locale, "person-can"),
        rows: listed.into_iter().filter(|row| !row.facts.is_empty()).collect(),
        none: Some(text(locale, "person-nothing-said")),
        ..Section::default()
    };
    let before = page.asked.as_ref().map(|before| before.said(locale));
    let known = Section {
        id: "known",
        heading: text(locale, "person-known"),
        lead: Some(std::iter::once(page.why.said(locale)).chain(before).collect::<Vec<_>>().join(" ")),
        rows: known(&page),
        ..Section::default()
    };
    let shown_now = page.revealed.as_ref().map(|(word, value)| {
        let what = word.said(locale);
        text_args(locale, "person-revealed", &[("what", Arg::Text(&what)), ("value", Arg::Text(value))])
    });
    let fit = page.fit.as_ref().map(|(fit, vacancy)| fit.section(locale, vacancy));
    let PersonPage { chrome, reveal, asked, ask, documents, jobs, links, .. } = page;
    let jobs = jobs.map(|jobs| jobs_section(locale, jobs));
    let again = if asked.is_some() { "person-ask-again" } else { "consent-ask-submit" };
    let ask = ask.map(|href| Link::new(href, text(locale, again)));
    let documents = documents.map(|href| Link::new(href, text(locale, "person-documents")));
    let reveal = reveal.map(|form| reveal_section(locale, form));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        done: shown_now,
        sections: [fit, Some(known), Some(work), reveal, jobs].into_iter().flatten().collect(),
        links: ask.into_iter().chain(documents).chain(links).collect(),
        ..DeskPage::default()
    }
}

fn jobs_section(locale: Locale, jobs: Vec<JobRow>) -> Section {
    Section {
        id: "jobs",
        heading: text(locale, "person-jobs"),
        lead: Some(text(locale, "person-jobs-lead")),
        rows: jobs.into_iter().map(|job| job.row(locale)).collect(),
        none: Some(text(locale, "person-jobs-none")),
        ..Section::default()
    }
}

fn terms(page: &PersonPage) -> Vec<String> {
    let locale = page.chrome.locale;
    let wage = page.wage.as_ref().map(|wage| text_args(locale, "person-wage", &[("wage", Arg::Text(wage))]));
    page.shown.terms(locale).into_iter().chain(wage).collect()
}

fn known(page: &PersonPage) -> Vec<Row> {
    let locale = page.chrome.locale;
    let row =
        |title: &str, fact: String| Row { title: text(locale, title), facts: vec![fact], ..Row::default() };
    let hidden = || text(locale, "person-hidden");
    let value = |value: &Value| match value {
        Value::Nothing => hidden(),
        Value::Unknown => text(locale, "person-unknown"),
        Value::Covered(covered) => covered.clone(),
        Value::Full(full) => full.clone(),
    };
    let birth = match &page.birth {
        Birth::Nothing => hidden(),
        Birth::Unknown => text(locale, "person-unknown"),
        Birth::On(day) => day.clone(),
        Birth::OfAge(yes, years) => {
            let years = [("years", Arg::Number(i64::from(*years)))];
            let key = if *yes { "person-of-age" } else { "person-not-of-age" };
            text_args(locale, key, &years)
        }
        Birth::Band(from) => format!("{from}–{}", from + 9),
    };
    let address = page.address.clone().map(|address| row("person-address", address));
    let rows = vec![
        row("person-name", page.shown.name.clone().unwrap_or_else(hidden)),
        row("person-birth", birth),
        row("person-phone", value(&page.phone)),
        row("person-email", value(&page.email)),
    ];
    rows.into_iter().chain(address).collect()
}

fn reveal_section(locale: Locale, form: RevealForm) -> Section {
    let RevealForm { action, values, purposes, typed, problem, usual } = form;
    let usual = [("count", Arg::Number(i64::from(usual)))];
    let values = values.into_iter().map(|(code, word)| Choice::new(code, word.said(locale))).collect();
    let choose = Choice::new("", text(locale, "person-purpose-choose"));
    let purposes = purposes.into_iter().map(|(code, name)| Choice::new(code, name));
    let field = |name: &str, label: &str, value: String, kind| Field {
        name: name.to_owned(),
        label: text(locale, label),
        hint: None,
        kind,
        value,
        problem: None,
        optional: false,
    };
    let said = |wanted| (problem == Some(wanted)).then(|| problem_said(locale, wanted));
    let what = Field {
        problem: said(RevealProblem::What),
        ..field("what", "person-reveal-what", typed.0, FieldKind::Choice(values))
    };
    let purpose = Field {
        problem: said(RevealProblem::Purpose),
        ..field(
            "purpose",
            "person-reveal-purpose",
            typed.1,
            FieldKind::Choice(std::iter::once(choose).chain(purposes).collect()),
        )
    };
    let words = Field {
        hint: Some(text(locale, "person-reveal-words-hint")),
        problem: said(RevealProblem::Words),
        optional: true,
        ..field("words", "person-reveal-words", typed.2, FieldKind::Text)
    };
    Section {
        id: "reveal",
        heading: text(locale, "person-reveal"),
        lead: Some(text_args(locale, "person-reveal-lead", &usual)),
        form: Some(Form {
            action,
            problem: said(RevealProblem::TooMany),
            fields: vec![what, purpose, words],
            submit: text(locale, "person-reveal-submit"),
            quiet: false,
        }),
        ..Section::default()
    }
}

fn problem_said(locale: Locale, problem: RevealProblem) -> String {
    match problem {
        RevealProblem::What => text(locale, "person-problem-what"),
        RevealProblem::Purpose => text(locale, "person-problem-purpose"),
        RevealProblem::Words => text(locale, "person-problem-words"),
        RevealProblem::TooMany => text(locale, "person-problem-many"),
    }
}
