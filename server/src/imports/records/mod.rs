//! Records: a file as a stream of rows, read in a thread of its own.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod literal;
mod postings;

use super::request::{Format, ImportError};
use std::path::{Path, PathBuf};
use tokio::sync::mpsc::{Receiver, channel};

/// Records that may wait between the reading thread and the storing task.
const AHEAD: usize = 400;

/// A record as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// Physical line on which it begins, from 1.
    pub(crate) line: u64,
    /// One text a column.
    pub(crate) cells: Vec<String>,
}

/// Why a record is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The column at fault; empty for the row as a whole.
    pub(crate) column: String,
    /// In plain words.
    pub(crate) reason: String,
}

impl Refusal {
    pub(crate) fn new(column: &str, reason: impl Into<String>) -> Self {
        Self { column: column.to_owned(), reason: reason.into() }
    }
}

/// What reading gives next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A record.
    Record(Record),
    /// A record that is none.
    Refused(Record, Refusal),
    /// The file does not end as a file should; whatever came before is good.
    BrokeOff(String),
}

/// A file being read.
pub(crate) struct Source {
    /// Names of the columns as in the file.
    pub(crate) header: Vec<String>,
    /// What is read, in the order of the file.
    pub(crate) readings: Receiver<Reading>,
}

type Readings = Box<dyn Iterator<Item = Reading> + Send>;

/// Opens `file` and begins to read it.
pub(crate) async fn open(file: &Path, format: Format) -> Result<Source, ImportError> {
    let path = file.to_owned();
    let (header, readings) = tokio::task::spawn_blocking(move || begin(&path, format)).await??;
    let (sender, receiver) = channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        for reading in readings {
            // The import was given up: nobody listens any more.
            if sender.blocking_send(reading).is_err() {
                return;
            }
        }
    });
    Ok(Source { header, readings: receiver })
}

fn begin(file: &PathBuf, format: Format) -> Result<(Vec<String>, Readings), ImportError> {
    let name = file.display().to_string();
    let unreadable = |source| ImportError::Unreadable { file: name.clone(), source };
    let about = match std::fs::metadata(file) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(ImportError::NoFile(name)),
        Err(error) => return Err(unreadable(error)),
    };
    if about.is_dir() {
        return Err(ImportError::Folder(name));
    }
    let text = crate::encoding::open(file).map_err(unreadable)?;
    match format {
        Format::JobPosting => {
            let postings = postings::Postings::begin(text.reader).map_err(unreadable)?;
            match postings {
                Some(postings) => Ok((vec!["record".to_owned()], Box::new(postings))),
                None => Err(ImportError::Empty(name)),
            }
        }
        Format::Template | Format::Itviec | Format::CvTexts => {
            match csv::Rows::begin(text).map_err(unreadable)? {
                Some((header, rows)) => Ok((header, Box::new(rows))),
                None => Err(ImportError::Empty(name)),
            }
        }
    }
}
