//! What becomes of the key file, which lies beside the database and opens what is sealed in it?

use crate::bounded;
use crate::keys::{Keys, KeysError};
use serde::{Deserialize, Serialize};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Largest key file.
const LARGEST: u64 = 1 << 20;

/// Whether a backup holds the key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    /// It does.
    Included,
    /// It does not, as was asked.
    LeftOut,
    /// It does not: there was none where it should have been.
    Missing,
    /// The database was not made with any keys yet.
    None,
}

/// The key file as it goes into a backup. `known` is the fingerprint that the database remembers; keys that are others
/// are refused, for they would open nothing.
pub(super) fn read(
    file: &Path,
    known: Option<&str>,
    wanted: bool,
) -> Result<(KeyState, Option<String>), KeysError> {
    let Some(known) = known else { return Ok((KeyState::None, None)) };
    if !wanted {
        return Ok((KeyState::LeftOut, None));
    }
    let Some(text) = text_of(file)? else { return Ok((KeyState::Missing, None)) };
    Keys::open(file, Some(known))?;
    Ok((KeyState::Included, Some(text)))
}

/// The text of a key file, if there is one.
fn text_of(file: &Path) -> Result<Option<String>, KeysError> {
    match bounded::read_text(file, LARGEST) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(KeysError::File { file: file.display().to_string(), source }),
    }
}

/// Are the right keys at `file` already? Others than those of `known` are refused.
pub(super) fn are_there(file: &Path, known: Option<&str>) -> Result<bool, KeysError> {
    let there = file.try_exists();
    if !there.map_err(|source| KeysError::File { file: file.display().to_string(), source })? {
        return Ok(false);
    }
    match known {
        Some(known) => Keys::open(file, Some(known)).map(|_| true),
        None => Ok(true),
    }
}

/// A key file that was put in place, and is taken away again with the value unless it is to stay.
pub(super) struct Placed<'a>(Option<&'a Path>);

impl<'a> Placed<'a> {
    /// Nothing was put anywhere.
    pub(super) fn nothing() -> Self {
        Self(None)
    }

    /// Puts the text of a key file in place, for its owner's eyes alone.
    pub(super) fn put(file: &'a Path, text: &str) -> Result<Self, KeysError> {
        let failed = |source| KeysError::File { file: file.display().to_string(), source };
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        crate::private::make_folder(folder).map_err(failed)?;
        let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        draft.write_all(text.as_bytes()).and_then(|()| draft.as_file().sync_all()).map_err(failed)?;
        draft.persist_noclobber(file).map_err(|refused| failed(refused.error))?;
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        Ok(Self(Some(file)))
    }

    /// It stays.
    pub(super) fn stay(mut self) {
        self.0 = None;
    }
}

impl Drop for Placed<'_> {
    fn drop(&mut self) {
        if let Some(file) = self.0
            && let Err(error) = std::fs::remove_file(file)
        {
            tracing::warn!(%error, "the key file of a restore that failed could not be taken away again");
        }
    }
}
