//! Python with what judges our work, where `tests/run --install` has put it.

use crate::skip::{skip, workspace};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A Python that knows `pytrec_eval`, the reference implementation of measures, or a note that the test is skipped.
#[must_use]
pub fn python_with_trec_eval() -> Option<PathBuf> {
    python_with("pytrec_eval", "pytrec-eval-terrier")
}

/// A Python that knows `aiosmtpd`, a mail server, or a note that the test is skipped.
#[must_use]
pub fn python_with_mail_server() -> Option<PathBuf> {
    python_with("aiosmtpd", "aiosmtpd")
}

/// `VIAK_PYTHON` names a Python; otherwise it is the environment in `target/python`.
fn python_with(module: &str, package: &str) -> Option<PathBuf> {
    let own = workspace().join("target/python/bin/python3");
    let python = std::env::var_os("VIAK_PYTHON").map_or(own, PathBuf::from);
    let mut asked = Command::new(&python);
    asked.arg("-c").arg(format!("import {module}")).stdout(Stdio::null()).stderr(Stdio::null());
    if asked.status().is_ok_and(|status| status.success()) {
        return Some(python);
    }
    skip(&format!("Python with {package} is not here (./tests/run --install installs it)"));
    None
}
