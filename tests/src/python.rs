//! The reference implementation of measures, where `tests/run --install` has put it.

use crate::skip::{skip, workspace};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A Python that knows `pytrec_eval`, or a note that the test is skipped. `VIAK_PYTHON` names one; otherwise
/// it is the environment in `target/python`.
#[must_use]
pub fn python_with_trec_eval() -> Option<PathBuf> {
    let own = workspace().join("target/python/bin/python3");
    let python = std::env::var_os("VIAK_PYTHON").map_or(own, PathBuf::from);
    let mut asked = Command::new(&python);
    asked.args(["-c", "import pytrec_eval"]).stdout(Stdio::null()).stderr(Stdio::null());
    if asked.status().is_ok_and(|status| status.success()) {
        return Some(python);
    }
    skip("Python with pytrec-eval-terrier is not here (./tests/run --install installs it)");
    None
}
