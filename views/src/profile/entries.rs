//! The steps that are lists: work so far, languages, licences.

use super::steps::choices;
use super::{Change, PartWord, Shell, button};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind};
use crate::{Arg, text, text_args, words};

/// Something in the profile: by which it is named, what it is, and what is told of it.
#[derive(Debug, Clone)]
pub struct Held {
    /// By which it is removed.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What is told of it.
    pub facts: Vec<String>,
    /// Where it is changed.
    pub change: String,
}

/// A job in the profile.
#[derive(Debug, Clone)]
pub struct HeldJob {
    /// By which it is named.
    pub id: String,
    /// What the person was, as typed.
    pub title: String,
    /// Where.
    pub employer: String,
    /// First month, as it is written.
    pub from: String,
    /// Last month; none while it lasts.
    pub until: Option<String>,
    /// The occupation that was confirmed.
    pub occupation: Option<String>,
    /// Where one is chosen.
    pub choose: String,
}

/// Something that is asked about an entry, with what may be chosen: values and names.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The entry.
    pub id: String,
    /// What was typed.
    pub text: String,
    /// What it may mean, likeliest first.
    pub choices: Vec<(String, String)>,
}

/// Which occupation a job was.
pub type OccupationChoice = Asked;

/// A job in words.
fn job_row(shell: &Shell, job: HeldJob) -> Row {
    let locale = shell.locale();
    let HeldJob { id, title, employer, from, until, occupation, choose } = job;
    let span = match &until {
        Some(until) => {
            let args = [("from", Arg::Text(&from)), ("until", Arg::Text(until))];
            text_args(locale, "profile-job-span", &args)
        }
        None => text_args(locale, "profile-job-since", &[("from", Arg::Text(&from))]),
    };
    let open = occupation.is_none();
    let named = occupation
        .map(|name| text_args(locale, "profile-job-occupation", &[("name", Arg::Text(&name))]))
        .unwrap_or_default();
    let remove = text(locale, "profile-remove");
    let facts = [employer, span, named].into_iter().filter(|fact| !fact.is_empty()).collect();
    let forms = vec![button(shell.ways.experience, &[("what", "remove"), ("id", &id)], remove)];
    let problem = open.then(|| text(locale, "profile-job-occupation-none"));
    Row { title, href: Some(choose), facts, problem, forms, ..Row::default() }
}

/// Work so far; an occupation may be asked for, and a job changed.
pub fn experience(
    shell: &Shell,
    jobs: Vec<HeldJob>,
    (asked, change): (Option<OccupationChoice>, Option<Change>),
) -> DeskPage {
    let locale = shell.locale();
    let ask = asked.map(|asked| occupation(shell, asked));
    let of = |change: &Change| jobs.iter().any(|job| job.id == change.id && job.occupation.is_some());
    let known = change.as_ref().is_some_and(of);
    let held = Section {
        id: "jobs",
        heading: text(locale, "profile-jobs"),
        rows: jobs.into_iter().map(|job| job_row(shell, job)).collect(),
        none: Some(text(locale, "profile-jobs-none")),
        ..Section::default()
    };
    let form = job_form(shell, change.as_ref());
    // Whoever changes a job has come for the form, unless its occupation is still to be said.
    let sections = match (change.is_some(), known) {
        (false, _) => [ask, Some(held), Some(form)],
        (true, false) => [ask, Some(form), Some(held)],
        (true, true) => [Some(form), ask, Some(held)],
    };
    shell.part(PartWord::Experience, sections.into_iter().flatten().collect())
}

fn job_form(shell: &Shell, change: Option<&Change>) -> Section {
    let title = shell.hinted("title", FieldKind::Text, "profile-job-title", "profile-job-title-hint");
    let from = shell.hinted("from", FieldKind::Text, "profile-job-from", "profile-month-hint");
    let fields = [
        Field { optional: false, ..title },
        shell.hinted("employer", FieldKind::Text, "profile-job-employer", "profile-job-employer-hint"),
        Field { optional: false, ..from },
        shell.hinted("until", FieldKind::Text, "profile-job-until", "profile-job-until-hint"),
        shell.hinted("tasks", FieldKind::Area, "profile-job-tasks", "profile-job-tasks-hint"),
    ];
    let which = change.map(|change| change.fields("change", "id"));
    let fields = which.into_iter().flatten().chain(fields).collect();
    shell.entry(shell.ways.experience, change, fields, ("profile-job-add", "profile-continue"))
}

fn occupation(shell: &Shell, asked: OccupationChoice) -> Section {
    let locale = shell.locale();
    let Asked { id, text: title, choices } = asked;
    let lead = if choices.is_empty() { "profile-occupation-unknown" } else { "profile-occupation-lead" };
    let confirm = |code: &str, submit| {
        button(shell.ways.experience, &[("what", "confirm"), ("id", &id), ("occupation", code)], submit)
    };
    let row = |(code, name): (String, String)| Row {
        forms: vec![confirm(&code, text(locale, "profile-choose"))],
        title: name,
        ..Row::default()
    };
    let mut rows: Vec<Row> = choices.into_iter().map(row).collect();
    if !rows.is_empty() {
        let none = text(locale, "profile-occupation-none");
        let forms = vec![confirm("", text(locale, "profile-choose"))];
        rows.push(Row { title: none, forms, ..Row::default() });
    }
    Section {
        id: "occupation",
        heading: text_args(locale, "profile-occupation", &[("title", Arg::Text(&title))]),
        lead: Some(text(locale, lead)),
        rows,
        ..Section::default()
    }
}

fn entries(shell: &Shell, way: &str, held: Vec<Held>) -> Vec<Row> {
    let remove =
        |id: &str| button(way, &[("what", "remove"), ("id", id)], text(shell.locale(), "profile-remove"));
    let row = |Held { id, title, facts, change }| Row {
        forms: vec![remove(&id)],
        title,
        href: Some(change),
        facts,
        ..Row::default()
    };
    held.into_iter().map(row).collect()
}

/// Languages; `codes` are those that may be chosen, where none is changed.
pub fn languages(shell: &Shell, held: Vec<Held>, (codes, change): (&[&str], Option<Change>)) -> DeskPage {
    let locale = shell.locale();
    let way = shell.ways.languages;
    let listed = Section {
        id: "languages",
        heading: text(locale, "profile-languages-held"),
        rows: entries(shell, way, held),
        none: Some(text(locale, "profile-jobs-none")),
        ..Section::default()
    };
    let named = codes.iter().map(|code| ((*code).to_owned(), words::language(locale, code)));
    let levels = (1..=6).map(|level: u8| Choice::new(level.to_string(), words::language_level(level)));
    let levels = [shell.choice("", "profile-level-none")].into_iter().chain(levels).collect();
    let which = match &change {
        Some(change) => change.fields("change", "language").into(),
        None => vec![shell.field("language", choices(named.collect()), "profile-language")],
    };
    let fields = [
        shell.hinted(
            "level",
            FieldKind::Choice(levels),
            "profile-language-level",
            "profile-language-level-hint",
        ),
        shell.hinted("test", FieldKind::Text, "profile-test", "profile-test-hint"),
        shell.hinted("score", FieldKind::Text, "profile-test-score", "profile-optional"),
        shell.hinted("until", FieldKind::Text, "profile-valid-until", "profile-day-hint"),
    ];
    let fields = which.into_iter().chain(fields).collect();
    let form = shell.entry(way, change.as_ref(), fields, ("profile-language-add", "profile-save"));
    let sections = if change.is_some() { vec![form, listed] } else { vec![listed, form] };
    shell.part(PartWord::Languages, sections)
}

/// Licences; `asked` says whether the owner was asked, `known` are those that may be chosen, where none is changed.
pub fn licences(
    shell: &Shell,
    held: Vec<Held>,
    (asked, change): (bool, Option<Change>),
    known: Vec<(String, String)>,
) -> DeskPage {
    let locale = shell.locale();
    let way = shell.ways.licences;
    let (none, some) = (if asked { "profile-licences-none" } else { "profile-jobs-none" }, !held.is_empty());
    let listed = Section {
        id: "licences",
        heading: text(locale, "profile-licences-held"),
        rows: entries(shell, way, held),
        none: Some(text(locale, none)),
        form: (!asked && !some)
            .then(|| button(way, &[("what", "none")], text(locale, "profile-licence-nothing"))),
        ..Section::default()
    };
    let which = match &change {
        Some(change) => change.fields("change", "licence").into(),
        None => vec![shell.field("licence", choices(known), "profile-licence")],
    };
    let fields = [
        shell.hinted("number", FieldKind::Text, "profile-licence-number", "profile-licence-number-hint"),
        shell.hinted("until", FieldKind::Text, "profile-valid-until", "profile-day-hint"),
    ];
    let fields = which.into_iter().chain(fields).collect();
    let form = shell.entry(way, change.as_ref(), fields, ("profile-licence-add", "profile-save"));
    let sections = if change.is_some() { vec![form, listed] } else { vec![listed, form] };
    shell.part(PartWord::Licences, sections)
}
