//! `viak bench linkage`: duplicates planted in a generated world, and found.

use serde_json::Value;
use tests::{Said, viak};

#[test]
fn planted_duplicates_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = viak(&folder.path().join("unused"));
    command.env("TMPDIR", folder.path()).args(["bench", "linkage", "--people", "3000", "--json"]);
    let report: Value = serde_json::from_str(&Said::by(&mut command).done().out).unwrap();
    let figure = |what: &str| {
        let found = report["figures"].as_array().unwrap().iter().find(|figure| figure["what"] == what);
        found.unwrap_or_else(|| panic!("no figure {what}"))["value"].as_f64().unwrap()
    };
    let planted = figure("pairs that are one person");
    assert!((60.0..=120.0).contains(&planted), "{planted}");
    assert!((figure("records") - planted - 3_000.0).abs() < 0.5);
    assert!(figure("F1") >= 0.9, "{}", figure("F1"));
    assert!(figure("pairs compared") < figure("pairs there are") / 5.0);
    assert!(!folder.path().join("unused").exists());
}
