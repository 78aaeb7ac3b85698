//! Opening an index, for writing or for reading, and following the writer.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tantivy::IndexWriter;

use super::entry::Entry;
use super::generation::{self, Generation, at};
use super::merging::Merging;
use super::payload::Payload;
use super::schema::schema;
use super::{AliveCounts, Everything, Index, IndexError, Kind, State, Writing};

/// Memory of the writer that applies changes.
const MEMORY: usize = 30_000_000;
/// How often a reader looks for commits of another process.
const LOOK: Duration = Duration::from_millis(100);

impl Index {
    /// Opens the index of a kind below `dir` for writing and keeps the writer's lock. A missing, damaged
    /// or outdated index is replaced by an empty one with watermark 0, see [`Index::was_reset`].
    pub fn open(dir: &Path, kind: Kind) -> Result<Self, IndexError> {
        let home = dir.join(kind.folder());
        fs::create_dir_all(&home).map_err(at(&home))?;
        let path = home.join("LOCK");
        let lock = File::options().create(true).write(true).truncate(false).open(&path).map_err(at(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(IndexError::Locked { path: home }),
            Err(TryLockError::Error(source)) => return Err(IndexError::Folder { path, source }),
        }
        let found = generation::current(&home).and_then(|name| generation::open(&home, &name, true));
        let reset = found.is_none();
        let generation = if let Some(generation) = found {
            generation
        } else {
            let generation = generation::create(&home, &generation::next_name(&home))?;
            generation::announce(&home, &generation.name)?;
            generation
        };
        generation::sweep(&home, &[&generation.name]);
        let writer = writer(&generation)?;
        let writing = Writing { writer: Mutex::new(Some(writer)), _lock: lock };
        Self::of(&home, generation, Some(writing), reset)
    }

    /// Opens the index of a kind below `dir` for reading; commits of the writing process become visible
    /// within a tenth of a second.
    pub fn open_reader(dir: &Path, kind: Kind) -> Result<Self, IndexError> {
        let home = dir.join(kind.folder());
        let found = generation::current(&home).and_then(|name| generation::open(&home, &name, false));
        match found {
            Some(generation) => Self::of(&home, generation, None, false),
            None => Err(IndexError::Missing { path: home }),
        }
    }

    fn of(
        home: &Path,
        generation: Generation,
        writing: Option<Writing>,
        reset: bool,
    ) -> Result<Self, IndexError> {
        let payload = payload(&generation)?;
        Ok(Self {
            home: home.to_owned(),
            fields: schema().1,
            state: RwLock::new(State { generation: Arc::new(generation), payload }),
            writing,
            reset,
            followed: Mutex::new(Instant::now()),
            counts: AliveCounts::default(),
            everything: Everything::default(),
        })
    }

    /// A reader looks now and then whether the writing process has committed or swapped. What cannot be
    /// read this time is read next time; until then the last good state answers.
    pub(super) fn follow(&self) {
        if self.writing.is_some() {
            return;
        }
        let Ok(mut followed) = self.followed.try_lock() else { return };
        if followed.elapsed() < LOOK {
            return;
        }
        *followed = Instant::now();
        let state = self.state();
        let Some(name) = generation::current(&self.home) else { return };
        if name != state.generation.name {
            let Some(generation) = generation::open(&self.home, &name, false) else { return };
            let payload = payload(&generation).unwrap_or_default();
            self.set_state(State { generation: Arc::new(generation), payload });
        } else if let Ok(payload) = payload(&state.generation)
            && state.generation.reader.reload().is_ok()
        {
            self.set_state(State { payload, ..state });
        }
    }

    /// The writer, for as long as the closure runs.
    pub(super) fn with_writer<T>(
        &self,
        act: impl FnOnce(&mut Option<IndexWriter<Entry>>) -> Result<T, IndexError>,
    ) -> Result<T, IndexError> {
        let writing = self.writing.as_ref().ok_or(IndexError::ReadOnly)?;
        act(&mut writing.writer.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The payload of a generation's last commit.
pub(super) fn payload(generation: &Generation) -> Result<Payload, IndexError> {
    Ok(Payload::read(generation.index.load_metas()?.payload.as_deref()))
}

/// The writer that applies changes to a generation; it merges segments beside its work.
pub(super) fn writer(generation: &Generation) -> Result<IndexWriter<Entry>, IndexError> {
    let writer = generation.index.writer_with_num_threads(1, MEMORY)?;
    writer.set_merge_policy(Box::new(Merging::default()));
    Ok(writer)
}
