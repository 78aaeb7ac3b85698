//! May others on this machine look into what holds people's records and keys? Then a server does not start.

use super::failure::Failure;
use crate::config::Settings;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What the group and everybody else may: nothing.
const OTHERS: u32 = 0o077;

/// Refuses a data folder or a key file that others may read or write, and says what closes it. What is not there yet is
/// made so that only its owner may.
pub(super) fn check(settings: &Settings) -> Result<(), Failure> {
    closed(&settings.data, "data folder", "700")?;
    closed(&settings.keys, "key file", "600")
}

fn closed(path: &Path, what: &str, mode: &str) -> Result<(), Failure> {
    let Ok(held) = std::fs::metadata(path) else { return Ok(()) };
    let rights = held.permissions().mode() & 0o777;
    if rights & OTHERS == 0 {
        return Ok(());
    }
    let place = path.display();
    let said = format!(
        "others on this machine may look into the {what} {place} (mode {rights:03o}); close it: chmod {mode} '{place}'"
    );
    Err(Failure::Failed(said.into()))
}
