//! What somebody at the command line is shown of people stands in the trail, once for each command, with counts.

use serde_json::Value;
use std::path::Path;
use tests::{Said, viak};

/// What a verb prints that did what it was asked.
fn said(data: &Path, arguments: &[&str]) -> String {
    Said::by(viak(data).args(arguments)).done().out
}

/// Reasons of what the command line read, with whether a person finds it in the own trail.
fn noted(data: &Path) -> Vec<(String, bool)> {
    let trail: Value = serde_json::from_str(&said(data, &["audit", "--json"])).unwrap();
    let events = trail["events"].as_array().unwrap().iter();
    let read = events.filter(|event| event["action"] == "read" && event["role"] == "operator");
    let mut told: Vec<(String, bool)> = read
        .map(|event| &event["personal"])
        .filter(|told| told["actor"] == "command-line")
        .map(|told| (told["reason"].as_str().unwrap().to_owned(), told["person"].is_string()))
        .collect();
    told.sort();
    told
}

/// The first of what a search finds.
fn first(data: &Path, what: &str) -> String {
    let found: Value =
        serde_json::from_str(&said(data, &["search", what, "welder", "--json", "--limit", "1"])).unwrap();
    found["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{found}")).to_owned()
}

#[test]
fn each_command_that_shows_people_leaves_one_event_with_counts() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    said(&data, &["seed", "--people", "300", "--vacancies", "100"]);
    let vacancy = first(&data, "jobs");
    said(&data, &["duplicates", "--limit", "2"]);
    assert_eq!(noted(&data), [], "without names, and of jobs, nothing is told of people");
    let person = first(&data, "people");
    said(&data, &["duplicates", "--limit", "2", "--names"]);
    said(&data, &["match", "vacancy", &vacancy, "--limit", "4"]);
    said(&data, &["match", "person", &person, "--limit", "5"]);
    said(&data, &["match", "all", "--limit", "1"]);
    let told = noted(&data);
    let wanted = [
        ("viak duplicates --names: ", false),
        ("viak match all: the best 1 for each open vacancy", false),
        ("viak match person: 5 jobs shown", true),
        (&*format!("viak match vacancy {vacancy}: 4 shown of "), false),
        ("viak search people: 1 shown of ", false),
    ];
    assert_eq!(told.len(), wanted.len(), "{told:?}");
    for ((reason, own), (start, in_own_trail)) in told.iter().zip(wanted) {
        assert!(reason.starts_with(start) && *own == in_own_trail, "{start}: {told:?}");
    }
}
