//! How is a backup written so that it is whole under its name, or not there?

use super::{COMMENT, KeyFile, LAST_MEMBER, Manifest, SEAL};
use crate::digest::hexadecimal;
use flate2::write::GzEncoder;
use flate2::{Compression, Crc, GzBuilder};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Compression that costs little time.
const LEVEL: u32 = 4;

/// Why a backup could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteArchiveError {
    /// Something is there that is not to be written over.
    #[error("{0} is there already; give another name, or --force to write over it")]
    Exists(String),
    /// A folder or a device.
    #[error("{0} is no plain file; a backup is written to one")]
    NoFile(String),
    /// The system refused.
    #[error("the backup cannot be written to {file}")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
}

/// A backup that is being written beside its place; gone with the value unless it is finished.
pub struct Draft {
    lines: GzEncoder<Hashing<BufWriter<NamedTempFile>>>,
    place: PathBuf,
    over: bool,
}

impl Draft {
    /// Begins a backup for `place`; `over` says that an older file there may be replaced.
    pub fn begin(place: &Path, over: bool) -> Result<Self, WriteArchiveError> {
        let name = || place.display().to_string();
        match std::fs::symlink_metadata(place) {
            Ok(there) if !there.is_file() => return Err(WriteArchiveError::NoFile(name())),
            Ok(_) if !over => return Err(WriteArchiveError::Exists(name())),
            _ => {}
        }
        let file_name = place.file_name().ok_or_else(|| WriteArchiveError::NoFile(name()))?;
        let prefix = format!(".{}.", file_name.to_string_lossy());
        // A temporary file may be read by its owner alone, from the first byte on.
        let file = tempfile::Builder::new().prefix(&prefix).suffix(".part").tempfile_in(folder(place));
        let file = file.map_err(|source| WriteArchiveError::File { file: name(), source })?;
        let hashing = Hashing { inner: BufWriter::new(file), hash: Sha256::new() };
        let head = GzBuilder::new().comment(COMMENT);
        Ok(Self { lines: head.write(hashing, Compression::new(LEVEL)), place: place.to_owned(), over })
    }

    /// Writes what stands before the rows: what the backup says of itself, and the key file.
    pub fn head(&mut self, manifest: &Manifest, keys: Option<String>) -> Result<(), WriteArchiveError> {
        self.line(manifest)?;
        self.line(&KeyFile { keys })
    }

    /// Writes a row: the cells in the order of the columns.
    pub fn row(&mut self, cells: &[serde_json::Value]) -> Result<(), WriteArchiveError> {
        self.line(cells)
    }

    fn line(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), WriteArchiveError> {
        let written = serde_json::to_writer(&mut self.lines, value).map_err(io::Error::from);
        written.and_then(|()| self.lines.write_all(b"\n")).map_err(|source| self.failed(source))
    }

    fn failed(&self, source: io::Error) -> WriteArchiveError {
        WriteArchiveError::File { file: self.place.display().to_string(), source }
    }

    /// Ends the backup and gives it its name once the disk has it; returns its bytes.
    pub fn finish(self) -> Result<u64, WriteArchiveError> {
        let Self { lines, place, over } = self;
        let failed = |source| WriteArchiveError::File { file: place.display().to_string(), source };
        let Hashing { inner: mut file, hash } = lines.finish().map_err(failed)?;
        file.write_all(&last_member(&hash.finalize())).map_err(failed)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.as_file().sync_all().map_err(failed)?;
        let persisted = if over { file.persist(&place) } else { file.persist_noclobber(&place) };
        let file = persisted.map_err(|refused| match refused.error.kind() {
            ErrorKind::AlreadyExists => WriteArchiveError::Exists(place.display().to_string()),
            _ => failed(refused.error),
        })?;
        File::open(folder(&place)).and_then(|folder| folder.sync_all()).map_err(failed)?;
        file.metadata().map(|there| there.len()).map_err(failed)
    }
}

fn folder(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A member of gzip of a fixed length, so that it can be told where the file begins that it speaks of.
pub(super) fn last_member(digest: &[u8]) -> Vec<u8> {
    let line = format!("sha256 {}\n", hexadecimal(digest));
    let mut crc = Crc::new();
    crc.update(line.as_bytes());
    let length = SEAL as u16;
    let mut member = Vec::with_capacity(LAST_MEMBER);
    member.extend([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1]);
    member.extend(length.to_le_bytes());
    member.extend((!length).to_le_bytes());
    member.extend(line.as_bytes());
    member.extend(crc.sum().to_le_bytes());
    member.extend(u32::from(length).to_le_bytes());
    member
}

/// Hashes what is written through it.
struct Hashing<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
