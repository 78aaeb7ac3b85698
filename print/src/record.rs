//! What is kept about somebody, as it is printed: sections of entries, each of them facts with their names.

use crate::legible;
use crate::press::PrintError;
use crate::values::{dict, list};
use chrono::NaiveDate;
use std::cell::Cell;
use typst::foundations::{Dict, IntoValue};

/// Letters and facts that one record may have.
const MOST_LETTERS: usize = 1_000_000;
const MOST_FACTS: usize = 20_000;

/// A record as it is printed, in the words of the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub title: String,
    /// Lines under the title.
    pub lead: Vec<String>,
    /// Its parts, in their order.
    pub sections: Vec<RecordSection>,
    /// The day on which it is printed.
    pub printed_on: NaiveDate,
}

/// A part of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordSection {
    /// What it is about.
    pub heading: String,
    /// What stands where there are no entries.
    pub none: String,
    /// Its entries.
    pub entries: Vec<RecordEntry>,
}

/// One thing that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordEntry {
    /// What it is called; empty where its facts say so.
    pub title: String,
    /// Names of facts, and the facts; blank lines separate paragraphs.
    pub facts: Vec<(String, String)>,
}

/// All that the template is told.
pub(crate) fn values(
    record: &Record,
    (tag, words): (&'static str, [&'static str; 2]),
    has: impl Fn(char) -> bool,
) -> Result<Dict, PrintError> {
    let Record { title, lead, sections, printed_on } = record;
    let letters = Cell::new(0);
    let line = |text: &str| {
        letters.set(letters.get() + text.chars().count());
        legible::line(text, &has)
    };
    let fact = |(name, fact): &(String, String)| {
        letters.set(letters.get() + fact.chars().count());
        let paragraphs = list(legible::paragraphs(fact, &has));
        list([line(name).into_value(), paragraphs])
    };
    let entry = |entry: &RecordEntry| {
        let facts = list(entry.facts.iter().map(fact));
        dict([("title", line(&entry.title).into_value()), ("facts", facts)]).into_value()
    };
    let section = |section: &RecordSection| {
        let RecordSection { heading, none, entries } = section;
        let entries = list(entries.iter().map(entry));
        let (heading, none) = (line(heading).into_value(), line(none).into_value());
        dict([("heading", heading), ("none", none), ("entries", entries)]).into_value()
    };
    let [printed, page] = words;
    let values = dict([
        ("lang", tag.into_value()),
        ("title", line(title).into_value()),
        ("lead", list(lead.iter().map(|text| line(text)))),
        ("sections", list(sections.iter().map(section))),
        ("printed", printed.into_value()),
        ("printed_on", crate::cv::When::Day(*printed_on).text().into_value()),
        ("page", page.into_value()),
    ]);
    let facts: usize =
        sections.iter().flat_map(|part| &part.entries).map(|entry| 1 + entry.facts.len()).sum();
    if letters.get() > MOST_LETTERS || facts > MOST_FACTS { Err(PrintError::TooLong) } else { Ok(values) }
}
