//! An index that can be deleted at any time.

mod document;
mod error;

use std::path::Path;

pub use document::{Change, Document, DocumentConcept, Kind, Position, Role};
pub use error::IndexError;

use crate::{Lexicon, Request, Results};

/// A full-text index in a folder.
#[derive(Debug)]
pub struct Index {}

impl Index {
    /// Opens the index of a kind for writing.
    pub fn open(dir: &Path, kind: Kind) -> Result<Self, IndexError> {
        Err(IndexError::Missing { path: dir.join(kind.folder()) })
    }
    /// Opens the index of a kind for reading.
    pub fn open_reader(dir: &Path, kind: Kind) -> Result<Self, IndexError> {
        Err(IndexError::Missing { path: dir.join(kind.folder()) })
    }
    /// Applies changes; they are visible on return.
    pub fn apply(
        &self,
        _lexicon: &Lexicon,
        _changes: Vec<Change>,
        _watermark: u64,
    ) -> Result<(), IndexError> {
        Err(IndexError::ReadOnly)
    }
    /// Writes all documents into a fresh index and swaps.
    pub fn rebuild(
        &self,
        _lexicon: &Lexicon,
        _documents: impl Iterator<Item = Document>,
        _watermark: u64,
    ) -> Result<u64, IndexError> {
        Err(IndexError::ReadOnly)
    }
    /// The watermark of the last commit.
    pub fn watermark(&self) -> u64 {
        0
    }
    /// Documents in the index.
    pub fn len(&self) -> u64 {
        0
    }
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Whether opening made a fresh index.
    pub fn was_reset(&self) -> bool {
        false
    }
    /// Bytes on disk.
    pub fn bytes(&self) -> u64 {
        0
    }
    /// Answers a request.
    pub fn search(&self, _lexicon: &Lexicon, _request: &Request) -> Result<Results, IndexError> {
        Err(IndexError::ReadOnly)
    }
    /// Counts the documents that meet a request.
    pub fn count(&self, _lexicon: &Lexicon, _request: &Request) -> Result<u64, IndexError> {
        Err(IndexError::ReadOnly)
    }
}
