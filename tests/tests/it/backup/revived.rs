//! Whoever restores a backup is told what holds again that had ended since.

use super::{Place, content};
use tests::Said;

/// What the report of a restore names, whatever it is printed as.
const NAMED: [&str; 4] = ["consents", "erased", "roles, cards and tokens", "passwords"];

#[test]
fn a_restore_says_from_when_on_what_was_withdrawn_or_erased_holds_again() {
    let (folder, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let there = Place::sqlite(&folder.path().join("there"));
    Said::by(there.viak().args(["seed", "--people", "10", "--vacancies", "5"])).done();
    let file = files.path().join("backup");
    there.back_up(&file).done();
    let made = content(&file).0.made_at;

    let said = Place::sqlite(&folder.path().join("in-words")).restore(&file).done();
    let last = said.out.trim_end().lines().last().unwrap_or_default().to_owned();
    let begins =
        format!("what was withdrawn or erased after {} holds again: ", made.format("%Y-%m-%d %H:%M:%S UTC"));
    assert!(last.starts_with(&begins), "{last}");
    assert!(NAMED.iter().all(|named| last.contains(named)), "{last}");

    let here = Place::sqlite(&folder.path().join("as-json"));
    let said = Said::by(here.viak().arg("restore").arg(&file).arg("--json")).done();
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["holds_again"]["since"], serde_json::to_value(made).unwrap(), "{json}");
    let what = json["holds_again"]["what"].to_string();
    assert!(NAMED.iter().all(|named| what.contains(named)), "{what}");
}
