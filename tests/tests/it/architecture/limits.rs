//! How long is a file, and which exceptions does the code take from its lints?

use super::source::sources;

const CRATES: [&str; 7] = ["matching", "print", "search", "seed-data", "server", "tests", "views"];
/// Lines of a file, without its tests.
const LONGEST: usize = 300;
/// Modules that may carry unsafe code, by crate: run-time dispatch in `matching`, the map of the column
/// snapshot in `server`.
const UNSAFE_MODULES: [(&str, usize); 7] = [
    ("matching", 1),
    ("print", 0),
    ("search", 0),
    ("seed-data", 0),
    ("server", 1),
    ("tests", 0),
    ("views", 0),
];

#[test]
fn no_file_is_longer_than_three_hundred_lines() {
    let all = CRATES.iter().flat_map(|folder| sources(folder));
    let long: Vec<String> = all
        .filter(|source| source.lines > LONGEST)
        .map(|source| format!("{} ({} lines)", source.path, source.lines))
        .collect();
    assert!(long.is_empty(), "split by verb: {}", long.join(", "));
}

#[test]
fn a_lint_is_never_silenced_without_a_reason() {
    for source in CRATES.iter().flat_map(|folder| sources(folder)) {
        let silenced = source.code.contains("#[allow(") || source.code.contains("#![allow(");
        assert!(!silenced, "{} uses allow: use expect with a reason", source.path);
        for expectation in source.code.split("[expect(").skip(1) {
            let attribute = expectation.split(")]").next().unwrap_or_default();
            assert!(attribute.contains("reason"), "{} expects a lint without a reason", source.path);
        }
    }
}

#[test]
fn unsafe_code_stays_in_two_modules_at_most() {
    for (folder, most) in UNSAFE_MODULES {
        let mut modules = sources(folder);
        modules.retain(|source| source.code.contains("[expect(unsafe_code"));
        let paths: Vec<&str> = modules.iter().map(|source| source.path.as_str()).collect();
        assert!(paths.len() <= most, "unsafe code in {paths:?}");
    }
    let dispatch = sources("matching").into_iter().find(|source| source.code.contains("[expect(unsafe_code"));
    assert_eq!(dispatch.map(|source| source.path).as_deref(), Some("matching/src/columns/dispatch.rs"));
}
