//! A missing, corrupt or outdated index is made again from the tables, by itself.

use std::path::{Path, PathBuf};
use tests::files::{csv, row};
use tests::{Said, jobs_found, viak};

const ROWS: usize = 30;

/// A data folder with thirty vacancies and their index.
fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let file = csv(folder.path(), "adverts.csv", &(0..ROWS).map(row).collect::<Vec<_>>());
    let said = Said::by(viak(folder.path()).args(["import", "vacancies", "--keep-open"]).arg(file)).done();
    assert_eq!(said.number("accepted"), ROWS as u64);
    folder
}

/// All files of the index, deepest last.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut found): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    found.extend(folders.iter().flat_map(|folder| files(folder)));
    found.sort();
    found
}

/// The index answers as before, and equals the tables.
fn is_whole(data: &Path) {
    assert_eq!(jobs_found(data, ""), ROWS as u64);
    assert_eq!(jobs_found(data, "welder"), 10);
    Said::by(viak(data).arg("check")).done();
}

#[test]
fn a_deleted_index_comes_back() {
    let folder = filled();
    std::fs::remove_dir_all(folder.path().join("index")).unwrap();
    let said = Said::by(viak(folder.path()).arg("check")).done();
    assert!(
        said.out.contains("vacancies: the index was missing or damaged and is made again"),
        "{}",
        said.out
    );
    let again = Said::by(viak(folder.path()).arg("check")).done();
    assert!(!again.out.contains("made again"), "{}", again.out);
    std::fs::remove_dir_all(folder.path().join("index")).unwrap();
    is_whole(folder.path());
}

#[test]
fn an_index_that_lost_any_of_its_files_comes_back() {
    let folder = filled();
    let vacancies = |file: &PathBuf| file.to_str().unwrap().contains("vacancies");
    let kinds =
        ["CURRENT", "FINGERPRINT", "meta.json", ".managed.json", ".store", ".idx", ".term", ".pos", ".fast"];
    for kind in kinds {
        let all = files(&folder.path().join("index"));
        let Some(lost) =
            all.iter().filter(|file| vacancies(file)).find(|file| file.to_str().unwrap().ends_with(kind))
        else {
            panic!("the index has no {kind}: {all:?}");
        };
        std::fs::remove_file(lost).unwrap();
        assert_eq!(jobs_found(folder.path(), "welder"), 10, "without {}", lost.display());
    }
    is_whole(folder.path());
}

#[test]
fn an_index_with_damaged_files_comes_back() {
    let folder = filled();
    for (name, damage) in [
        ("shortened", (|bytes: &mut Vec<u8>| bytes.truncate(bytes.len() / 2)) as fn(&mut Vec<u8>)),
        ("emptied", |bytes| bytes.clear()),
        ("turned over", |bytes| bytes.iter_mut().for_each(|byte| *byte = !*byte)),
        ("one bit", |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }),
    ] {
        let mut damaged = 0;
        for file in files(&folder.path().join("index")) {
            let mut bytes = std::fs::read(&file).unwrap();
            if !bytes.is_empty() && !file.ends_with("LOCK") {
                damage(&mut bytes);
                std::fs::write(&file, bytes).unwrap();
                damaged += 1;
            }
        }
        assert!(damaged >= 6, "{damaged} files are {name}");
        is_whole(folder.path());
    }
}

#[test]
fn an_index_of_another_database_or_of_an_older_analysis_is_not_taken_for_ones_own() {
    let (folder, other) = (filled(), tempfile::tempdir().unwrap());
    assert_eq!(jobs_found(other.path(), ""), 0);
    std::fs::remove_dir_all(folder.path().join("index")).unwrap();
    std::fs::rename(other.path().join("index"), folder.path().join("index")).unwrap();
    is_whole(folder.path());
    for file in files(&folder.path().join("index")).iter().filter(|file| file.ends_with("FINGERPRINT")) {
        std::fs::write(file, "an older analysis").unwrap();
    }
    is_whole(folder.path());
}

#[test]
fn reindexing_makes_the_same_index() {
    let folder = filled();
    let said = Said::by(viak(folder.path()).arg("reindex")).done();
    assert!(said.out.contains(&format!("{ROWS} vacancies")), "{}", said.out);
    is_whole(folder.path());
}
