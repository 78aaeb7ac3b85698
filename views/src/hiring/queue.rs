//! The queue of a vacancy for those who hire, and many answered at once.

use super::{HandWord, NextWord, StageWord, StepProblem, next_lines};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::people::Shown;
use crate::{Arg, Link, Locale, text, text_args};

/// An application in the queue.
#[derive(Debug, Clone)]
pub struct QueueRow {
    /// Its page.
    pub href: String,
    /// What a tick sends: key and version.
    pub key: String,
    /// The person, as far as it may be seen.
    pub person: Option<Shown>,
    /// When it was made, as it is written.
    pub made: String,
    /// Where it stands.
    pub stage: StageWord,
    /// Who acts next.
    pub next: Option<NextWord>,
    /// Whether it is over.
    pub over: bool,
}

/// How somebody is turned away.
#[derive(Debug, Clone, Default)]
pub struct Reject {
    /// Reasons: code and words.
    pub reasons: Vec<(String, String)>,
    /// The reason that is chosen.
    pub reason: String,
    /// What is said with it.
    pub words: String,
}

/// The form that answers many at once.
#[derive(Debug, Clone)]
pub struct Bulk {
    /// Where it is sent.
    pub action: String,
    /// How they are turned away.
    pub reject: Reject,
    /// What those hear who are looked at more closely.
    pub shortlisted: String,
    /// What is chosen.
    pub deed: String,
}

/// The queue of a vacancy.
#[derive(Debug, Clone)]
pub struct QueuePage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// The vacancy.
    pub vacancy: Link,
    /// How many of each stage, and where those are listed.
    pub counts: Vec<(StageWord, u64, String)>,
    /// Those of the page.
    pub rows: Vec<QueueRow>,
    /// How many are answered at once; none where nobody can be.
    pub bulk: Option<Bulk>,
    /// How many were answered just now.
    pub done: Option<u64>,
    /// Why nobody was answered.
    pub problem: Option<StepProblem>,
    /// The pages before and after.
    pub pages: (Option<String>, Option<String>),
    /// Ways on.
    pub links: Vec<Link>,
}

pub(super) fn title(locale: Locale, person: Option<&Shown>) -> String {
    person.map_or_else(|| text(locale, "people-somebody"), |person| person.row(locale).title)
}

fn row(locale: Locale, held: &QueueRow) -> Row {
    let work = held.person.as_ref().map(|person| person.row(locale).facts).unwrap_or_default();
    let made = text_args(locale, "hiring-made", &[("day", Arg::Text(&held.made))]);
    let next = next_lines(locale, held.next.as_ref(), HandWord::Employer).into_iter().filter(|_| !held.over);
    let facts = [held.stage.to_employer(locale), made].into_iter().chain(next).chain(work).collect();
    Row { title: title(locale, held.person.as_ref()), href: Some(held.href.clone()), facts, ..Row::default() }
}

fn choice(name: &str, label: String, choices: Vec<(String, String)>, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label,
        hint: None,
        kind: FieldKind::Choice(choices.into_iter().map(|(code, said)| Choice::new(code, said)).collect()),
        value: value.to_owned(),
        problem: None,
        optional: true,
    }
}

/// The reasons with nothing before them, so that none is chosen by chance.
pub(super) fn reasons(locale: Locale, reject: &Reject) -> Field {
    let none = (String::new(), text(locale, "hiring-reason-none"));
    let all = std::iter::once(none).chain(reject.reasons.iter().cloned()).collect();
    let field = choice("reason", text(locale, "hiring-reason"), all, &reject.reason);
    Field {
        hint: Some(text_args(locale, "hiring-words-sent", &[("words", Arg::Text(&reject.words))])),
        ..field
    }
}

fn bulk(locale: Locale, rows: &[QueueRow], bulk: Bulk) -> Form {
    let picks = rows.iter().filter(|row| !row.over).enumerate().map(|(at, row)| Field {
        name: format!("chosen-{at}"),
        label: format!("{}: {}", title(locale, row.person.as_ref()), row.stage.to_employer(locale)),
        hint: None,
        kind: FieldKind::Pick,
        value: row.key.clone(),
        problem: None,
        optional: true,
    });
    let deeds = vec![
        ("shortlist".to_owned(), text(locale, "hiring-shortlist")),
        ("reject".to_owned(), text(locale, "hiring-reject")),
    ];
    let said = text_args(locale, "hiring-words-sent", &[("words", Arg::Text(&bulk.shortlisted))]);
    let deed = choice("deed", text(locale, "hiring-bulk-deed"), deeds, &bulk.deed);
    let deed = Field { hint: Some(said), ..deed };
    Form {
        action: bulk.action,
        problem: None,
        fields: picks.chain([deed, reasons(locale, &bulk.reject)]).collect(),
        submit: text(locale, "hiring-bulk-send"),
        quiet: true,
    }
}

/// The queue of a vacancy, what is due earliest first.
pub fn queue(page: QueuePage) -> DeskPage {
    let QueuePage { chrome, vacancy, counts, rows, bulk: many, done, problem, pages, links } = page;
    let locale = chrome.locale;
    let heading = text_args(locale, "hiring-queue-title", &[("title", Arg::Text(&vacancy.text))]);
    let way = |href: Option<String>, key| href.map(|href| Link::new(href, text(locale, key)));
    let stages = counts.into_iter().map(|(stage, count, href)| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let args = [("stage", Arg::Text(&stage.to_employer(locale))), ("count", Arg::Number(count))];
        Link::new(href, text_args(locale, "hiring-queue-stage", &args))
    });
    let paging = [way(pages.0, "pages-previous"), way(pages.1, "pages-next")].into_iter().flatten();
    let listed = Section {
        id: "queue",
        heading: text(locale, "hiring-queue"),
        rows: rows.iter().map(|held| row(locale, held)).collect(),
        none: Some(text(locale, "hiring-queue-none")),
        pages: stages.chain(paging).collect(),
        ..Section::default()
    };
    let mut sections = vec![listed];
    if let Some(many) = many.filter(|_| rows.iter().any(|row| !row.over)) {
        sections.push(Section {
            id: "bulk",
            heading: text(locale, "hiring-bulk"),
            lead: Some(text(locale, "hiring-bulk-lead")),
            form: Some(bulk(locale, &rows, many)),
            ..Section::default()
        });
    }
    let counted = done.map(|count| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)));
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "hiring-queue-lead")],
        done: counted.map(|count| text_args(locale, "hiring-bulk-done", &[("count", count)])),
        problem: problem.map(|problem| problem.said(locale)),
        sections,
        links: std::iter::once(Link::new(vacancy.href, text(locale, "advice-see-vacancy")))
            .chain(links)
            .collect(),
    }
}
