//! Another sealing key: it is put beside the older ones, and those go once nothing is sealed by them any more.

use super::{File, Keys, KeysError, Sealing, random, read};
use crate::digest::hexadecimal;
use std::io::Write;
use std::path::Path;

impl Keys {
    /// Whether older sealing keys are still there.
    pub fn are_being_changed(&self) -> bool {
        self.sealing.len() > 1
    }

    /// By what the key of today is named.
    pub fn todays(&self) -> &str {
        self.sealing.last().map_or("", |(id, _)| id)
    }

    /// Whether a sealed text, or a lookup, was made with the key of today.
    pub fn is_todays(&self, made: &str) -> bool {
        made.split_once('.').is_some_and(|(id, _)| id == self.todays())
    }

    /// Puts a new sealing key into a key file, beside those that are there; older keys still open what they sealed.
    pub fn begin_change(path: &Path) -> Result<Self, KeysError> {
        let mut keys = held(path)?;
        let last = keys.sealing.iter().filter_map(|(id, _)| id.parse::<u64>().ok()).max();
        keys.sealing.push(((last.unwrap_or(0) + 1).to_string(), random()?));
        replace(path, &keys)?;
        Ok(keys)
    }

    /// Removes all sealing keys but the one of today from a key file.
    pub fn end_change(path: &Path) -> Result<Self, KeysError> {
        let mut keys = held(path)?;
        keys.sealing.drain(..keys.sealing.len().saturating_sub(1));
        replace(path, &keys)?;
        Ok(keys)
    }
}

fn held(path: &Path) -> Result<Keys, KeysError> {
    read(path)?.ok_or_else(|| KeysError::Missing(path.display().to_string()))
}

/// The text of a key file.
pub(super) fn text(keys: &Keys) -> String {
    let sealing = keys.sealing.iter().map(|(id, key)| Sealing { id: id.clone(), key: hexadecimal(key) });
    let file = File { digests: hexadecimal(&keys.digests), sealing: sealing.collect() };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Writes a key file anew: whoever looks sees the old one or the new one, also after a power cut.
fn replace(path: &Path, keys: &Keys) -> Result<(), KeysError> {
    let failed = |source| KeysError::File { file: path.display().to_string(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    draft.write_all(text(keys).as_bytes()).and_then(|()| draft.as_file().sync_all()).map_err(failed)?;
    draft.persist(path).map_err(|error| failed(error.error))?;
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::super::{DoesNotOpen, FILE};
    use super::*;

    #[test]
    fn a_new_key_seals_the_old_one_opens_and_goes_at_the_end() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        let old = Keys::open(&file, None).unwrap();
        let (sealed, looked_up) = (old.seal("row", "text").unwrap(), old.lookup("kind", "1"));
        let both = Keys::begin_change(&file).unwrap();
        assert!(both.are_being_changed() && both.fingerprint() == old.fingerprint());
        assert_eq!(both.unseal("row", &sealed).unwrap(), "text");
        let lookups = both.lookups("kind", "1");
        assert!(lookups.len() == 2 && lookups.contains(&looked_up) && both.lookup("kind", "1") != looked_up);
        let resealed = both.seal("row", "text").unwrap();
        assert!(both.is_todays(&resealed) && !both.is_todays(&sealed));
        let new = Keys::end_change(&file).unwrap();
        assert_eq!(new.unseal("row", &resealed).unwrap(), "text");
        assert_eq!(new.unseal("row", &sealed), Err(DoesNotOpen));
        assert_eq!(new.lookup("kind", "1"), both.lookup("kind", "1"));
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(matches!(Keys::begin_change(&folder.path().join("none")), Err(KeysError::Missing(_))));
    }
}
