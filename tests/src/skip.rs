//! What is said when a test cannot run here: it is skipped and counted as skipped, never as passed.

use std::io::Write;
use std::path::{Path, PathBuf};

/// Names the file in which `tests/run` counts skipped tests.
const COUNTED_IN: &str = "VIAK_SKIPPED_TESTS";

/// Says that the running test is skipped because `what` is not here.
pub fn skip(what: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    eprintln!("SKIPPED: {test}: {what}");
    let Some(file) = std::env::var_os(COUNTED_IN) else { return };
    let counted = std::fs::OpenOptions::new().append(true).create(true).open(file);
    counted
        .and_then(|mut file| file.write_all(format!("{test}: {what}\n").as_bytes()))
        .expect("the skipped test can be counted");
}

/// A file of the shared test data, or a note that the test is skipped. `VIAK_SHARED` says where the
/// data lies; otherwise it is `../shared/data` beside the workspace.
#[must_use]
pub fn shared_file(name: &str) -> Option<PathBuf> {
    let folder =
        std::env::var_os("VIAK_SHARED").map_or_else(|| workspace().join("../shared/data"), PathBuf::from);
    let file = folder.join(name);
    if file.is_file() {
        return Some(file);
    }
    skip(&format!("the shared data has no {name}"));
    None
}

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the workspace")
}
