//! Places in an address: which country, province and district are meant?

use crate::reference::{PlaceChain, PlaceLevel, ReferenceBook};
use crate::vacancies::draft::DraftPlace;
use search::{Concept, PlaceKey};
use std::collections::HashSet;

/// Units that are no longer in force; their successors bear the same names.
pub type FormerPlaces = HashSet<PlaceKey>;

/// A name of a place in a part of an address.
struct Found {
    key: PlaceKey,
    chain: PlaceChain,
    level: PlaceLevel,
    confidence: f64,
    /// Part of the address in which it stands, and where in it.
    part: usize,
    begins: usize,
    /// Meanings of the name, this one included, as far as the lexicon knows.
    meanings: usize,
    /// It is that whole part, but for words such as `City` or `ແຂວງ`.
    whole: bool,
}

/// The units that an address names, within `country` if that is known.
pub fn recognise(
    book: &ReferenceBook,
    former: &FormerPlaces,
    address: &str,
    country: Option<PlaceKey>,
) -> Option<(PlaceChain, f64)> {
    let parts: Vec<&str> = parts(address).collect();
    let mut found = Vec::new();
    for (part, text) in parts.iter().enumerate() {
        found.extend(names(book, former, text, part));
    }
    found.retain(|place| country.is_none() || place.chain.country == country);
    resolve(&mut found);
    let list = parts.len() > 1
        && (0..parts.len()).all(|part| found.iter().any(|place| place.part == part && place.whole));
    let province = province(&found, list);
    let district = district(&found, province);
    let best =
        district.or(province).or_else(|| best(&found, list, |place| place.level == PlaceLevel::Country))?;
    let mut confidence = best.confidence;
    // The district decides between two provinces of one name; a name inside a longer part may be a street.
    if !best.whole {
        confidence *= 0.8;
    }
    let ambiguous = found.iter().any(|other| {
        other.part == best.part
            && other.level == best.level
            && other.key != best.key
            && other.confidence >= best.confidence
    });
    if ambiguous && district.is_none() {
        confidence = confidence.min(0.6);
    }
    Some((best.chain, confidence.clamp(0.0, 1.0)))
}

/// The lexicon shares its confidence among the meanings of a name; those that are left share it anew.
fn resolve(found: &mut [Found]) {
    let places: Vec<(usize, usize)> = found.iter().map(|place| (place.part, place.begins)).collect();
    for place in found {
        let left = places.iter().filter(|other| **other == (place.part, place.begins)).count().max(1);
        place.confidence = (place.confidence * place.meanings as f64 / left as f64).min(1.0);
        place.meanings = left;
    }
}

fn parts(address: &str) -> impl Iterator<Item = &str> {
    let ends = |letter: char| matches!(letter, ',' | ';' | '\n' | '|' | '/' | '(' | ')' | '،');
    address
        .split(ends)
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| part.chars().any(char::is_alphabetic))
}

fn names(book: &ReferenceBook, former: &FormerPlaces, text: &str, part: usize) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mentions = book.lexicon.link(text);
    for mention in &mentions {
        let Concept::Place(key) = mention.concept else { continue };
        let meanings = mentions.iter().filter(|other| other.span == mention.span).count();
        let Some(place) = book.place(key) else { continue };
        let rest = [text.get(..mention.span.start), text.get(mention.span.end..)];
        let whole = rest.into_iter().flatten().all(says_only_the_kind);
        found.push(Found {
            key,
            chain: book.chain(key),
            level: place.level,
            confidence: f64::from(mention.confidence),
            part,
            begins: mention.span.start,
            meanings,
            whole,
        });
    }
    // A former unit is meant only where no present one bears the name.
    if found.iter().any(|place| !former.contains(&place.key)) {
        found.retain(|place| !former.contains(&place.key));
    }
    found
}

/// Words around a name that only say what kind of place it is.
fn says_only_the_kind(text: &str) -> bool {
    const KINDS: &[&str] = &[
        "city",
        "province",
        "district",
        "capital",
        "tỉnh",
        "thành",
        "phố",
        "tp",
        "quận",
        "huyện",
        "the",
        "of",
        "in",
        "at",
        "ແຂວງ",
        "ເມືອງ",
        "ນະຄອນ",
        "ນະຄອນຫຼວງ",
        "จังหวัด",
        "อำเภอ",
        "ຢູ່",
        "ở",
        "tại",
    ];
    let words = text.split(|letter: char| letter.is_whitespace() || letter == '.');
    words.filter(|word| !word.is_empty()).all(|word| KINDS.contains(&word.to_lowercase().as_str()))
}

/// In an address the wider unit comes last; in a list of places the first counts.
fn best(found: &[Found], list: bool, fits: impl Fn(&Found) -> bool) -> Option<&Found> {
    let rank = |place: &Found| {
        let position = i64::try_from(place.part).unwrap_or(i64::MAX);
        (place.whole, if list { -position } else { position })
    };
    let mut chosen: Option<&Found> = None;
    for place in found.iter().filter(|place| fits(place)) {
        let better = chosen.is_none_or(|held| {
            let (new, old) = (rank(place), rank(held));
            new > old || new == old && place.confidence > held.confidence
        });
        if better {
            chosen = Some(place);
        }
    }
    chosen
}

/// The province; of two with one name the one whose district is named too.
fn province(found: &[Found], list: bool) -> Option<&Found> {
    let first = best(found, list, |place| place.level == PlaceLevel::Province)?;
    let of_district = |place: &Found| {
        found
            .iter()
            .any(|inner| inner.level == PlaceLevel::District && inner.chain.province == Some(place.key))
    };
    let alike = |place: &&Found| {
        place.part == first.part && place.level == PlaceLevel::Province && of_district(place)
    };
    found.iter().find(alike).or(Some(first))
}

fn district<'a>(found: &'a [Found], province: Option<&Found>) -> Option<&'a Found> {
    let inside = |place: &Found| province.is_none_or(|province| place.chain.province == Some(province.key));
    best(found, false, |place| {
        place.level == PlaceLevel::District && inside(place) && (place.whole || province.is_none())
    })
}

/// A place as given in three cells; each is a code or a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct GivenPlace<'a> {
    /// Narrowest.
    pub district: Option<&'a str>,
    /// Around it.
    pub province: Option<&'a str>,
    /// Around that.
    pub country: Option<&'a str>,
}

/// The units that three cells name. What is not recognised stays as text.
pub fn given(book: &ReferenceBook, former: &FormerPlaces, cells: GivenPlace<'_>) -> DraftPlace {
    let texts: Vec<&str> = [cells.district, cells.province, cells.country].into_iter().flatten().collect();
    if texts.is_empty() {
        return DraftPlace::default();
    }
    let country = cells.country.and_then(|text| unit(book, former, text, None, PlaceLevel::Country));
    let around = country.map(|(key, _)| key);
    let province = cells.province.and_then(|text| unit(book, former, text, around, PlaceLevel::Province));
    let around = province.map(|(key, _)| key).or(around);
    let district = cells.district.and_then(|text| unit(book, former, text, around, PlaceLevel::District));
    let mut chosen = district.or(province).or(country);
    let unknown_country = cells.country.is_some() && country.is_none();
    if unknown_country {
        chosen = None;
    } else if chosen.is_none() || province.is_none() && cells.province.is_some() {
        let address = texts.join(", ");
        let read = recognise(book, former, &address, country.map(|(key, _)| key));
        if let Some((chain, confidence)) = read {
            let abroad = is_abroad(book, chain);
            return DraftPlace { text: Some(address), chain, confidence: Some(confidence), abroad };
        }
    }
    let chain = chosen.map(|(key, _)| book.chain(key)).unwrap_or_default();
    let abroad = unknown_country || is_abroad(book, chain);
    DraftPlace {
        text: Some(texts.join(", ")),
        chain,
        confidence: chosen.map(|(_, confidence)| confidence),
        abroad,
    }
}

/// Is the chain outside the country of the installation? Unknown places are at home.
pub fn is_abroad(book: &ReferenceBook, chain: PlaceChain) -> bool {
    chain.country.is_some() && chain.country != book.codes.place(HOME)
}

/// Code of the country of the installation.
pub const HOME: &str = "LA";

/// The unit of a level that a cell names by code or by name, inside `around`.
fn unit(
    book: &ReferenceBook,
    former: &FormerPlaces,
    text: &str,
    around: Option<PlaceKey>,
    level: PlaceLevel,
) -> Option<(PlaceKey, f64)> {
    let inside = |key: PlaceKey| {
        let chain = book.chain(key);
        around.is_none_or(|around| [chain.country, chain.province, chain.district].contains(&Some(around)))
    };
    let of_level = |key: PlaceKey| book.place(key).is_some_and(|place| place.level == level);
    if let Some(key) = book.codes.place(&text.to_uppercase()).filter(|key| of_level(*key) && inside(*key)) {
        return Some((key, 1.0));
    }
    let found = names(book, former, text, 0);
    let fitting: Vec<&Found> =
        found.iter().filter(|place| place.level == level && place.whole && inside(place.key)).collect();
    let best = fitting.iter().fold(None::<&Found>, |held, place| match held {
        Some(held) if held.confidence >= place.confidence => Some(held),
        _ => Some(place),
    })?;
    // Named in a cell of its own kind, inside a unit that is known, one meaning is as sure as its code.
    Some((best.key, if fitting.len() == 1 { 1.0 } else { best.confidence.min(0.6) }))
}
