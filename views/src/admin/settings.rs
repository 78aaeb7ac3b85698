//! How the installation is set, and how it stands.

use super::{field, moment, number};
use crate::desk::{DeskPage, Row, Section};
use crate::form::{Field, FieldKind, Form};
use crate::layout::Chrome;
use crate::mail::When;
use crate::{Arg, Link, Locale, text, text_args};

/// Where a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingSource {
    /// A flag or a variable.
    Given,
    /// The settings file.
    File,
    /// Nothing was said.
    Default,
}

/// What is told of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingValue {
    /// All of it.
    Shown(String),
    /// That it is set.
    Secret,
    /// That it is not.
    None,
}

/// A setting.
#[derive(Debug, Clone)]
pub struct SettingRow {
    /// Its flag and variable.
    pub flag: String,
    /// Its value.
    pub value: SettingValue,
    /// Where it comes from.
    pub source: SettingSource,
}

/// The page of settings.
#[derive(Debug, Clone)]
pub struct SettingsPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// Address of this page; the form is sent below it.
    pub address: String,
    /// What was set at the start.
    pub rows: Vec<SettingRow>,
    /// For how many days texts of searches are kept, or what was typed.
    pub days: String,
    /// Whether what was typed is no number of days.
    pub wrong: bool,
    /// Whether it was saved just now.
    pub done: bool,
    /// Version of the program.
    pub version: String,
    /// The database.
    pub database: String,
    /// How far the indexes of vacancies and people are behind.
    pub behind: (u64, u64),
    /// Letters that wait.
    pub waiting: u64,
    /// Whether the database holds a demonstration.
    pub demo: bool,
    /// The last backup.
    pub backup: Backup,
    /// Back to administration.
    pub back: Link,
}

/// The last backup.
#[derive(Debug, Clone)]
pub struct Backup {
    /// When it was written, how large it is, and the file as it was named; none where there was none.
    pub last: Option<(When, String, String)>,
    /// Whether it is too old, or there is none.
    pub late: bool,
}

fn backup(locale: Locale, backup: &Backup) -> String {
    let Some((when, size, file)) = &backup.last else { return text(locale, "admin-settings-backup-none") };
    let when = moment(locale, *when);
    let said = [("when", Arg::Text(&when)), ("size", Arg::Text(size)), ("file", Arg::Text(file))];
    text_args(locale, "admin-settings-backup", &said)
}

/// The page in words.
pub fn settings(page: SettingsPage) -> DeskPage {
    let locale = page.chrome.locale;
    let heading = text(locale, "admin-settings-title");
    let sections = vec![state(locale, &page), kept(locale, &page), here(locale, &page.rows)];
    DeskPage {
        chrome: Chrome { title: heading.clone(), ..page.chrome },
        heading,
        lead: vec![text(locale, "admin-settings-lead")],
        done: page.done.then(|| text(locale, "admin-settings-done")),
        sections,
        links: vec![page.back],
        ..DeskPage::default()
    }
}

fn state(locale: Locale, page: &SettingsPage) -> Section {
    let behind = [("vacancies", number(page.behind.0)), ("people", number(page.behind.1))];
    let mut facts = vec![
        text_args(locale, "admin-settings-database", &[("kind", Arg::Text(&page.database))]),
        text_args(locale, "admin-settings-index", &behind),
        text_args(locale, "admin-settings-mail", &[("count", number(page.waiting))]),
        backup(locale, &page.backup),
    ];
    facts.extend(page.demo.then(|| text(locale, "admin-settings-demo")));
    let title = text_args(locale, "admin-settings-version", &[("version", Arg::Text(&page.version))]);
    let problem = page.backup.late.then(|| text(locale, "admin-settings-backup-late"));
    let row = Row { title, facts, problem, ..Row::default() };
    let heading = text(locale, "admin-settings-state");
    Section { id: "state", heading, rows: vec![row], ..Section::default() }
}

fn kept(locale: Locale, page: &SettingsPage) -> Section {
    let days = Field {
        hint: Some(text(locale, "admin-settings-days-hint")),
        problem: page.wrong.then(|| text(locale, "admin-settings-days-problem")),
        ..field("days", text(locale, "admin-settings-days"), FieldKind::Number, &page.days)
    };
    let form = Form {
        action: format!("{}/search-days", page.address),
        fields: vec![days],
        submit: text(locale, "admin-settings-days-submit"),
        ..Form::default()
    };
    let heading = text(locale, "admin-settings-kept");
    Section { id: "kept", heading, form: Some(form), ..Section::default() }
}

fn here(locale: Locale, rows: &[SettingRow]) -> Section {
    let rows = rows.iter().map(|SettingRow { flag, value, source }| {
        let value = match value {
            SettingValue::Shown(value) => value.clone(),
            SettingValue::Secret => text(locale, "admin-settings-secret"),
            SettingValue::None => text(locale, "admin-settings-none"),
        };
        let source = match source {
            SettingSource::Given => text(locale, "admin-settings-flag"),
            SettingSource::File => text(locale, "admin-settings-file"),
            SettingSource::Default => text(locale, "admin-settings-default"),
        };
        Row { title: flag.clone(), facts: vec![value, source], ..Row::default() }
    });
    let heading = text(locale, "admin-settings-here");
    Section { id: "here", heading, rows: rows.collect(), ..Section::default() }
}
