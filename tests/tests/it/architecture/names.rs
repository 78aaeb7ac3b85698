//! Do files and functions exist that the documents name? Reads what stands between back-ticks.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use tests::workspace;

/// Documents that promise that what they name exists.
const DOCUMENTS: [&str; 3] = ["docs/ARCHITECTURE.md", "docs/SECURITY-REVIEW.md", "SECURITY.md"];
/// Where code, tables and their tests stand.
const FOLDERS: [&str; 7] = ["matching", "print", "search", "seed-data", "server", "tests", "views"];
/// Endings of files that are looked for and into.
const ENDINGS: [&str; 6] = [".rs", ".js", ".mjs", ".csv", ".toml", ".ftl"];

/// Names of others: options of compilers, hosts and the like.
const OF_OTHERS: [&str; 1] = ["cast_possible_truncation"];

/// Paths of all files of the project, from its root, and all words of its code.
fn project() -> (Vec<String>, HashSet<String>) {
    let (mut files, mut words) = (Vec::new(), HashSet::new());
    for folder in FOLDERS {
        collect(&workspace().join(folder), &mut |path| {
            let name = path.strip_prefix(workspace()).unwrap_or(path).to_string_lossy().into_owned();
            if ENDINGS.iter().any(|ending| name.ends_with(ending)) {
                let text = std::fs::read_to_string(path).unwrap_or_default();
                let word = |letter: char| !letter.is_alphanumeric() && letter != '_';
                words.extend(text.split(word).filter(|word| word.contains('_')).map(str::to_owned));
                files.push(name);
            }
        });
    }
    (files, words)
}

fn collect(folder: &Path, found: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() && name != "target" && name != "node_modules" {
            collect(&path, found);
        } else if path.is_file() {
            found(&path);
        }
    }
}

/// What stands between back-ticks in a text.
fn named(text: &str) -> BTreeSet<&str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// Whether a name is of a file that is looked for.
fn is_file(name: &str) -> bool {
    let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-/".contains(letter));
    plain && ENDINGS.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending))
}

/// The last part of a path in code, where it is a name of two words or more.
fn identifier(name: &str) -> Option<&str> {
    let name = name.trim_end_matches("()");
    let path = name
        .chars()
        .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "_:".contains(letter));
    name.rsplit("::").next().filter(|last| path && last.trim_matches('_').contains('_'))
}

fn missing(text: &str, files: &[String], words: &HashSet<String>) -> Vec<String> {
    let there = |name: &str| {
        let within = files.iter().any(|file| file == name || file.ends_with(&format!("/{name}")));
        within || workspace().join(name).is_file()
    };
    let gone = |name: &&str| match identifier(name) {
        _ if is_file(name) => !there(name),
        Some(identifier) => !words.contains(identifier) && !OF_OTHERS.contains(&identifier),
        None => false,
    };
    named(text).into_iter().filter(gone).map(str::to_owned).collect()
}

#[test]
fn files_and_functions_that_documents_name_exist() {
    let (files, words) = project();
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(workspace().join(document)).expect("the document is there");
        let missing = missing(&text, &files, &words);
        assert!(missing.is_empty(), "{document} names what is not there: {missing:#?}");
    }
}

#[test]
fn a_name_that_is_not_there_is_found() {
    let (files, words) = project();
    let text = "By `http/who_sees.rs` and `nobody/wrote.rs`, `audit::seal_waiting`, `GET /me`, `knows_no_device_of_old`.";
    let words: HashSet<String> = words.into_iter().filter(|word| word != "knows_no_device_of_old").collect();
    assert_eq!(missing(text, &files, &words), ["knows_no_device_of_old", "nobody/wrote.rs"]);
}
