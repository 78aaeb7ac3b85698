//! Countries, provinces and districts.

use crate::table::{TableError, rows, table};
use serde::Deserialize;

/// A country of ISO 3166-1.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Country {
    /// Alpha-2.
    pub code: String,
    /// Alpha-3.
    pub alpha3: String,
    /// English name.
    pub name_en: String,
    /// Lao name; may be empty.
    pub name_lo: String,
    /// Vietnamese name; may be empty.
    pub name_vi: String,
    /// Thai name; may be empty.
    pub name_th: String,
}

/// A country, province or district with its names and centre.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaceRow {
    /// `LA`, `01`, `0101`; abroad `TH`, `TH-10`, `VN-HN` and so on.
    pub code: String,
    /// `country`, `province` or `district`.
    pub level: String,
    /// Code of the unit around it; empty for a country.
    pub parent: String,
    /// ISO 3166 code; may be empty.
    pub iso: String,
    /// Names: language, text, preferred, shared with another place.
    pub names: Vec<PlaceName>,
    /// Degrees north and east of the centre.
    pub centre: Option<(f64, f64)>,
    /// First day of validity, `yyyy-mm-dd`; may be empty.
    pub valid_from: String,
    /// Last day of validity, `yyyy-mm-dd`; may be empty.
    pub valid_to: String,
    /// Code of the unit that followed; may be empty.
    pub successor: String,
    /// Where the row comes from.
    pub source: String,
    /// H, M or L.
    pub confidence: String,
}

/// A name of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// `lo`, `en`, `vi` or `th`.
    pub language: &'static str,
    /// The name.
    pub text: String,
    /// The first name in this language.
    pub preferred: bool,
    /// Another place bears it too.
    pub shared: bool,
}

#[derive(Deserialize)]
struct LaoRow {
    code: String,
    level: String,
    parent: String,
    iso: String,
    name_lo: String,
    name_en: String,
    aliases_lo: String,
    aliases_en: String,
    lat: Option<f64>,
    lon: Option<f64>,
    source: String,
    confidence: String,
}

#[derive(Deserialize)]
struct ForeignRow {
    code: String,
    level: String,
    parent: String,
    iso: String,
    name_local: String,
    name_en: String,
    name_lo: String,
    aliases: String,
    lat: Option<f64>,
    lon: Option<f64>,
    valid_from: String,
    valid_to: String,
    successor: String,
    source: String,
    confidence: String,
}

/// All places: Laos with provinces and districts, Thailand and Viet Nam with provinces; parents first.
pub fn places() -> Result<Vec<PlaceRow>, TableError> {
    let mut places: Vec<PlaceRow> = table!("places/laos.csv")?.into_iter().map(lao_place).collect();
    let thailand = rows("places/thailand.csv", include_str!("../data/places/thailand.csv"))?;
    let viet_nam = rows("places/viet_nam.csv", include_str!("../data/places/viet_nam.csv"))?;
    places.extend(thailand.into_iter().map(|row| foreign_place("th", row)));
    places.extend(viet_nam.into_iter().map(|row| foreign_place("vi", row)));
    places.sort_by_key(|place| match place.level.as_str() {
        "country" => 0,
        "province" => 1,
        _ => 2,
    });
    Ok(places)
}

/// The countries of the world.
pub fn countries() -> Result<Vec<Country>, TableError> {
    table!("places/countries.csv")
}

/// A country that stands before the others in lists.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FirstCountry {
    /// Alpha-2.
    pub code: String,
    /// Why it does.
    pub why: String,
    /// Who says so.
    pub source: String,
}

/// Countries that stand before the others in lists, in order: the own, neighbours, those in which many work.
pub fn countries_first() -> Result<Vec<FirstCountry>, TableError> {
    table!("places/countries_first.csv")
}

fn lao_place(row: LaoRow) -> PlaceRow {
    let mut names = names("lo", &row.name_lo, &row.aliases_lo);
    names.extend(self::names("en", &row.name_en, &row.aliases_en));
    PlaceRow {
        code: row.code,
        level: row.level,
        parent: row.parent,
        iso: row.iso,
        names,
        centre: row.lat.zip(row.lon),
        source: row.source,
        confidence: row.confidence,
        ..PlaceRow::default()
    }
}

fn foreign_place(language: &'static str, row: ForeignRow) -> PlaceRow {
    let mut names = names(language, &row.name_local, "");
    names.extend(self::names("en", &row.name_en, ""));
    names.extend(self::names("lo", &row.name_lo, ""));
    for alias in self::names(language, "", &row.aliases) {
        match names.iter_mut().find(|known| known.text == alias.text) {
            Some(known) => known.shared |= alias.shared,
            None => names.push(PlaceName { language: language_of(&alias.text, language), ..alias }),
        }
    }
    PlaceRow {
        code: row.code,
        level: row.level,
        parent: row.parent,
        iso: row.iso,
        names,
        centre: row.lat.zip(row.lon),
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        successor: row.successor,
        source: row.source,
        confidence: row.confidence,
    }
}

/// The language that the script of an alias tells; Latin ones are English unless they bear Vietnamese marks.
fn language_of(text: &str, local: &'static str) -> &'static str {
    for letter in text.chars() {
        match letter {
            '\u{e80}'..='\u{eff}' => return "lo",
            '\u{e00}'..='\u{e7f}' => return "th",
            letter if local == "vi" && !letter.is_ascii() => return "vi",
            _ => {}
        }
    }
    "en"
}

/// `name` first, then the aliases; `~` before a name says that another place bears it too.
fn names(language: &'static str, name: &str, aliases: &str) -> Vec<PlaceName> {
    let mut names: Vec<PlaceName> = Vec::new();
    for (position, raw) in std::iter::once(name).chain(aliases.split('|')).enumerate() {
        let text = raw.trim().trim_start_matches('~').trim();
        let shared = raw.trim().starts_with('~');
        match names.iter_mut().find(|known| known.text == text) {
            // The list of aliases may say of a name that another place bears it too.
            Some(known) => known.shared |= shared,
            None if text.is_empty() => {}
            None => {
                names.push(PlaceName { language, text: text.to_owned(), preferred: position == 0, shared });
            }
        }
    }
    names
}
