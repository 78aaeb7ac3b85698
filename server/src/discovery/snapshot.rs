//! The columns on disk: two files that are mapped at start, and a page that says what they hold.
//!
//! Like the index, they are a view of the database that may be deleted at any time: a missing, damaged or
//! outdated snapshot means that everything is read from the tables again.

use super::map::map;
use matching::{DamagedColumns, Openings, People};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The page that names the current files; written last, so that it never names half a file.
const CURRENT: &str = "CURRENT";
/// Bytes gathered before they are written.
const BUFFER: usize = 1 << 20;

/// Where snapshots lie, and whether this process may write them.
#[derive(Clone, Debug)]
pub(super) struct Snapshots {
    folder: PathBuf,
    writable: bool,
}

/// What a snapshot was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark {
    /// Everything below this position of the outbox is in it.
    pub(super) position: u64,
    /// Exchange rates and reference data that count in it.
    pub(super) made_with: String,
}

/// The page `CURRENT`.
#[derive(Serialize, Deserialize)]
struct Current {
    number: u64,
    #[serde(flatten)]
    mark: Mark,
}

/// Why there is no snapshot to use.
#[derive(Debug, thiserror::Error)]
enum Unusable {
    #[error("a file cannot be read")]
    Io(#[from] io::Error),
    #[error("the page that names the files is damaged")]
    Page(#[from] serde_json::Error),
    #[error(transparent)]
    Columns(#[from] DamagedColumns),
}

impl Snapshots {
    /// Snapshots in `folder`.
    pub(super) fn new(folder: PathBuf, writable: bool) -> Self {
        Self { folder, writable }
    }

    /// The snapshot that is there; none where there is none that can be used.
    pub(super) fn open(&self) -> Option<(People, Openings, Mark)> {
        match self.read() {
            Ok(found) => Some(found),
            Err(Unusable::Io(error)) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => {
                tracing::warn!(%error, "the snapshot of the matching columns is left aside; they are made again");
                None
            }
        }
    }

    fn read(&self) -> Result<(People, Openings, Mark), Unusable> {
        let Current { number, mark } = serde_json::from_slice(&fs::read(self.folder.join(CURRENT))?)?;
        let people = People::open(Arc::new(map(&self.file("people", number))?))?;
        let openings = Openings::open(Arc::new(map(&self.file("openings", number))?))?;
        Ok((people, openings, mark))
    }

    /// Writes a snapshot and opens it in place of what was written. Where that is not possible, what was
    /// given comes back: columns in memory answer as well, they only take its room.
    pub(super) fn keep(&self, people: People, openings: Openings, mark: &Mark) -> (People, Openings) {
        if !self.writable {
            return (people, openings);
        }
        match self.write(&people, &openings, mark) {
            Ok(()) => self.open().map_or((people, openings), |(people, openings, _)| (people, openings)),
            Err(error) => {
                tracing::warn!(%error, "the matching columns could not be saved; they stay in memory");
                self.sweep(self.number());
                (people, openings)
            }
        }
    }

    /// Removes the snapshot; whoever has it open keeps it.
    pub(super) fn remove(&self) {
        if self.writable {
            drop(fs::remove_file(self.folder.join(CURRENT)));
            self.sweep(None);
        }
    }

    fn write(&self, people: &People, openings: &Openings, mark: &Mark) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let number = self.number().map_or(1, |number| number + 1);
        write_whole(&self.file("people", number), |to| people.save(to))?;
        write_whole(&self.file("openings", number), |to| openings.save(to))?;
        let page = serde_json::to_vec(&Current { number, mark: mark.clone() })?;
        write_whole(&self.folder.join(CURRENT), |to| to.write_all(&page))?;
        File::open(&self.folder)?.sync_all()?;
        self.sweep(Some(number));
        Ok(())
    }

    /// The number of the current snapshot.
    fn number(&self) -> Option<u64> {
        let page = fs::read(self.folder.join(CURRENT)).ok()?;
        serde_json::from_slice::<Current>(&page).ok().map(|current| current.number)
    }

    fn file(&self, what: &str, number: u64) -> PathBuf {
        self.folder.join(format!("{what}-{number:06}"))
    }

    /// Removes all files but those of one snapshot; what cannot be removed now goes with the next one.
    fn sweep(&self, keep: Option<u64>) {
        let kept = keep.map(|number| [self.file("people", number), self.file("openings", number)]);
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_kept = kept.as_ref().is_some_and(|kept| kept.contains(&path));
            if !is_kept && !path.ends_with(CURRENT) {
                drop(fs::remove_file(path));
            }
        }
    }
}

/// Writes a file under another name and gives it its own when all of it is on disk.
fn write_whole(file: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let new = file.with_extension("new");
    let mut to = BufWriter::with_capacity(BUFFER, File::create(&new)?);
    write(&mut to)?;
    to.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(new, file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use matching::{Opening, Profile};

    fn columns() -> (People, Openings) {
        let people = (1..=300).map(|id| Profile { id, ..Profile::default() });
        let openings = (1..=20).map(|id| Opening { id, ..Opening::default() });
        (People::build(people), Openings::build(openings))
    }

    fn mark(position: u64) -> Mark {
        Mark { position, made_with: "LAK".to_owned() }
    }

    #[test]
    fn what_was_kept_is_opened_again_and_older_files_go() {
        let folder = tempfile::tempdir().unwrap();
        let snapshots = Snapshots::new(folder.path().join("columns"), true);
        assert!(snapshots.open().is_none());
        let (people, openings) = columns();
        for position in [7, 8] {
            let (held, open) = snapshots.keep(people.clone(), openings.clone(), &mark(position));
            assert_eq!((held.len(), open.len()), (300, 20));
        }
        let (held, open, found) = snapshots.open().unwrap();
        assert_eq!((held.len(), open.len(), found), (300, 20, mark(8)));
        assert_eq!(fs::read_dir(folder.path().join("columns")).unwrap().count(), 3);
    }

    #[test]
    fn a_damaged_snapshot_is_left_aside() {
        let folder = tempfile::tempdir().unwrap();
        let snapshots = Snapshots::new(folder.path().to_owned(), true);
        let (people, openings) = columns();
        snapshots.keep(people, openings, &mark(1));
        let file = snapshots.file("people", 1);
        let mut bytes = fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::remove_file(&file).unwrap();
        fs::write(&file, &bytes).unwrap();
        assert!(snapshots.open().is_none());
        fs::write(folder.path().join(CURRENT), "{").unwrap();
        assert!(snapshots.open().is_none());
    }

    #[test]
    fn who_may_not_write_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let (people, openings) = columns();
        let snapshots = Snapshots::new(folder.path().join("columns"), false);
        assert_eq!(snapshots.keep(people, openings, &mark(1)).0.len(), 300);
        assert!(!folder.path().join("columns").exists());
    }
}
