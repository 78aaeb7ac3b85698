//! The own applications: what became of them, and taking one back.

use super::{HandWord, Happened, NextWord, StageWord, StepProblem, next_lines, version};
use crate::consent::ClassWord;
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// One of the own applications.
#[derive(Debug, Clone)]
pub struct OwnRow {
    /// The vacancy, with the page of the application.
    pub link: Link,
    /// Who offers it.
    pub employer: String,
    /// Where it stands.
    pub stage: StageWord,
    /// Who acts next.
    pub next: Option<NextWord>,
    /// Whether it is over.
    pub over: bool,
}

/// The own applications, the newest first.
pub fn own_list(chrome: Chrome, rows: Vec<OwnRow>, links: Vec<Link>) -> DeskPage {
    let locale = chrome.locale;
    let (over, open): (Vec<OwnRow>, Vec<OwnRow>) = rows.into_iter().partition(|row| row.over);
    let row = |held: OwnRow| {
        let next = next_lines(locale, held.next.as_ref(), HandWord::Person);
        let next = next.into_iter().filter(|_| !held.over);
        let facts = [held.employer, held.stage.to_person(locale)].into_iter().chain(next).collect();
        Row { title: held.link.text, href: Some(held.link.href), facts, ..Row::default() }
    };
    let mut sections = vec![Section {
        id: "open",
        heading: text(locale, "hiring-own-open"),
        rows: open.into_iter().map(row).collect(),
        none: Some(text(locale, "hiring-own-none")),
        ..Section::default()
    }];
    if !over.is_empty() {
        sections.push(Section {
            id: "over",
            heading: text(locale, "hiring-own-over"),
            rows: over.into_iter().map(row).collect(),
            ..Section::default()
        });
    }
    let heading = text(locale, "hiring-own-title");
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        sections,
        links,
        ..DeskPage::default()
    }
}

/// What whoever applied can do.
#[derive(Debug, Clone, Default)]
pub struct OwnDeeds {
    /// Where an invitation is answered with an application.
    pub apply: Option<String>,
    /// How it is taken back.
    pub withdraw: Option<Form>,
    /// Whatever else can be done: a heading and a form each.
    pub others: Vec<(String, Form)>,
}

/// One of the own applications.
#[derive(Debug, Clone)]
pub struct OwnCasePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The vacancy.
    pub vacancy: Link,
    /// Who offers it.
    pub employer: Link,
    /// Where it stands.
    pub stage: StageWord,
    /// Who acts next.
    pub next: Option<NextWord>,
    /// The terms of the advert when it was sent.
    pub terms: Vec<String>,
    /// What is offered, a line each.
    pub offer: Vec<String>,
    /// Whether the advert says something else now.
    pub changed: bool,
    /// What the employer sees.
    pub shared: Vec<ClassWord>,
    /// What happened, the newest first.
    pub happened: Vec<Happened>,
    /// What can be done.
    pub deeds: OwnDeeds,
    /// Whether something was done just now.
    pub done: bool,
    /// Why something was not done.
    pub problem: Option<StepProblem>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// The form by which an application is taken back: the version it was drawn from, reasons by code, the one that is chosen.
pub fn withdrawing(
    locale: Locale,
    action: String,
    number: i32,
    reasons: Vec<(String, String)>,
    problem: Option<String>,
) -> Form {
    let why = Field {
        name: "reason".to_owned(),
        label: text(locale, "hiring-withdraw-why"),
        hint: None,
        kind: FieldKind::Choice(reasons.into_iter().map(|(code, said)| Choice::new(code, said)).collect()),
        value: String::new(),
        problem,
        optional: false,
    };
    let submit = text(locale, "hiring-withdraw");
    Form { action, problem: None, fields: vec![version(number), why], submit, quiet: true }
}

/// One of the own applications: where it stands in plain words, what comes next, and what can be done.
pub fn own_case(page: OwnCasePage) -> DeskPage {
    let OwnCasePage {
        chrome, vacancy, employer, stage, next, terms, changed, shared, happened, deeds, ..
    } = &page;
    let locale = chrome.locale;
    let lead = std::iter::once(stage.to_person(locale));
    let next = next_lines(locale, next.as_ref(), HandWord::Person);
    let shared: Vec<String> = shared.iter().map(|class| class.said(locale)).collect();
    let shown = if shared.is_empty() {
        text(locale, "hiring-shown-nothing")
    } else {
        text_args(locale, "hiring-shown", &[("what", Arg::Text(&shared.join(", ")))])
    };
    let now = changed.then(|| text(locale, "hiring-advert-changed"));
    let mut sections: Vec<Section> = offer(locale, &page.offer).into_iter().collect();
    if let Some(href) = &deeds.apply {
        let row = Row { title: text(locale, "hiring-apply-go"), href: Some(href.clone()), ..Row::default() };
        sections.push(Section {
            id: "answer",
            heading: text(locale, "hiring-answer"),
            rows: vec![row],
            ..Section::default()
        });
    }
    for (at, (heading, form)) in deeds.others.iter().enumerate() {
        let id = ["deed-1", "deed-2", "deed-3", "deed-4"].get(at).copied().unwrap_or("deed");
        sections.push(Section {
            id,
            heading: heading.clone(),
            form: Some(form.clone()),
            ..Section::default()
        });
    }
    sections.push(Section {
        id: "terms",
        heading: text(locale, "hiring-terms"),
        lead: Some(terms.join(" · ")).filter(|line| !line.is_empty()),
        none: now,
        ..Section::default()
    });
    sections.push(happening(locale, happened, StageWord::to_person));
    sections.extend(deeds.withdraw.clone().map(|form| withdrawal(locale, form)));
    let links = vec![
        Link::new(vacancy.href.clone(), text(locale, "advice-see-vacancy")),
        Link::new(employer.href.clone(), employer.text.clone()),
    ];
    DeskPage {
        heading: vacancy.text.clone(),
        lead: lead.chain(next).chain([shown]).collect(),
        done: page.done.then(|| text(locale, "hiring-done")),
        problem: page.problem.map(|problem| problem.said(locale)),
        sections,
        links: links.into_iter().chain(page.links.iter().cloned()).collect(),
        chrome: Chrome { title: vacancy.text.clone(), ..page.chrome },
    }
}

/// Taking it back.
fn withdrawal(locale: Locale, form: Form) -> Section {
    Section {
        id: "withdraw",
        heading: text(locale, "hiring-withdraw-title"),
        lead: Some(text(locale, "hiring-withdraw-lead")),
        form: Some(form),
        ..Section::default()
    }
}

/// What is offered, where something is.
pub(super) fn offer(locale: Locale, lines: &[String]) -> Option<Section> {
    (!lines.is_empty()).then(|| Section {
        id: "offer",
        heading: text(locale, "hiring-offer"),
        lead: Some(lines.join(" · ")),
        ..Section::default()
    })
}

/// What happened, the newest first.
pub(super) fn happening(
    locale: Locale,
    happened: &[Happened],
    word: fn(StageWord, Locale) -> String,
) -> Section {
    let row = |held: &Happened| Row {
        title: word(held.stage, locale),
        facts: std::iter::once(held.when.clone()).chain(held.said.clone()).collect(),
        ..Row::default()
    };
    Section {
        id: "happened",
        heading: text(locale, "hiring-happened"),
        rows: happened.iter().map(row).collect(),
        ..Section::default()
    }
}
