//! A vacancy among results.

use super::{contract_word, wage};
use crate::http::language::of_labels;
use crate::http::paths;
use crate::reference::ReferenceBook;
use crate::vacancies::store::Listed;
use crate::written::day;
use chrono::NaiveDate;
use search::{Concept, Highlighter, OccupationKey, PlaceKey};
use views::jobs::JobCard;
use views::{Locale, Piece, format, words};

/// Characters of the passage that answers the query.
const SNIPPET: usize = 160;

/// The card of a vacancy, marked where the query met it.
pub(crate) fn card(
    book: &ReferenceBook,
    vacancy: &Listed,
    highlighter: Option<&Highlighter>,
    km: Option<f32>,
    (locale, today): (Locale, NaiveDate),
) -> JobCard {
    let (wage, wage_about) = wage::advertised(book, vacancy, locale, today);
    let pieces = |pieces: Vec<search::Piece>| {
        pieces.into_iter().map(|piece| Piece { text: piece.text, marked: piece.marked }).collect()
    };
    let language = (!vacancy.language.is_empty()).then(|| vacancy.language.clone());
    let age = today.signed_duration_since(vacancy.posted_on).num_days();
    JobCard {
        href: paths::job(vacancy.id),
        title: highlighter
            .map_or_else(|| vec![Piece::plain(&vacancy.title)], |marks| pieces(marks.mark(&vacancy.title))),
        title_lang: language.clone(),
        concept_label: vacancy.occupation_id.map(|id| {
            let concept = Concept::Occupation(OccupationKey(id.unsigned_abs()));
            book.name(concept, of_labels(locale)).to_owned()
        }),
        employer: Some(vacancy.employer.clone()).filter(|name| !name.is_empty()),
        place: place(book, vacancy, locale),
        wage,
        wage_about,
        contract: vacancy.contract.map(|contract| words::contract(locale, contract_word(contract))),
        posted: Some(format::days_ago(locale, age)),
        closes: vacancy.valid_through.map(|last| day(locale, last)),
        snippet: highlighter
            .map_or_else(Vec::new, |marks| pieces(marks.snippet(&vacancy.description, SNIPPET))),
        snippet_lang: language,
        km: km.map(|km| format::km(locale, km.round() as u32)),
    }
}

/// District and province in the reader's language, else the place as advertised.
pub(crate) fn place(book: &ReferenceBook, vacancy: &Listed, locale: Locale) -> Option<String> {
    let named =
        |id: i32| book.name(Concept::Place(PlaceKey(id.unsigned_abs())), of_labels(locale)).to_owned();
    let country = vacancy.country_id.filter(|_| vacancy.abroad);
    let units: Vec<String> =
        [vacancy.district_id, vacancy.province_id, country].into_iter().flatten().map(named).collect();
    if units.is_empty() { vacancy.place_text.clone() } else { Some(units.join(", ")) }
}
