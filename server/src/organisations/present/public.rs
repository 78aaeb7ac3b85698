//! What everybody sees of an organisation.

use super::{kind, place, verified};
use crate::http::paths;
use crate::organisations::model::Organisation;
use crate::reference::ReferenceBook;
use chrono::{DateTime, Utc};
use search::{Concept, Language, PlaceKey};
use serde_json::{Value, json};
use views::Locale;
use views::job::Prose;
use views::organisation::{Facts, Known, Verified};

/// How far it is verified, and since when, in words.
pub(crate) fn shown(locale: Locale, of: &Organisation, since: Option<DateTime<Utc>>) -> Verified {
    verified(locale, &of.verification, since)
}

/// What everybody may know: no numbers.
pub(crate) fn public_facts(
    book: &ReferenceBook,
    locale: Locale,
    of: &Organisation,
    sector: Option<String>,
) -> Vec<Known> {
    let facts = Facts {
        kind: Some(kind(of.kind)),
        latin_name: of.latin_name.clone(),
        district: place(book, locale, (of.province, of.district)),
        sector,
        website: of.website.clone(),
        ..Facts::default()
    };
    facts.known(locale)
}

/// What it says of itself, a paragraph each.
pub(crate) fn about_lines(of: &Organisation) -> Vec<Prose> {
    let lines = of.about.iter().flat_map(|text| text.lines());
    lines.map(str::trim).filter(|line| !line.is_empty()).map(|line| Prose::new(line, None)).collect()
}

/// The organisation as schema.org has it.
pub(crate) fn json_ld(base_url: &str, book: &ReferenceBook, of: &Organisation) -> Value {
    let name = |key: Option<i32>| {
        key.map(|key| book.name(Concept::Place(PlaceKey(key.unsigned_abs())), Language::English).to_owned())
    };
    let mut fields = serde_json::Map::new();
    let mut add = |field: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(field.to_owned(), value);
        }
    };
    add("@context", Some(json!("https://schema.org")));
    add("@type", Some(json!("Organization")));
    add("name", Some(json!(of.name)));
    add("alternateName", of.latin_name.as_ref().map(|name| json!(name)));
    add("url", Some(json!(format!("{base_url}{}", paths::employer(of.id)))));
    add("sameAs", of.website.as_ref().map(|address| json!(address)));
    let (region, locality) = (name(of.province), name(of.district));
    let address = json!({
        "@type": "PostalAddress", "addressRegion": region, "addressLocality": locality,
    });
    add("address", region.is_some().then_some(address));
    Value::Object(fields)
}
