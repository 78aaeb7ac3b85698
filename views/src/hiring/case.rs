//! One application for those who hire: the person as far as it lets itself be seen, and what can be done.

use super::queue::{Reject, reasons, title};
use super::seeker::{happening, offer};
use super::{HandWord, Happened, NextWord, StageWord, StepProblem, next_lines, version};
use crate::desk::{DeskPage, Row, Section};
use crate::form::Form;
use crate::layout::Chrome;
use crate::people::Shown;
use crate::{Link, Locale, text};

/// The form that turns one away.
#[derive(Debug, Clone)]
pub struct RejectForm {
    /// Where it is sent.
    pub action: String,
    /// How.
    pub reject: Reject,
}

/// What those who hire can do with an application.
#[derive(Debug, Clone, Default)]
pub struct Deeds {
    /// Where it is looked at more closely.
    pub shortlist: Option<String>,
    /// Whatever else can be done: a heading and a form each.
    pub others: Vec<(String, Form)>,
    /// How it is turned away.
    pub reject: Option<RejectForm>,
}

/// One application, for those who hire.
#[derive(Debug, Clone)]
pub struct CasePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The vacancy, with its queue.
    pub vacancy: Link,
    /// The person, as far as it may be seen.
    pub person: Option<Shown>,
    /// How the person is reached, where that may be seen, a line each.
    pub reach: Vec<String>,
    /// Where it stands.
    pub stage: StageWord,
    /// The number of steps so far.
    pub version: i32,
    /// Who acts next.
    pub next: Option<NextWord>,
    /// The terms of the advert when the person applied.
    pub terms: Vec<String>,
    /// What is offered, a line each.
    pub offer: Vec<String>,
    /// Whether the advert says something else now.
    pub changed: bool,
    /// What happened, the newest first.
    pub happened: Vec<Happened>,
    /// What can be done.
    pub deeds: Deeds,
    /// Whether something was done just now.
    pub done: bool,
    /// Why something was not done.
    pub problem: Option<StepProblem>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// One application: the person as far as it lets itself be seen, and what can be done.
pub fn case(page: CasePage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = title(locale, page.person.as_ref());
    let stage = page.stage.to_employer(locale);
    let next = next_lines(locale, page.next.as_ref(), HandWord::Employer);
    let facts = page.person.as_ref().map(|person| person.row(locale).facts).unwrap_or_default();
    let none = text(locale, "hiring-person-unseen");
    let seen: Vec<String> = facts.into_iter().chain(page.reach).collect();
    let rows = seen.into_iter().map(|fact| Row { title: fact, ..Row::default() });
    let person = Section {
        id: "person",
        heading: text(locale, "hiring-person"),
        rows: rows.collect(),
        none: Some(none),
        ..Section::default()
    };
    let mut sections: Vec<Section> = offer(locale, &page.offer).into_iter().collect();
    sections.extend(deeds(locale, page.version, page.deeds));
    sections.push(person);
    sections.push(Section {
        id: "terms",
        heading: text(locale, "hiring-terms"),
        lead: Some(page.terms.join(" · ")).filter(|line| !line.is_empty()),
        none: page.changed.then(|| text(locale, "hiring-advert-changed")),
        ..Section::default()
    });
    sections.push(happening(locale, &page.happened, StageWord::to_employer));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead: std::iter::once(stage).chain(next).collect(),
        done: page.done.then(|| text(locale, "hiring-done")),
        problem: page.problem.map(|problem| problem.said(locale)),
        sections,
        links: std::iter::once(page.vacancy).chain(page.links).collect(),
    }
}

fn deeds(locale: Locale, number: i32, deeds: Deeds) -> Vec<Section> {
    let mut sections = Vec::new();
    if let Some(action) = deeds.shortlist {
        let form =
            Form { fields: vec![version(number)], ..Form::button(action, text(locale, "hiring-shortlist")) };
        sections.push(Section {
            id: "shortlist",
            heading: text(locale, "hiring-shortlist"),
            form: Some(form),
            ..Section::default()
        });
    }
    for (at, (heading, form)) in deeds.others.into_iter().enumerate() {
        let id = ["deed-1", "deed-2", "deed-3", "deed-4"].get(at).copied().unwrap_or("deed");
        sections.push(Section { id, heading, form: Some(form), ..Section::default() });
    }
    if let Some(RejectForm { action, reject }) = deeds.reject {
        let form = Form {
            action,
            problem: None,
            fields: vec![version(number), reasons(locale, &reject)],
            submit: text(locale, "hiring-reject"),
            quiet: true,
        };
        sections.push(Section {
            id: "reject",
            heading: text(locale, "hiring-reject-title"),
            lead: Some(text(locale, "hiring-reject-lead")),
            form: Some(form),
            ..Section::default()
        });
    }
    sections
}
