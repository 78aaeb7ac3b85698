//! Where do the two indexes lie, and who may write them?

use super::FollowError;
use search::{Index, IndexError, Kind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::outbox::Subject;

/// File beside the indexes with the exchange rates of their wages.
const RATES: &str = "rates";

/// Bytes that one commit may take, about: what the writer holds in memory.
const SEGMENT: u64 = 30_000_000;

/// A server waits so many turns for a command that holds the index.
const PATIENCE: u32 = 100;
/// Length of a turn.
const TURN: Duration = Duration::from_millis(100);

/// The index of vacancies and the index of people.
#[derive(Clone)]
pub struct Indexes {
    vacancies: Arc<Index>,
    people: Arc<Index>,
    writable: bool,
    home: PathBuf,
    suspected: Arc<AtomicBool>,
}

/// Why the indexes could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("the index in {folder} cannot be opened")]
pub struct OpenIndexesError {
    folder: String,
    source: IndexError,
}

impl Indexes {
    /// Opens both for writing; where a server holds them already, for reading.
    ///
    /// The folder carries the identity of the database and the version of the reference data, so that
    /// an index of another database or of older concepts is never taken for this one's.
    pub fn open(folder: &Path, database_id: &str, reference_version: i32) -> Result<Self, OpenIndexesError> {
        match Self::open_writing(folder, database_id, reference_version) {
            Err(OpenIndexesError { source: IndexError::Locked { .. }, .. }) => {
                let home = home(folder, database_id, reference_version);
                let (vacancies, people) = Self::open_with(&home, Index::open_reader)?;
                Ok(Self { vacancies, people, writable: false, home, suspected: Arc::default() })
            }
            opened => opened,
        }
    }

    /// Opens both for writing, for a server: a command that holds them is waited for, another server is
    /// an error.
    pub async fn open_to_serve(
        folder: &Path,
        database_id: &str,
        reference_version: i32,
    ) -> Result<Self, OpenIndexesError> {
        let mut patience = 0;
        loop {
            match Self::open_writing(folder, database_id, reference_version) {
                Err(OpenIndexesError { source: IndexError::Locked { .. }, .. }) if patience < PATIENCE => {
                    patience += 1;
                    tokio::time::sleep(TURN).await;
                }
                opened => return opened,
            }
        }
    }

    fn open_writing(
        folder: &Path,
        database_id: &str,
        reference_version: i32,
    ) -> Result<Self, OpenIndexesError> {
        let home = home(folder, database_id, reference_version);
        let (vacancies, people) = Self::open_with(&home, Index::open)?;
        forget_others(folder, &home);
        Ok(Self { vacancies, people, writable: true, home, suspected: Arc::default() })
    }

    fn open_with(
        home: &Path,
        open: fn(&Path, Kind) -> Result<Index, IndexError>,
    ) -> Result<(Arc<Index>, Arc<Index>), OpenIndexesError> {
        let failed = |source| OpenIndexesError { folder: home.display().to_string(), source };
        let vacancies = open(home, Kind::Vacancies).map_err(failed)?;
        let people = open(home, Kind::People).map_err(failed)?;
        Ok((Arc::new(vacancies), Arc::new(people)))
    }

    /// The index of a subject.
    pub fn of(&self, subject: Subject) -> &Arc<Index> {
        match subject {
            Subject::Vacancy => &self.vacancies,
            Subject::Person => &self.people,
        }
    }

    /// Notes that an index gave no answer and may be damaged.
    pub fn suspect(&self) {
        self.suspected.store(true, Ordering::Relaxed);
    }

    /// Has an index been suspected since it was made?
    pub fn is_suspected(&self) -> bool {
        self.suspected.load(Ordering::Relaxed)
    }

    /// Both indexes have been made again.
    pub(super) fn clear_suspicion(&self) {
        self.suspected.store(false, Ordering::Relaxed);
    }

    /// The exchange rates by which the wages of both indexes were made comparable, if they have been noted.
    pub(super) fn rates(&self) -> Option<String> {
        std::fs::read_to_string(self.home.join(RATES)).ok()
    }

    /// Notes the exchange rates by which wages were made comparable.
    pub(super) fn note_rates(&self, rates: &str) {
        // Renamed into place, so that no half of it is ever read.
        let written = self.home.join(format!("{RATES}.new"));
        let noted =
            std::fs::write(&written, rates).and_then(|()| std::fs::rename(&written, self.home.join(RATES)));
        if let Err(error) = noted {
            tracing::warn!(%error, "the rates of the index could not be noted; it will be made again");
        }
    }

    /// The folder of both, which belongs to one database and one version of the reference data.
    pub fn folder(&self) -> &Path {
        &self.home
    }

    /// What a refusal of the index means where its disk is full: the engine itself does not tell.
    pub(super) fn without_space(&self, source: IndexError) -> FollowError {
        let left = rustix::fs::statvfs(&self.home).map(|disk| disk.f_bavail * disk.f_frsize);
        match left {
            Ok(left) if left < SEGMENT => {
                let folder = self.home.display().to_string();
                FollowError::NoSpace { folder, kilobytes: left / 1024, source }
            }
            Ok(_) | Err(_) => FollowError::Index(source),
        }
    }

    /// May this process write them?
    pub fn writable(&self) -> bool {
        self.writable
    }
}

fn home(folder: &Path, database_id: &str, reference_version: i32) -> PathBuf {
    let short = database_id.get(..8).unwrap_or(database_id);
    folder.join(format!("{short}-r{reference_version}"))
}

/// Removes indexes of this folder that belong to another database or other concepts; what cannot be
/// removed now is tried again at the next start.
fn forget_others(folder: &Path, home: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let others = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path != home && is_index(path));
    for other in others {
        if let Err(error) = std::fs::remove_dir_all(&other) {
            tracing::warn!(folder = %other.display(), %error, "an old index could not be removed");
        }
    }
}

/// The folder of an index is named after eight digits of a database's identity and a version.
fn is_index(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let Some((database, version)) = name.split_once("-r") else { return false };
    let database = database.len() == 8 && database.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.is_dir() && database && !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
}
