//! Generations of an index: each a folder, one of them named by the file `CURRENT`.

use std::fs;
use std::path::{Path, PathBuf};

use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, ReloadPolicy};

use super::IndexError;
use super::analysis::register;
use super::schema::{fingerprint, schema};

const CURRENT: &str = "CURRENT";
const FINGERPRINT: &str = "FINGERPRINT";

/// An opened generation.
pub(crate) struct Generation {
    pub(crate) name: String,
    pub(crate) index: Index,
    pub(crate) reader: IndexReader,
}

impl std::fmt::Debug for Generation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Generation").field("name", &self.name).finish_non_exhaustive()
    }
}

/// An [`IndexError::Folder`] for a path.
pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> IndexError {
    let path = path.to_owned();
    move |source| IndexError::Folder { path, source }
}

/// The name of the current generation, if there is one.
pub(crate) fn current(home: &Path) -> Option<String> {
    let name = fs::read_to_string(home.join(CURRENT)).ok()?;
    let name = name.trim();
    let sound = name.starts_with("g-") && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    sound.then(|| name.to_owned())
}

/// A name that no generation has had.
pub(crate) fn next_name(home: &Path) -> String {
    let numbers = names(home).into_iter().filter_map(|name| name.strip_prefix("g-")?.parse::<u64>().ok());
    format!("g-{:06}", numbers.max().unwrap_or(0) + 1)
}

fn names(home: &Path) -> Vec<String> {
    let entries = fs::read_dir(home).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(|n| n.starts_with("g-")).collect()
}

/// Makes an empty generation; `CURRENT` does not name it yet.
pub(crate) fn create(home: &Path, name: &str) -> Result<Generation, IndexError> {
    let folder = home.join(name);
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    let index = Index::create_in_dir(&folder, schema().0)?;
    let path = folder.join(FINGERPRINT);
    fs::write(&path, fingerprint()).map_err(at(&path))?;
    with_reader(name.to_owned(), index)
}

/// Opens a generation that was written with this analysis; nothing if it is missing, damaged or outdated.
pub(crate) fn open(home: &Path, name: &str, verify: bool) -> Option<Generation> {
    let folder = home.join(name);
    if fs::read_to_string(folder.join(FINGERPRINT)).ok()? != fingerprint() {
        return None;
    }
    let index = Index::open(MmapDirectory::open(&folder).ok()?).ok()?;
    if verify && !index.validate_checksum().is_ok_and(|damaged| damaged.is_empty()) {
        return None;
    }
    with_reader(name.to_owned(), index).ok()
}

fn with_reader(name: String, index: Index) -> Result<Generation, IndexError> {
    register(index.tokenizers());
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(Generation { name, index, reader })
}

/// Makes a generation the current one, at once and for good.
pub(crate) fn announce(home: &Path, name: &str) -> Result<(), IndexError> {
    let (path, new) = (home.join(CURRENT), home.join("CURRENT.new"));
    let write = || {
        fs::write(&new, name)?;
        fs::File::open(&new)?.sync_all()?;
        fs::rename(&new, &path)?;
        fs::File::open(home)?.sync_all()
    };
    write().map_err(at(&path))
}

/// Removes all generations but these. What is still mapped by a reader lives on until it lets go.
pub(crate) fn sweep(home: &Path, keep: &[&str]) {
    for name in names(home) {
        if !keep.contains(&name.as_str()) {
            // A folder that cannot be removed now is removed by a later sweep.
            let _ = fs::remove_dir_all(home.join(name));
        }
    }
}

/// Bytes of all files of a generation.
pub(crate) fn bytes(home: &Path, name: &str) -> u64 {
    let folder: PathBuf = home.join(name);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.metadata().ok()).map(|meta| meta.len()).sum()
}
