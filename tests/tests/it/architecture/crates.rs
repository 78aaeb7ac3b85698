//! Which crate may use which, ours and outside ones, as `docs/ARCHITECTURE.md` draws it.

use super::source::sources;
use std::collections::BTreeSet;
use tests::workspace;

/// A crate of ours, and what its production code may be built on.
struct Room {
    folder: &'static str,
    ours: &'static [&'static str],
    outside: &'static [&'static str],
}

const ROOMS: &[Room] = &[
    Room {
        folder: "search",
        ours: &[],
        outside: &[
            "tantivy",
            "icu_segmenter",
            "icu_normalizer",
            "libm",
            "rust-stemmers",
            "fst",
            "serde",
            "thiserror",
        ],
    },
    Room {
        folder: "matching",
        ours: &[],
        outside: &["serde", "thiserror", "bytemuck", "chrono", "rust_decimal"],
    },
    Room { folder: "views", ours: &[], outside: &["maud", "fluent-templates"] },
    Room {
        folder: "print",
        ours: &[],
        // `comemo` is the memory of `typst`, which is emptied after each CV.
        outside: &["typst", "typst-layout", "typst-pdf", "comemo", "chrono", "thiserror"],
    },
    Room { folder: "seed-data", ours: &[], outside: &["serde", "rand_chacha", "csv", "thiserror", "toml"] },
    Room { folder: "server", ours: &["search", "matching", "views", "print", "seed-data"], outside: ANY },
    Room {
        folder: "tests",
        ours: &["server", "seed-data", "search", "matching", "views", "print"],
        outside: ANY,
    },
];

/// The application chooses its own parts; what the leaves must never see is decided above.
const ANY: &[&str] = &["*"];

/// Names that a leaf's code must not even mention, whatever its manifest says.
const NEVER_IN: &[(&str, &[&str])] = &[
    ("search", &["sea_orm", "axum", "maud", "tokio"]),
    ("matching", &["tokio", "axum", "sea_orm", "tantivy", "maud"]),
    ("views", &["sea_orm", "axum", "tokio"]),
    ("print", &["sea_orm", "axum", "tokio", "tantivy", "maud"]),
    ("seed-data", &["sea_orm", "axum", "tokio", "tantivy", "maud", "chrono"]),
    ("server", &["tests", "tantivy"]),
];

/// The names under a heading of a manifest, such as `[dependencies]`.
fn listed(folder: &str, heading: &str) -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(workspace().join(folder).join("Cargo.toml")).unwrap();
    let lines = manifest.lines().skip_while(|line| *line != heading).skip(1);
    let names =
        lines.take_while(|line| !line.starts_with('[')).filter_map(|line| line.split(['.', '=']).next());
    names
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .collect()
}

#[test]
fn each_crate_is_built_on_what_its_room_allows() {
    let rooms: BTreeSet<&str> = ROOMS.iter().map(|room| room.folder).collect();
    for room in ROOMS {
        for used in listed(room.folder, "[dependencies]") {
            let ours = rooms.contains(used.as_str());
            let allowed = if ours { room.ours } else { room.outside };
            let fine = allowed.contains(&used.as_str()) || (!ours && allowed == ANY);
            assert!(fine, "{} may not be built on {used}", room.folder);
        }
        for used in listed(room.folder, "[dev-dependencies]") {
            assert!(!rooms.contains(used.as_str()), "the tests of {} may not see {used}", room.folder);
        }
    }
}

#[test]
fn no_crate_mentions_what_it_must_never_see() {
    for (folder, never) in NEVER_IN {
        for source in sources(folder) {
            for path in source.paths().iter().filter(|path| path.len() > 1) {
                assert!(!never.contains(&path[0].as_str()), "{} names {}", source.path, path.join("::"));
            }
        }
    }
}

#[test]
fn matching_and_print_never_ask_what_time_it_is() {
    for source in sources("matching").into_iter().chain(sources("print")) {
        for clock in ["Utc::now", "Local::now", "SystemTime", "Instant"] {
            assert!(!source.code.contains(clock), "{} asks the clock: {clock}", source.path);
        }
    }
}

#[test]
fn the_workspace_has_exactly_seven_crates() {
    let mut folders: Vec<String> = std::fs::read_dir(workspace())
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.path().join("Cargo.toml").is_file())
        .map(|entry| entry.file_name().to_str().unwrap().to_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, ["matching", "print", "search", "seed-data", "server", "tests", "views"]);
}
