//! `viak duplicates`: people of the database who may be registered twice.

use serde_json::Value;
use std::path::Path;
use tests::{Said, viak};

/// A database with a generated world and three records of one woman beside another of her name.
fn registered(folder: &Path) -> std::path::PathBuf {
    let data = folder.join("data");
    Said::by(viak(&data).args(["seed", "--people", "300", "--vacancies", "1"])).done();
    let file = folder.join("people.csv");
    let template = Said::by(viak(&data).args(["import", "people", "--template"])).done().out;
    let columns: Vec<&str> =
        template.lines().next().unwrap().trim_start_matches('\u{feff}').split(',').collect();
    let rows = [
        [
            ("id", "w1"),
            ("given_name", "ມະນີວັນ"),
            ("family_name", "ສີສະຫວາດ"),
            ("birth_date", "08/02/1991"),
            ("phone", "020 9912 3456"),
        ],
        [
            ("id", "w2"),
            ("given_name", "Manivanh"),
            ("family_name", "Sisavath"),
            ("birth_date", "02/08/1991"),
            ("phone", ""),
        ],
        [
            ("id", "w3"),
            ("given_name", "ມະນີວັນ"),
            ("family_name", "ສີສະຫວາດ"),
            ("birth_date", "1991"),
            ("phone", "+856 20 9912 3456"),
        ],
    ];
    let mut text = columns.join(",") + "\n";
    for row in rows {
        let cell =
            |column: &&str| row.iter().find(|(name, _)| name == column).map_or("", |(_, value)| *value);
        text += &(columns.iter().map(cell).collect::<Vec<_>>().join(",") + "\n");
    }
    std::fs::write(&file, text).unwrap();
    Said::by(viak(&data).args(["import", "people"]).arg(&file)).done();
    data
}

#[test]
fn a_woman_who_is_registered_twice_is_listed_with_reasons_and_without_her_name() {
    let folder = tempfile::tempdir().unwrap();
    let data = registered(folder.path());
    let said = Said::by(viak(&data).args(["duplicates", "--limit", "3", "--json"])).done();
    let found: Value = serde_json::from_str(&said.out).unwrap();
    assert!(found["people"].as_u64().unwrap() >= 302, "{found}");
    let best = &found["pairs"][0];
    assert_eq!(best["outcome"], "same", "{found}");
    let bits: f64 =
        best["why"]["slots"].as_array().unwrap().iter().map(|slot| slot["bits"].as_f64().unwrap()).sum();
    let (prior, weight) = (best["why"]["prior"].as_f64().unwrap(), best["why"]["weight"].as_f64().unwrap());
    assert!((prior + bits - weight).abs() < 1e-6, "{best}");
    let text = Said::by(viak(&data).args(["duplicates", "--limit", "3"])).done().out;
    assert!(text.contains("phone +") && !text.contains("ມະນີວັນ"), "{text}");
    assert!(text.contains(best["one"].as_str().unwrap()), "{text}");
    let named = Said::by(viak(&data).args(["duplicates", "--limit", "3", "--names"])).done().out;
    assert!(named.contains("ມະນີວັນ ສີສະຫວາດ"), "{named}");
}

#[test]
fn an_empty_database_has_no_duplicates() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    Said::by(viak(&data).arg("migrate")).done();
    let said = Said::by(viak(&data).arg("duplicates")).done();
    assert_eq!(said.out, "0 people, 0 pairs compared: 0 seem to be one person, 0 to ask about\n");
}
