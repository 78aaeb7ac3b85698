//! Provinces and districts of Laos, provinces of the neighbours, countries.

use seed_data::PlaceRow;
use std::collections::{HashMap, HashSet};

/// Districts of each province, in the national order.
const DISTRICTS: [usize; 18] = [9, 7, 5, 7, 5, 12, 10, 11, 7, 11, 7, 10, 15, 8, 4, 10, 5, 5];

fn places() -> Vec<PlaceRow> {
    seed_data::places().unwrap()
}

#[test]
fn laos_has_eighteen_provinces_with_their_districts() {
    let places = places();
    let mut provinces: Vec<&PlaceRow> =
        places.iter().filter(|place| place.parent == "LA" && place.level == "province").collect();
    provinces.sort_by(|a, b| a.code.cmp(&b.code));
    let districts: Vec<usize> = provinces
        .iter()
        .map(|province| {
            let within = |place: &&PlaceRow| place.level == "district" && place.parent == province.code;
            places.iter().filter(within).count()
        })
        .collect();
    assert_eq!(districts, DISTRICTS);
    assert_eq!(districts.iter().sum::<usize>(), 148);
}

#[test]
fn lao_places_have_lao_and_latin_names_and_a_centre_in_laos() {
    let places = places();
    for place in places.iter().filter(|place| place.code.chars().all(|digit| digit.is_ascii_digit())) {
        for language in ["lo", "en"] {
            let preferred = |name: &&seed_data::PlaceName| name.preferred && name.language == language;
            assert_eq!(place.names.iter().filter(preferred).count(), 1, "{} in {language}", place.code);
        }
        let (lat, lon) = place.centre.unwrap_or_else(|| panic!("{} has no centre", place.code));
        assert!(
            (13.9..22.6).contains(&lat) && (100.0..107.8).contains(&lon),
            "{} lies at {lat} {lon}",
            place.code
        );
    }
}

#[test]
fn every_unit_lies_in_a_defined_unit_and_every_successor_exists() {
    let places = places();
    let codes: HashMap<&str, &str> =
        places.iter().map(|place| (place.code.as_str(), place.level.as_str())).collect();
    assert_eq!(codes.len(), places.len(), "a code stands twice");
    for place in &places {
        let around = codes.get(place.parent.as_str()).copied();
        let wanted = match place.level.as_str() {
            "country" => None,
            "province" => Some("country"),
            _ => Some("province"),
        };
        assert_eq!(around, wanted, "{} lies in {}", place.code, place.parent);
        let successor = place.successor.as_str();
        assert!(successor.is_empty() || codes.contains_key(successor), "{} became {successor}", place.code);
    }
}

#[test]
fn the_neighbours_have_their_provinces() {
    let places = places();
    let of = |country: &str| places.iter().filter(|place| place.parent == country).collect::<Vec<_>>();
    assert_eq!(of("TH").len(), 77);
    let (present, former): (Vec<_>, Vec<_>) =
        of("VN").into_iter().partition(|place| place.valid_to.is_empty());
    assert_eq!(present.len(), 34, "units of Viet Nam since 1 July 2025");
    // Eleven of the 63 went on unchanged: they are present units, not former ones.
    let unchanged = present.iter().filter(|place| place.valid_from != "2025-07-01").count();
    assert_eq!(former.len() + unchanged, 63, "units of Viet Nam before");
    for place in of("TH").iter().chain(&of("VN")) {
        assert!(
            !place.source.is_empty() && ["H", "M", "L"].contains(&place.confidence.as_str()),
            "{}",
            place.code
        );
    }
}

#[test]
fn countries_have_their_two_codes_and_a_name() {
    let countries = seed_data::countries().unwrap();
    assert!(countries.len() >= 249);
    let codes: HashSet<&str> = countries.iter().map(|country| country.code.as_str()).collect();
    assert_eq!(codes.len(), countries.len());
    for country in &countries {
        assert_eq!((country.code.len(), country.alpha3.len()), (2, 3));
        assert!(!country.name_en.is_empty());
    }
}

#[test]
fn isic_has_its_twenty_one_sections() {
    let sections = seed_data::isic_sections().unwrap();
    let letters: String = sections.iter().map(|section| section.code.as_str()).collect();
    assert_eq!(letters, "ABCDEFGHIJKLMNOPQRSTU");
}

#[test]
fn a_name_of_two_places_says_so() {
    let places = places();
    let mut bearers: HashMap<(&str, String), Vec<(&PlaceRow, bool)>> = HashMap::new();
    for place in &places {
        for name in &place.names {
            bearers.entry((name.language, search::fold(&name.text))).or_default().push((place, name.shared));
        }
    }
    let mut silent = Vec::new();
    for ((_, name), bearers) in &bearers {
        // A name that a unit gave to what followed it, or that its parent bears too, is the same place to a reader.
        let related = |a: &PlaceRow, b: &PlaceRow| {
            a.code == b.code
                || a.successor == b.code
                || b.successor == a.code
                || a.parent == b.code
                || b.parent == a.code
        };
        let two = bearers.iter().any(|(a, _)| bearers.iter().any(|(b, _)| !related(a, b)));
        if two && bearers.iter().any(|(_, shared)| !shared) {
            let codes: Vec<&str> = bearers.iter().map(|(place, _)| place.code.as_str()).collect();
            silent.push(format!("{name} {codes:?}"));
        }
    }
    assert!(silent.is_empty(), "{} names mean two places in silence: {}", silent.len(), silent.join(", "));
}
