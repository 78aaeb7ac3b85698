//! The full-text index: a view of the database that can be deleted at any time.

mod alive;
mod analysis;
mod apply;
mod columns;
mod contents;
mod crew;
mod document;
mod entry;
mod error;
mod everything;
mod fact;
mod generation;
mod merging;
mod open;
mod packed;
mod payload;
mod rebuild;
mod schema;

use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Instant;

use tantivy::{IndexWriter, Searcher};

pub(crate) use alive::AliveCounts;
pub(crate) use columns::{place, position, stated, value};
pub use document::{Change, Document, DocumentConcept, Kind, Position, Role};
use entry::Entry;
pub use error::IndexError;
pub(crate) use everything::Everything;
pub(crate) use fact::{Fact, Facts};
use generation::Generation;
pub(crate) use packed::{DETAILS, Packed};
use payload::Payload;
pub use rebuild::BrokenOff;
pub(crate) use schema::Fields;

/// A full-text index in a folder. One process writes, any number read.
#[derive(Debug)]
pub struct Index {
    home: PathBuf,
    fields: Fields,
    state: RwLock<State>,
    writing: Option<Writing>,
    reset: bool,
    followed: Mutex<Instant>,
    counts: AliveCounts,
    everything: Everything,
}

/// What searches use.
#[derive(Debug, Clone)]
struct State {
    generation: Arc<Generation>,
    payload: Payload,
}

/// What the one writing process has.
struct Writing {
    writer: Mutex<Option<IndexWriter<Entry>>>,
    /// Held as long as the index is open for writing.
    _lock: File,
}

impl std::fmt::Debug for Writing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writing").finish_non_exhaustive()
    }
}

impl Index {
    /// The watermark of the last commit; 0 for a fresh index.
    pub fn watermark(&self) -> u64 {
        self.follow();
        self.state().payload.watermark
    }

    /// The fingerprint of the lexicon that the last commit was made with; 0 for a fresh index. Where it
    /// differs from the present one, ancestors may be out of date and a rebuild is due.
    pub fn lexicon_fingerprint(&self) -> u64 {
        self.follow();
        self.state().payload.lexicon
    }

    /// How many documents the index holds.
    pub fn len(&self) -> u64 {
        self.searcher().num_docs()
    }

    /// Whether the index holds no documents.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether opening made a fresh, empty index because there was none that could be used.
    pub fn was_reset(&self) -> bool {
        self.reset
    }

    /// Bytes on disk.
    pub fn bytes(&self) -> u64 {
        generation::bytes(&self.home, &self.state().generation.name)
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// What is known of deleted documents.
    pub(crate) fn counts(&self) -> &AliveCounts {
        &self.counts
    }

    /// What is known of the counts of all documents.
    pub(crate) fn everything(&self) -> &Everything {
        &self.everything
    }

    /// The documents as of the last visible commit.
    pub(crate) fn searcher(&self) -> Searcher {
        self.follow();
        self.state().generation.reader.searcher()
    }

    fn state(&self) -> State {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_state(&self, state: State) {
        self.counts.keep_only(state.generation.reader.searcher().segment_readers());
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = state;
    }
}
