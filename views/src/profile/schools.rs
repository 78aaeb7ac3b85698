//! The step of schooling: what was learnt, where, and when it ended.

use super::{Change, PartWord, Shell, button};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Choice, Field, FieldKind};
use crate::{Arg, Locale, text, text_args};

/// Schooling in the profile.
#[derive(Debug, Clone)]
pub struct HeldSchool {
    /// By which it is named.
    pub id: String,
    /// Level and field.
    pub title: String,
    /// Where; empty where that was not said.
    pub school: String,
    /// In which year it ended, or is to end.
    pub year: Option<String>,
    /// Whether it was finished.
    pub finished: bool,
    /// What the certificate is called; empty where there is none.
    pub certificate: String,
    /// Where it is changed.
    pub change: String,
}

/// What may be chosen: codes and names.
#[derive(Debug, Clone, Default)]
pub struct SchoolChoices {
    /// Levels.
    pub levels: Vec<(String, String)>,
    /// Fields.
    pub fields: Vec<(String, String)>,
}

/// Schooling that was not finished, or is not yet, in a line.
pub fn unfinished(locale: Locale, line: &str) -> String {
    text_args(locale, "profile-school-unfinished-line", &[("line", Arg::Text(line))])
}

fn row(shell: &Shell, held: HeldSchool) -> Row {
    let locale = shell.locale();
    let HeldSchool { id, title, school, year, finished, certificate, change } = held;
    let when = match (&year, finished) {
        (Some(year), true) => text_args(locale, "profile-school-ended", &[("year", Arg::Text(year))]),
        (Some(year), false) => text_args(locale, "profile-school-until", &[("year", Arg::Text(year))]),
        (None, true) => text(locale, "profile-school-finished"),
        (None, false) => text(locale, "profile-school-unfinished"),
    };
    let remove = text(locale, "profile-remove");
    Row {
        title,
        href: Some(change),
        facts: [school, when, certificate].into_iter().filter(|fact| !fact.is_empty()).collect(),
        forms: vec![button(shell.ways.education, &[("what", "remove"), ("id", &id)], remove)],
        ..Row::default()
    }
}

/// Schooling; `change` is what is changed.
pub fn education(
    shell: &Shell,
    held: Vec<HeldSchool>,
    known: SchoolChoices,
    change: Option<&Change>,
) -> DeskPage {
    let locale = shell.locale();
    let listed = Section {
        id: "schools",
        heading: text(locale, "profile-schools"),
        rows: held.into_iter().map(|held| row(shell, held)).collect(),
        none: Some(text(locale, "profile-jobs-none")),
        ..Section::default()
    };
    let SchoolChoices { levels, fields } = known;
    // Nothing is chosen at first, so that nobody says by haste what is not so.
    let or_none = |known: Vec<(String, String)>| {
        let known = known.into_iter().map(|(code, name)| Choice::new(code, name));
        FieldKind::Choice([shell.choice("", "profile-level-none")].into_iter().chain(known).collect())
    };
    let finished = vec![shell.choice("yes", "profile-yes"), shell.choice("no", "profile-school-not-yet")];
    let asked = [
        Field { optional: false, ..shell.field("level", or_none(levels), "profile-school-level") },
        shell.field("field", or_none(fields), "profile-school-field"),
        shell.hinted("school", FieldKind::Text, "profile-school-name", "profile-school-name-hint"),
        Field {
            optional: false,
            ..shell.field("finished", FieldKind::Choice(finished), "profile-school-done")
        },
        shell.hinted("year", FieldKind::Number, "profile-school-year", "profile-school-year-hint"),
        shell.hinted("certificate", FieldKind::Text, "profile-school-paper", "profile-school-paper-hint"),
    ];
    let which = change.map(|change| change.fields("change", "id"));
    let asked = which.into_iter().flatten().chain(asked).collect();
    let form = shell.entry(shell.ways.education, change, asked, ("profile-school-add", "profile-save"));
    let sections = if change.is_some() { vec![form, listed] } else { vec![listed, form] };
    shell.part(PartWord::Education, sections)
}
