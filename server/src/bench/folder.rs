//! The temporary folder of a run: there must be room for it, and nothing of it may stay.

use crate::seeding;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// Bytes that rivals keep of a person, beside our own rows and index.
const RIVAL_BYTES: u64 = 2_000;
/// Bytes of the index of a row, which a world that is there makes anew beside the old one.
const INDEX_BYTES: u64 = 600;
/// Bytes of the file that is imported, and of the database into which it is.
const IMPORT_BYTES: u64 = 128_000_000;
/// How long removal is tried while threads that are about to end still write.
const REMOVAL_TRIES: usize = 100;
const REMOVAL_PAUSE: Duration = Duration::from_millis(20);

/// Why there is no folder.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The disk is smaller than the world.
    #[error("this world needs about {needed_mb} MB of disk in {folder}, where {free_mb} MB are free")]
    Full {
        /// Megabytes estimated.
        needed_mb: u64,
        /// Megabytes free.
        free_mb: u64,
        /// Where.
        folder: String,
    },
    /// The system refused.
    #[error("no folder can be made in {folder}")]
    Refused {
        /// Where.
        folder: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Bytes of disk that a run takes, rivals included, estimated generously.
pub(crate) fn bytes_needed(people: u32, vacancies: u32) -> u64 {
    seeding::bytes_needed(people, vacancies) + bytes_beside(people)
}

/// Bytes that a run takes beside the world.
fn bytes_beside(people: u32) -> u64 {
    u64::from(people) * RIVAL_BYTES + IMPORT_BYTES
}

/// Is there room for so many bytes around `folder`?
fn has_room(folder: &Path, needed: u64) -> Result<(), FolderError> {
    match seeding::free_bytes(folder).filter(|free| *free < needed) {
        None => Ok(()),
        Some(free) => Err(FolderError::Full {
            needed_mb: needed / 1_000_000,
            free_mb: free / 1_000_000,
            folder: folder.display().to_string(),
        }),
    }
}

/// A folder for what a run makes, which is removed when the value is dropped. The world itself lies in the
/// folder `kept`, where there is one, and may have been `stored` before.
pub(crate) fn make(
    people: u32,
    vacancies: u32,
    kept: Option<&Path>,
    stored: bool,
) -> Result<TempDir, FolderError> {
    let parent = std::env::temp_dir();
    let rows = u64::from(people) + u64::from(vacancies);
    let world = if stored { rows * INDEX_BYTES } else { seeding::bytes_needed(people, vacancies) };
    match kept.filter(|kept| device(kept) != device(&parent)) {
        Some(kept) => {
            has_room(kept, world)?;
            has_room(&parent, bytes_beside(people))?;
        }
        None => has_room(&parent, world + bytes_beside(people))?,
    }
    made_in(&parent)
}

/// A folder for what takes so many bytes, removed when the value is dropped.
pub(crate) fn make_for(bytes: u64) -> Result<TempDir, FolderError> {
    let parent = std::env::temp_dir();
    has_room(&parent, bytes)?;
    made_in(&parent)
}

fn made_in(parent: &Path) -> Result<TempDir, FolderError> {
    let folder = parent.display().to_string();
    let made = tempfile::Builder::new().prefix("viak-bench-").tempdir_in(parent);
    made.map_err(|source| FolderError::Refused { folder, source })
}

/// The number of the disk on which `folder` lies, or will lie.
fn device(folder: &Path) -> Option<u64> {
    folder.ancestors().find_map(|folder| std::fs::metadata(folder).ok()).map(|facts| facts.dev())
}

/// Removes a folder that threads may still be writing to; says whether it is gone.
pub(crate) fn remove(folder: &Path) -> bool {
    let mut quiet = 0;
    for _ in 0..REMOVAL_TRIES {
        if folder.exists() {
            quiet = 0;
            // What fails now, because a file has just been added, is tried again.
            drop(std::fs::remove_dir_all(folder));
        } else {
            quiet += 1;
        }
        if quiet == 3 {
            return true;
        }
        std::thread::sleep(REMOVAL_PAUSE);
    }
    !folder.exists()
}

/// Bytes of the files that begin with `name`, such as a database with its log.
pub(crate) fn bytes_of(file: &Path) -> u64 {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let siblings = file.parent().and_then(|folder| std::fs::read_dir(folder).ok());
    let files = siblings.into_iter().flatten().filter_map(Result::ok);
    let ours = files.filter(|entry| entry.file_name().to_string_lossy().starts_with(&name));
    ours.filter_map(|entry| entry.metadata().ok()).map(|facts| facts.len()).sum()
}

/// Bytes of all files in `folder` and below.
pub(crate) fn bytes_below(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let bytes = entries.map(|entry| match entry.metadata() {
        Ok(facts) if facts.is_dir() => bytes_below(&entry.path()),
        Ok(facts) => facts.len(),
        Err(_) => 0,
    });
    bytes.sum()
}

/// The file of a database in `folder`.
pub(crate) fn database_file(folder: &Path) -> PathBuf {
    folder.join("viak.sqlite")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_larger_than_the_disk_is_refused() {
        let error = make(u32::MAX, u32::MAX, None, false).unwrap_err();
        assert!(matches!(error, FolderError::Full { .. }), "{error}");
    }

    #[test]
    fn a_folder_goes_with_its_value() {
        let folder = make(1, 1, None, false).unwrap();
        let path = folder.path().to_owned();
        std::fs::write(path.join("file"), "x").unwrap();
        std::fs::create_dir(path.join("below")).unwrap();
        std::fs::write(path.join("below/file"), "xy").unwrap();
        assert_eq!((bytes_of(&path.join("fi")), bytes_below(&path)), (1, 3));
        drop(folder);
        assert!(!path.exists());
    }

    #[test]
    fn a_folder_that_is_still_written_to_is_removed() {
        let path = make(1, 1, None, false).unwrap().keep();
        let written = path.clone();
        let writer = std::thread::spawn(move || {
            for number in 0..20 {
                drop(std::fs::create_dir_all(&written));
                drop(std::fs::write(written.join(number.to_string()), "x"));
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        assert!(remove(&path));
        writer.join().unwrap();
        assert!(!path.exists());
    }
}
