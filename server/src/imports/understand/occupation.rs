//! Occupations: from a code, or from a title with hints.

use crate::reference::ReferenceBook;
use crate::reference::model::IscoCode;
use search::OccupationKey;

/// A unit group with confidence, 0 to 1.
pub type Linked = (OccupationKey, f64);

/// What a title could not say itself is at most this sure.
const HINTED_AT_MOST: f64 = 0.75;

/// The unit group of a job title; hints (other titles, skills) help, and speak where the title says nothing.
pub fn of_title(book: &ReferenceBook, title: &str, hints: &[&str]) -> Option<Linked> {
    let linked = |title: &str, hints: &[&str]| {
        let best = book.lexicon.title(title, hints).into_iter().next()?;
        Some((best.occupation, f64::from(best.confidence).clamp(0.0, 1.0)))
    };
    if let Some(found) = linked(title, hints) {
        return Some(found);
    }
    let by_hint = hints.iter().find_map(|hint| linked(hint, &[]));
    by_hint.map(|(occupation, confidence)| (occupation, confidence.min(HINTED_AT_MOST)))
}

/// What a cell for an occupation holds.
#[derive(Debug, PartialEq)]
pub enum Given {
    /// A unit group by its code.
    Unit(OccupationKey),
    /// Words, or the code of a wider group, that have to be read with the title.
    Words(String),
    /// Digits that are no code of ISCO-08.
    UnknownCode,
}

/// Reads a cell that holds an ISCO-08 code or words.
pub fn given(book: &ReferenceBook, text: &str) -> Given {
    let Ok(code) = text.parse::<IscoCode>() else {
        let digits = text.chars().all(|letter| letter.is_ascii_digit());
        return if digits { Given::UnknownCode } else { Given::Words(text.to_owned()) };
    };
    match book.codes.occupation(code.as_str()) {
        Some(key) if code.is_unit_group() => Given::Unit(key),
        Some(key) => {
            let name = book.name(search::Concept::Occupation(key), search::Language::English);
            Given::Words(name.to_owned())
        }
        None => Given::UnknownCode,
    }
}
