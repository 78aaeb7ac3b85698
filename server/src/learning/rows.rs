//! What is written of a counted search: its text without places, where it was meant, what was understood.

use super::log::{Asked, Counts};
use super::{model, wording};
use crate::reference::ReferenceBook;
use crate::reference::model::row_id;
use chrono::NaiveDate;
use search::{Concept, How, Mention, PlaceKey};
use std::collections::{BTreeMap, BTreeSet};

/// What makes two searches of a table one row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) day: NaiveDate,
    pub(super) query: String,
    pub(super) language: &'static str,
    pub(super) place: String,
}

/// What is added to a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Addition {
    pub(super) understood: String,
    pub(super) band: i32,
    pub(super) asked: i64,
    pub(super) without_hits: i64,
    pub(super) clicks: i64,
    /// By the row of the occupation.
    pub(super) opened: BTreeMap<i32, i64>,
}

/// What is added, by row.
pub(super) type Rows = BTreeMap<Key, Addition>;

/// Rows in the order of their keys, so that processes that add to the same ones never wait for each other in a
/// circle. A search for nothing but a place has no row.
pub(super) fn rows(book: &ReferenceBook, entries: &[(Asked, Counts)]) -> Rows {
    let mut rows = Rows::new();
    for (asked, counts) in entries {
        let Some((key, understood)) = key(book, asked) else { continue };
        let row = rows.entry(key).or_default();
        row.understood = understood;
        row.band = row.band.max(model::band(counts.largest));
        row.asked += i64::from(counts.asked);
        row.without_hits += i64::from(counts.without_hits);
        for (occupation, times) in &counts.opened {
            row.clicks += i64::from(*times);
            if let Some(occupation) = occupation {
                *row.opened.entry(row_id(Concept::Occupation(*occupation))).or_default() += i64::from(*times);
            }
        }
    }
    rows
}

/// The key of a search and the concepts understood; none if nothing is left that may be kept.
fn key(book: &ReferenceBook, asked: &Asked) -> Option<(Key, String)> {
    let understood = book.lexicon.understand(&asked.text).concepts;
    let (query, named) = without_places(&asked.text, &understood);
    let query = search::fold(&query).split_whitespace().collect::<Vec<_>>().join(" ");
    if !wording::may_be_kept(&query) {
        return None;
    }
    let concepts: BTreeSet<i32> = understood
        .iter()
        .filter(|mention| !matches!(mention.concept, Concept::Place(_)))
        .map(|mention| row_id(mention.concept))
        .collect();
    let place = asked.place.or(named).map(|place| rounded(book, place)).unwrap_or_default();
    let concepts: Vec<String> = concepts.iter().map(i32::to_string).collect();
    let (day, language) = (asked.day, asked.locale.code());
    Some((Key { day, query, language, place }, concepts.join(",")))
}

/// The text without the places that it names letter for letter, and the first of them. What only resembles a
/// place may be a word that nobody knew yet, and stays.
fn without_places(text: &str, understood: &[Mention]) -> (String, Option<PlaceKey>) {
    let mut rest = text.to_owned();
    let mut first = None;
    for mention in understood.iter().rev().filter(|mention| mention.how != How::Typo) {
        let Concept::Place(place) = mention.concept else { continue };
        let also_work =
            |other: &Mention| other.span == mention.span && !matches!(other.concept, Concept::Place(_));
        if understood.iter().any(also_work) {
            continue;
        }
        first = Some(place);
        // A second meaning of one span finds blanks where the first has been.
        if let Some(named) = rest.get(mention.span.clone()) {
            rest.replace_range(mention.span.clone(), &" ".repeat(named.len()));
        }
    }
    (rest, first)
}

/// The code of the province around a place, of the country where there is none.
fn rounded(book: &ReferenceBook, place: PlaceKey) -> String {
    let chain = book.chain(place);
    let unit = chain.province.or(chain.country);
    unit.map(|unit| book.codes.code(Concept::Place(unit)).to_owned()).unwrap_or_default()
}
