//! What can go wrong with an index.

use std::path::PathBuf;

/// A failure of the index; the index can be deleted and rebuilt at any time.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// A folder or file could not be read or written.
    #[error("the index folder {path} cannot be used")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Another process writes to this index.
    #[error("another process writes to the index {path}")]
    Locked {
        /// Which.
        path: PathBuf,
    },
    /// There is no index yet; a writer makes one.
    #[error("there is no usable index in {path}")]
    Missing {
        /// Which.
        path: PathBuf,
    },
    /// This index was opened for reading.
    #[error("the index was opened for reading only")]
    ReadOnly,
    /// The engine failed.
    #[error("the index engine failed")]
    Engine(#[from] tantivy::TantivyError),
    /// A key is greater than the index has room for.
    #[error("the index has no room for the {what} {key}")]
    NoRoom {
        /// Of what.
        what: &'static str,
        /// The key.
        key: u64,
    },
    /// The documents of a rebuild broke off; the index is as it was.
    #[error("the documents of a rebuild broke off")]
    BrokenOff,
    /// An earlier failure left the writer unusable.
    #[error("the index writer stopped after an earlier failure")]
    Stopped,
}
