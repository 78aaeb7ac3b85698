//! The vectors of titles: trained on no judged title, and the same bytes for the same names.

use search::{Vectors, stem_key};
use std::collections::HashSet;
use std::path::Path;
use tests::{shared_file, viak, workspace};

const TAXONOMY: &str = "taxonomy/esco12_occupations.csv";
const JUDGED: [&str; 2] = ["titles/esco-altlabels/queries.jsonl", "titles/onet-reported-dev/queries.jsonl"];

/// Runs `viak train vectors` and gives what it wrote and said.
fn train(folder: &Path, name: &str, more: &[&str]) -> (Vec<u8>, String) {
    let out = folder.join(name);
    let mut command = viak(folder);
    let ran = command.args(["train", "vectors", "--out"]).arg(&out).args(more).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    (std::fs::read(out).unwrap(), String::from_utf8(ran.stdout).unwrap())
}

/// The arguments with which the shipped vectors were trained (`seed-data/SOURCES.md`); none without the files.
fn shipped() -> Option<Vec<String>> {
    let mut arguments = vec!["--taxonomy".to_owned(), shared_file(TAXONOMY)?.display().to_string()];
    for name in JUDGED {
        arguments.extend(["--without".to_owned(), shared_file(name)?.display().to_string()]);
    }
    Some(arguments)
}

#[test]
fn names_that_vectors_are_trained_on_hold_no_judged_title() {
    let Some(arguments) = shipped() else { return };
    let mut judged = HashSet::new();
    for file in JUDGED.into_iter().filter_map(shared_file) {
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            let query: serde_json::Value = serde_json::from_str(line).unwrap();
            judged.insert(stem_key(query["text"].as_str().unwrap()));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let listed = viak(folder.path()).args(["train", "vectors", "--list"]).args(&arguments).output().unwrap();
    let names = String::from_utf8(listed.stdout).unwrap();
    assert!(names.lines().count() > 30_000, "{}", String::from_utf8_lossy(&listed.stderr));
    let known: Vec<&str> = names.lines().filter(|name| judged.contains(&stem_key(name))).collect();
    assert!(known.is_empty(), "{known:?}");
}

#[test]
fn the_same_seed_and_names_make_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (first, said) = train(folder.path(), "first", &["--seed", "7"]);
    let (second, _) = train(folder.path(), "second", &["--seed", "7"]);
    assert!(first == second && said.contains("names"), "{said}");
    assert!(Vectors::from_bytes(&first).is_ok() && first.len() <= 8 << 20);
}

#[test]
fn a_file_that_is_none_of_titles_is_refused_with_its_line_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (titles, out) = (folder.path().join("titles.jsonl"), folder.path().join("out"));
    std::fs::write(&titles, "{\"text\":\"nurse\"}\n{\"name\":\"cook\"}\n").unwrap();
    let mut command = viak(folder.path());
    let ran = command.args(["train", "vectors", "--without"]).arg(&titles).arg("--out").arg(&out).output();
    let ran = ran.unwrap();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(1));
    assert!(said.contains("titles.jsonl:2") && !out.exists(), "{said}");
}

#[test]
fn a_place_where_nothing_can_be_written_is_refused_before_anything_is_read() {
    let folder = tempfile::tempdir().unwrap();
    for (place, why) in [("absent/out", "there is no such folder"), ("", "this is a folder, not a file")] {
        let mut command = viak(folder.path());
        command
            .args(["train", "vectors", "--without", "absent.jsonl", "--out"])
            .arg(folder.path().join(place));
        let said = String::from_utf8(command.output().unwrap().stderr).unwrap();
        assert!(said.contains(why) && !said.contains("absent.jsonl"), "{said}");
    }
}

/// Whoever changes a label trains again.
#[test]
fn the_shipped_vectors_are_what_todays_names_make() {
    let Some(arguments) = shipped() else { return };
    let folder = tempfile::tempdir().unwrap();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (made, said) = train(folder.path(), "vectors", &arguments);
    let shipped = std::fs::read(workspace().join("seed-data/model/vectors.bin")).unwrap();
    assert!(made == shipped, "seed-data/model/vectors.bin is of other names: {said}");
}
