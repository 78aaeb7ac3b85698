//! A fresh SQLite file is made in a folder of its own beside its place, and renamed once it is whole.

use crate::db::connect::SQLITE_FILE;
use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// The folder within the data folder in which a database is restored.
const WORKSHOP: &str = "restoring";

/// Why there is no place for the file.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// Something is in the data folder.
    #[error(
        "a backup is restored into an empty data folder, and {folder} holds {found}: \
         give another folder with --data, or move what is there away"
    )]
    Occupied {
        /// The data folder.
        folder: String,
        /// One of the things in it.
        found: String,
    },
    /// Another process is at it.
    #[error("another restore into {0} is under way")]
    Busy(String),
    /// The system refused.
    #[error("the database cannot be put into {folder}")]
    Folder {
        /// The folder.
        folder: String,
        /// What the system said.
        source: io::Error,
    },
}

/// The folder in which the file is made; removed with the value.
pub(super) struct Workshop {
    data: PathBuf,
    made: bool,
    folder: PathBuf,
    lock: File,
}

impl Workshop {
    /// Makes room in the data folder, which has to be empty but for `keys` and what a restore that was killed left.
    pub(super) fn in_data(data: &Path, keys: &Path) -> Result<Self, PlaceError> {
        let refused = |source| PlaceError::Folder { folder: data.display().to_string(), source };
        if let Some(found) = occupied_by(data, keys).map_err(refused)? {
            return Err(PlaceError::Occupied { folder: data.display().to_string(), found });
        }
        let made = !data.exists();
        let folder = data.join(WORKSHOP);
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&folder).map_err(refused)?;
        let lock = File::create(folder.join("lock")).map_err(refused)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(PlaceError::Busy(data.display().to_string())),
            Err(TryLockError::Error(source)) => return Err(refused(source)),
        }
        let inside = folder.join("data");
        match fs::remove_dir_all(&inside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(refused(error)),
            _ => {}
        }
        Ok(Self { data: data.to_owned(), made, folder, lock })
    }

    /// The folder for the fresh database.
    pub(super) fn folder(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Puts the finished file in its place, once the disk has it.
    pub(super) fn place(&mut self) -> Result<(), PlaceError> {
        let fresh = self.folder().join(SQLITE_FILE);
        let place = self.data.join(SQLITE_FILE);
        let log = self.folder().join(format!("{SQLITE_FILE}-wal"));
        let placed = File::open(&fresh).and_then(|file| file.sync_all()).and_then(|()| {
            if fs::metadata(log).is_ok_and(|log| log.len() > 0) {
                return Err(io::Error::other("its log could not be written back into it"));
            }
            // Nothing came meanwhile: a link does not replace what is there.
            fs::hard_link(&fresh, &place)?;
            File::open(&self.data)?.sync_all()
        });
        placed.map_err(|source| PlaceError::Folder { folder: self.data.display().to_string(), source })?;
        self.made = false;
        Ok(())
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        let removed = fs::remove_dir_all(&self.folder)
            .and_then(|()| if self.made { fs::remove_dir(&self.data) } else { Ok(()) });
        if let Err(error) = removed.and_then(|()| self.lock.unlock()) {
            tracing::warn!(%error, folder = %self.folder.display(), "what a restore made on the way is still there");
        }
    }
}

/// What stands in a data folder that would be another installation's.
fn occupied_by(data: &Path, keys: &Path) -> io::Result<Option<String>> {
    let entries = match fs::read_dir(data) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let harmless = name == WORKSHOP || name == "lost+found" || entry.path() == keys;
        if !harmless {
            return Ok(Some(name.to_string_lossy().into_owned()));
        }
    }
    Ok(None)
}
