//! Is a file a whole backup, and what stands in it?

use super::writing::last_member;
use super::{BEFORE_COMMENT, COMMENT, FORMAT, KeyFile, LAST_MEMBER, Manifest};
use flate2::bufread::GzDecoder;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Take};
use std::path::Path;

/// Longest line that is read.
const LONGEST: u64 = 256 << 20;

/// Why a backup cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadArchiveError {
    /// The system refused.
    #[error("the backup {file} cannot be read")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// Something else.
    #[error("{0} is no backup of this platform")]
    NoBackup(String),
    /// Not as it was written.
    #[error(
        "the backup {0} is cut off or damaged: its checksum is another. Nothing was restored; take another copy"
    )]
    Damaged(String),
    /// Written in a form that came later.
    #[error(
        "the backup {file} has format {found}, and this program knows {FORMAT} at most: \
         restore it with version {program} of the program, or a newer one"
    )]
    Newer {
        /// The file.
        file: String,
        /// Its format.
        found: u32,
        /// The program that wrote it.
        program: String,
    },
    /// Whole, and yet not as this program writes.
    #[error("the backup {file} is whole and cannot be understood: {why}")]
    Odd {
        /// The file.
        file: String,
        /// What is odd.
        why: String,
    },
}

/// A backup that was found to be whole.
pub struct Archive {
    name: String,
    lines: BufReader<GzDecoder<BufReader<Take<File>>>>,
    line: Vec<u8>,
    /// What it says of itself.
    pub manifest: Manifest,
    /// The key file in it.
    pub keys: Option<String>,
}

impl Archive {
    /// Opens a backup: reads all of it once for its checksum, and then what stands before the rows.
    pub fn open(path: &Path) -> Result<Self, ReadArchiveError> {
        let name = path.display().to_string();
        let failed = |source| ReadArchiveError::File { file: name.clone(), source };
        let mut file = File::open(path).map_err(failed)?;
        let length = whole(&mut file, &name)?;
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let lines = BufReader::new(GzDecoder::new(BufReader::new(file.take(length))));
        let mut reading = Reading { name: &name, lines, line: Vec::new() };
        let version: Version = reading.next()?;
        if version.format > FORMAT {
            let Version { format: found, program } = version;
            return Err(ReadArchiveError::Newer { file: name, found, program });
        }
        let manifest: Manifest = reading.understood()?;
        let KeyFile { keys } = reading.next()?;
        let Reading { lines, line, .. } = reading;
        Ok(Self { name, lines, line, manifest, keys })
    }

    /// The next row, and its bytes.
    pub fn row(&mut self) -> Result<(Vec<serde_json::Value>, usize), ReadArchiveError> {
        let line = std::mem::take(&mut self.line);
        let mut reading = Reading { name: &self.name, lines: &mut self.lines, line };
        let cells = reading.next()?;
        self.line = reading.line;
        Ok((cells, self.line.len()))
    }

    /// Makes sure that nothing stands after the rows.
    pub fn end(&mut self) -> Result<(), ReadArchiveError> {
        let mut rest = [0];
        match self.lines.read(&mut rest) {
            Ok(0) => Ok(()),
            Ok(_) => Err(self.odd(&"more rows than it counts")),
            Err(source) => Err(ReadArchiveError::File { file: self.name.clone(), source }),
        }
    }

    /// An error about this file.
    pub(in crate::backup) fn odd(&self, why: &dyn ToString) -> ReadArchiveError {
        ReadArchiveError::Odd { file: self.name.clone(), why: why.to_string() }
    }
}

/// What every format says of itself.
#[derive(serde::Deserialize)]
struct Version {
    format: u32,
    program: String,
}

struct Reading<'a, R> {
    name: &'a str,
    lines: R,
    line: Vec<u8>,
}

impl<R: BufRead> Reading<'_, R> {
    fn next<T: DeserializeOwned>(&mut self) -> Result<T, ReadArchiveError> {
        self.line.clear();
        let read = self.lines.by_ref().take(LONGEST).read_until(b'\n', &mut self.line);
        read.map_err(|source| ReadArchiveError::File { file: self.name.to_owned(), source })?;
        self.understood()
    }

    /// The line at hand.
    fn understood<T: DeserializeOwned>(&self) -> Result<T, ReadArchiveError> {
        serde_json::from_slice(&self.line)
            .map_err(|error| ReadArchiveError::Odd { file: self.name.to_owned(), why: error.to_string() })
    }
}

/// Reads a file to its end; returns where its last member begins if it is as it was written.
fn whole(file: &mut File, name: &str) -> Result<u64, ReadArchiveError> {
    let failed = |source| ReadArchiveError::File { file: name.to_owned(), source };
    let there = file.metadata().map_err(failed)?;
    let mut head = Vec::new();
    file.by_ref().take((BEFORE_COMMENT + COMMENT.len()) as u64).read_to_end(&mut head).map_err(failed)?;
    if !there.is_file() || head.get(BEFORE_COMMENT..) != Some(COMMENT) || !head.starts_with(&[0x1f, 0x8b, 8])
    {
        return Err(ReadArchiveError::NoBackup(name.to_owned()));
    }
    let damaged = || ReadArchiveError::Damaged(name.to_owned());
    let length = there.len().checked_sub(LAST_MEMBER as u64).ok_or_else(damaged)?;
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    let mut bytes = file.by_ref().take(length);
    loop {
        match bytes.read(&mut piece).map_err(failed)? {
            0 => break,
            read => hash.update(piece.get(..read).unwrap_or_default()),
        }
    }
    let mut last = Vec::with_capacity(LAST_MEMBER);
    file.take(LAST_MEMBER as u64 + 1).read_to_end(&mut last).map_err(failed)?;
    if last == last_member(&hash.finalize()) { Ok(length) } else { Err(damaged()) }
}
