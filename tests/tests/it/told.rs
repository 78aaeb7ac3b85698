//! What documents and lists say is what tables and the program hold.

use std::collections::BTreeMap;
use tests::{Said, viak, workspace};

#[test]
fn the_page_of_limits_says_what_the_tables_say_and_nothing_else() {
    let page = std::fs::read_to_string(workspace().join("docs/LIMITS.md")).unwrap();
    let lines = page.lines().filter_map(|line| line.strip_prefix("| `"));
    let told: BTreeMap<String, String> = lines
        .map(|line| {
            let (name, rest) = line.split_once("` | ").unwrap();
            (name.to_owned(), rest.split(" | ").next().unwrap().trim().to_owned())
        })
        .collect();
    let mut held = BTreeMap::new();
    for row in seed_data::platform_limits().unwrap().into_iter().chain(seed_data::limits().unwrap()) {
        held.insert(row.limit, row.value.to_string());
    }
    for row in seed_data::session_terms().unwrap() {
        held.insert(row.seat, format!("{} min, {} h", row.idle_minutes, row.hours));
    }
    for row in seed_data::role_terms().unwrap() {
        held.insert(row.role, format!("{} days", row.days));
    }
    assert_eq!(told, held);
}

#[test]
fn the_program_names_every_part_of_others_that_it_was_built_of() {
    let data = tempfile::tempdir().unwrap();
    let said = Said::by(viak(data.path()).args(["parts", "--json"])).done();
    let bill: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    let components = bill["components"].as_array().unwrap();
    let lock = std::fs::read_to_string(workspace().join("Cargo.lock")).unwrap();
    assert_eq!(components.len(), lock.matches("\nchecksum = ").count());
    for name in ["axum", "sea-orm", "rustls", "typst"] {
        let part = components.iter().find(|part| part["name"] == name).unwrap_or_else(|| panic!("{name}"));
        let purl = format!("pkg:cargo/{name}@{}", part["version"].as_str().unwrap());
        assert_eq!(part["purl"], purl.as_str());
        assert_eq!(part["hashes"][0]["content"].as_str().unwrap().len(), 64);
    }
    assert!(Said::by(viak(data.path()).arg("parts")).done().out.contains("axum "));
}
