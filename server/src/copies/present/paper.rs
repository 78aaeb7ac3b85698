//! The copy as a paper: the same rows, told in the words of the reader's language.

use super::told::Teller;
use crate::copies::facts::{Fact, fact, title};
use crate::copies::model::OwnCopy;
use crate::copies::tables::COPIED;
use crate::people::model::{LicenceList, SpokenLanguages};
use crate::trail::model::Entry;
use crate::trail::present as trail;
use print::{Record, RecordEntry, RecordSection};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use views::copies::record::{column, heading, last_entries, lead, none, unused_code};
use views::{Locale, text};

/// Who looked, as rows of the trail's own page.
const TRAIL: &str = "audit_event";
/// Rows of which each holds a secret, and nothing else but when it was used.
const CODES: &str = "recovery_code";
/// The row that holds lists, which are parts of the paper.
const PERSON: &str = "person";

/// The paper of a copy.
pub(in crate::copies) fn record(teller: &Teller<'_>, copy: &OwnCopy) -> Record {
    let (locale, today) = (teller.locale, teller.today);
    let mut sections = Vec::new();
    for copied in COPIED {
        let Some(rows) = copy.rows(copied.table) else { continue };
        let entries = match copied.table {
            TRAIL => copy.trail.iter().map(|entry| looked(teller, entry)).collect(),
            table => rows.iter().filter_map(Value::as_object).map(|row| entry(teller, table, row)).collect(),
        };
        sections.push(section(locale, heading(locale, copied.table), entries));
        if copied.table == PERSON {
            let row = rows.first().and_then(Value::as_object);
            let parts = [("languages", spoken(teller, row)), ("licences", held(teller, row))];
            let parts = parts.map(|(part, entries)| section(locale, column(locale, PERSON, part), entries));
            sections.extend(parts);
        }
    }
    let mut said = lead(locale);
    if !copy.trail.is_empty() {
        said.push(last_entries(locale, copy.trail.len()));
    }
    Record { title: text(locale, "copies-title"), lead: said, sections, printed_on: today }
}

fn section(locale: Locale, heading: Option<String>, entries: Vec<RecordEntry>) -> RecordSection {
    RecordSection { heading: heading.unwrap_or_default(), none: none(locale), entries }
}

/// A row: what it is called, and its other facts as far as there are any.
fn entry(teller: &Teller<'_>, table: &str, row: &Map<String, Value>) -> RecordEntry {
    let called = title(table);
    let mut facts = Vec::new();
    for (name, cell) in row {
        let told = fact(table, name).filter(|fact| !matches!(fact, Fact::Key | Fact::Part));
        let Some(told) = told.filter(|_| called != Some(name.as_str())) else { continue };
        let label = column(teller.locale, table, name);
        if let (Some(label), Some(said)) = (label, teller.said((table, name), told, (cell, row))) {
            facts.push((label, said));
        }
    }
    let title = called.and_then(|name| teller.said((table, name), fact(table, name)?, (row.get(name)?, row)));
    let unused = (table == CODES && facts.is_empty()).then(|| unused_code(teller.locale));
    RecordEntry { title: title.or(unused).unwrap_or_default(), facts }
}

/// An entry of the trail: when, and by whom, what exactly and what for.
fn looked(teller: &Teller<'_>, entry: &Entry) -> RecordEntry {
    let row = trail::row((teller.locale, teller.today), entry.clone());
    let row = views::trail::row(teller.locale, row);
    let mut lines = row.facts.into_iter();
    let when = lines.next().unwrap_or_default();
    RecordEntry { title: row.title, facts: vec![(when, lines.collect::<Vec<_>>().join("\n"))] }
}

/// A list that a cell of the person's row holds.
fn listed<T: DeserializeOwned + Default>(row: Option<&Map<String, Value>>, name: &str) -> T {
    let cell = row.and_then(|row| row.get(name)).cloned();
    cell.and_then(|cell| serde_json::from_value(cell).ok()).unwrap_or_default()
}

fn spoken(teller: &Teller<'_>, row: Option<&Map<String, Value>>) -> Vec<RecordEntry> {
    let SpokenLanguages(spoken) = listed(row, "languages");
    let entry = |spoken: crate::people::model::SpokenLanguage| {
        let mut facts = Vec::new();
        if let Some(level) = spoken.level {
            facts.push(("profile-language-level", views::words::language_level(level)));
        }
        if let Some(test) = spoken.test {
            facts.push(("profile-test", test.name));
            facts.push(("profile-test-score", test.score));
            facts.extend(test.valid_until.map(|until| ("profile-valid-until", teller.day(until))));
        }
        named(teller.locale, views::words::language(teller.locale, &spoken.language), facts)
    };
    spoken.into_iter().map(entry).collect()
}

fn held(teller: &Teller<'_>, row: Option<&Map<String, Value>>) -> Vec<RecordEntry> {
    let LicenceList(held) = listed::<Option<LicenceList>>(row, "licences").unwrap_or(LicenceList(Vec::new()));
    let entry = |licence: crate::people::model::Licence| {
        let mut facts = vec![("profile-licence-number", licence.number.unwrap_or_default())];
        facts.extend(licence.valid_until.map(|until| ("profile-valid-until", teller.day(until))));
        named(teller.locale, teller.licence(&licence.code), facts)
    };
    held.into_iter().map(entry).collect()
}

/// An entry whose facts have the names of messages.
fn named(locale: Locale, title: String, facts: Vec<(&str, String)>) -> RecordEntry {
    let facts = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    RecordEntry { title, facts: facts.map(|(name, fact)| (text(locale, name), fact)).collect() }
}
