//! Names of occupations, skills and places: found, seen, added, taken out.

use super::{field, hidden, language, number};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::{Arg, Link, Locale, text, text_args};

/// What a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConceptWord {
    /// An occupation.
    Occupation,
    /// A skill.
    Skill,
    /// A place.
    Place,
}

/// What kind of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelKindWord {
    /// The main one.
    Preferred,
    /// Another.
    Synonym,
    /// The classification's own.
    Title,
}

/// Where names are looked for.
#[derive(Debug, Clone)]
pub struct LabelsPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page.
    pub address: String,
    /// What is looked for; nothing yet if empty.
    pub query: String,
    /// Concepts: kind, code, name, address.
    pub found: Vec<(ConceptWord, String, String, String)>,
    /// Names that were changed here: name, and the address of its concept.
    pub edits: Vec<(String, String)>,
    /// Back to administration.
    pub back: Link,
}

/// A name.
#[derive(Debug, Clone)]
pub struct LabelRow {
    /// By which it is named.
    pub id: String,
    /// The name.
    pub text: String,
    /// Code of its language.
    pub language: String,
    /// What kind of name.
    pub kind: LabelKindWord,
    /// Where it comes from.
    pub source: String,
    /// Whether it was changed here.
    pub local: bool,
    /// Whether it was taken out.
    pub removed: bool,
    /// Whether it is a name of something else too.
    pub shared: bool,
}

/// What stands in the form for a new name.
#[derive(Debug, Clone, Default)]
pub struct LabelForm {
    /// The name.
    pub text: String,
    /// Code of its language.
    pub language: String,
}

/// Why something was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelProblem {
    /// It is no name.
    Text,
    /// It is there.
    Held,
    /// It is a name of others.
    Taken(String),
    /// It says nothing.
    SaysNothing,
    /// It is a main name, or one of a classification.
    Main,
}

/// The page of a concept.
#[derive(Debug, Clone)]
pub struct LabelPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; forms are sent below it.
    pub address: String,
    /// What it is.
    pub kind: ConceptWord,
    /// Its code.
    pub code: String,
    /// Its name for the reader.
    pub name: String,
    /// All its names.
    pub labels: Vec<LabelRow>,
    /// What stands in the form.
    pub typed: LabelForm,
    /// What was done: whether a name was added.
    pub done: Option<bool>,
    /// What was not, and why.
    pub problem: Option<LabelProblem>,
    /// Back to the search.
    pub back: Link,
}

fn concept(locale: Locale, kind: ConceptWord) -> String {
    match kind {
        ConceptWord::Occupation => text(locale, "admin-label-occupation"),
        ConceptWord::Skill => text(locale, "admin-label-skill"),
        ConceptWord::Place => text(locale, "admin-label-place"),
    }
}

fn with_code(locale: Locale, kind: ConceptWord, code: &str) -> String {
    let kind = concept(locale, kind);
    text_args(locale, "admin-label-lead", &[("kind", Arg::Text(&kind)), ("code", Arg::Text(code))])
}

/// Where names are looked for, in words.
pub fn labels(page: LabelsPage) -> DeskPage {
    let LabelsPage { chrome, address, query, found, edits, back } = page;
    let locale = chrome.locale;
    let heading = text(locale, "admin-labels-title");
    let find = Section {
        id: "find",
        heading: text(locale, "admin-labels-submit"),
        form: Some(Form {
            action: address,
            fields: vec![field("q", text(locale, "admin-labels-find"), FieldKind::Text, &query)],
            submit: text(locale, "admin-labels-submit"),
            ..Form::default()
        }),
        ..Section::default()
    };
    let args = [("count", number(found.len() as u64)), ("query", Arg::Text(&query))];
    let hits = Section {
        id: "found",
        heading: text_args(locale, "admin-labels-found", &args),
        rows: found
            .into_iter()
            .map(|(kind, code, name, href)| Row {
                title: name,
                href: Some(href),
                facts: vec![with_code(locale, kind, &code)],
                ..Row::default()
            })
            .collect(),
        none: Some(text(locale, "admin-labels-none")),
        ..Section::default()
    };
    let changed = Section {
        id: "edits",
        heading: text(locale, "admin-labels-edits"),
        rows: edits
            .into_iter()
            .map(|(title, href)| Row { title, href: Some(href), ..Row::default() })
            .collect(),
        none: Some(text(locale, "me-nothing")),
        ..Section::default()
    };
    let sections = if query.is_empty() { vec![find, changed] } else { vec![find, hits] };
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..chrome },
        heading,
        lead: vec![text(locale, "admin-labels-lead")],
        sections,
        links: vec![back],
        ..DeskPage::default()
    }
}

/// The page of a concept in words.
pub fn label(page: LabelPage) -> DeskPage {
    let LabelPage { chrome, address, kind, code, name, labels, typed, done, problem, back } = page;
    let locale = chrome.locale;
    let names = Section {
        id: "names",
        heading: text(locale, "admin-label-names"),
        rows: labels.into_iter().map(|label| row(locale, &address, label)).collect(),
        none: Some(text(locale, "admin-labels-none")),
        ..Section::default()
    };
    let add = Section {
        id: "add",
        heading: text(locale, "admin-label-add"),
        form: Some(form(locale, &address, &typed, problem.as_ref())),
        ..Section::default()
    };
    DeskPage {
        chrome: Chrome { title: name.clone(), ..chrome },
        heading: name,
        lead: vec![with_code(locale, kind, &code)],
        done: done.map(|added| {
            if added {
                text(locale, "admin-label-done-added")
            } else {
                text(locale, "admin-label-done-retired")
            }
        }),
        problem: (problem == Some(LabelProblem::Main)).then(|| text(locale, "admin-label-problem-main")),
        sections: vec![names, add],
        links: vec![back],
    }
}

fn row(locale: Locale, address: &str, label: LabelRow) -> Row {
    let LabelRow { id, text: title, language: code, kind, source, local, removed, shared } = label;
    let spoken = language(locale, &code);
    let spoken = [("language", Arg::Text(&spoken))];
    let mut facts = vec![
        match kind {
            LabelKindWord::Preferred => text_args(locale, "admin-label-kind-preferred", &spoken),
            LabelKindWord::Synonym => text_args(locale, "admin-label-kind-synonym", &spoken),
            LabelKindWord::Title => text_args(locale, "admin-label-kind-title", &spoken),
        },
        text_args(locale, "admin-label-source", &[("source", Arg::Text(&source))]),
    ];
    facts.extend(local.then(|| text(locale, "admin-label-local")));
    facts.extend(shared.then(|| text(locale, "admin-label-shared")));
    let button = |path: &str, submit| Form {
        fields: vec![hidden("id", &id)],
        ..Form::button(format!("{address}/{path}"), submit)
    };
    let forms = match (kind, removed) {
        (_, true) => vec![button("restore", text(locale, "admin-label-restore"))],
        (LabelKindWord::Synonym, false) => vec![button("retire", text(locale, "admin-label-retire"))],
        (LabelKindWord::Preferred | LabelKindWord::Title, false) => Vec::new(),
    };
    let problem = removed.then(|| text(locale, "admin-label-removed"));
    Row { title, facts, problem, forms, ..Row::default() }
}

fn form(locale: Locale, address: &str, typed: &LabelForm, problem: Option<&LabelProblem>) -> Form {
    let problem = match problem {
        Some(LabelProblem::Text) => Some(text(locale, "admin-label-problem-text")),
        Some(LabelProblem::Held) => Some(text(locale, "admin-label-problem-held")),
        Some(LabelProblem::Taken(others)) => {
            Some(text_args(locale, "admin-label-problem-taken", &[("others", Arg::Text(others))]))
        }
        Some(LabelProblem::SaysNothing) => Some(text(locale, "admin-label-problem-nothing")),
        Some(LabelProblem::Main) | None => None,
    };
    let choices = ["lo", "en", "vi", "th"].map(|code| Choice::new(code, language(locale, code)));
    let code = if typed.language.is_empty() { locale.code() } else { &typed.language };
    Form {
        action: format!("{address}/add"),
        fields: vec![
            Field {
                problem,
                ..field("text", text(locale, "admin-label-add-text"), FieldKind::Text, &typed.text)
            },
            field(
                "language",
                text(locale, "admin-label-add-language"),
                FieldKind::Choice(choices.to_vec()),
                code,
            ),
            Field {
                optional: true,
                ..field("shared", text(locale, "admin-label-add-shared"), FieldKind::Tick, "")
            },
        ],
        submit: text(locale, "admin-label-add-submit"),
        ..Form::default()
    }
}
