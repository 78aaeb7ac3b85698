//! Heads of the chain outside of the database: signed, written line by line, and read again to hold the chain to them.
//!
//! A file of `anchors/YYYY-MM.jsonl` has one line of JSON a head: `number` and `hash` of the newest seal, `events`
//! sealed until then, `at`, the public `key` and its `signature` over the five before it. A copy that lies elsewhere
//! is what somebody who owns this machine cannot change.

use super::keys::{self, KeyError};
use super::store;
use crate::clock::day_in_vientiane;
use crate::db::Database;
use crate::digest::hexadecimal;
use chrono::{DateTime, SecondsFormat, Utc};
use ed25519_dalek::SigningKey;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Longest line that is read of a file of heads.
const LINE: u64 = 4_096;

/// A signed head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Number of the newest seal.
    pub number: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
    /// How many events were sealed until then.
    pub events: i64,
    /// When the head was written.
    pub at: String,
    /// The public key, in hexadecimal.
    pub key: String,
    /// The signature, in hexadecimal.
    pub signature: String,
}

impl Head {
    /// What is signed.
    fn text(&self) -> String {
        let Self { number, hash, events, at, key, signature: _ } = self;
        format!("viak audit head 1\n{number}\n{hash}\n{events}\n{at}\n{key}\n")
    }

    fn signed(mut self, key: &SigningKey) -> Self {
        self.key = keys::public(key);
        self.signature = keys::sign(key, &self.text());
        self
    }
}

/// Why a head could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteHeadError {
    /// The database refused.
    #[error("the head of the audit trail could not be read")]
    Database(#[from] DbErr),
    /// No key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The file could not be written.
    #[error("the head of the audit trail could not be written to {file}")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// The task that writes was ended.
    #[error("the writing of the head was stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Signs the head of the chain and appends it to the month's file in the data folder `data`; returns the head, or
/// none while nothing is sealed.
pub async fn write(
    database: &Database,
    data: &Path,
    now: DateTime<Utc>,
) -> Result<Option<Head>, WriteHeadError> {
    let Some(last) = store::last_seal(database.reader()).await? else { return Ok(None) };
    let events = store::totals(database.reader(), last.number).await?;
    let head = Head {
        number: last.number,
        hash: hexadecimal(&last.hash),
        events,
        at: now.to_rfc3339_opts(SecondsFormat::Micros, true),
        key: String::new(),
        signature: String::new(),
    };
    let folder = data.to_owned();
    let key = tokio::task::spawn_blocking(move || keys::of_folder(&folder)).await??;
    let head = head.signed(&key);
    keys::introduce(database, &head.key).await?;
    let file = file_of(data, now);
    let (line, place) = (head.clone(), file.clone());
    let written = tokio::task::spawn_blocking(move || append(&place, &line)).await?;
    written.map_err(|source| WriteHeadError::File { file: file.display().to_string(), source })?;
    Ok(Some(head))
}

/// The file of the month of `now` in Vientiane.
pub fn file_of(data: &Path, now: DateTime<Utc>) -> PathBuf {
    data.join("anchors").join(format!("{}.jsonl", day_in_vientiane(now).format("%Y-%m")))
}

/// Appends a head as a line of its own and waits until the disk has it.
fn append(file: &Path, head: &Head) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut lines = OpenOptions::new().read(true).append(true).create(true).mode(0o600).open(file)?;
    let mut line = serde_json::to_string(head)?;
    line.push('\n');
    // A line that a process which was killed left unended stays by itself.
    if lines.seek(SeekFrom::End(0))? > 0 {
        lines.seek(SeekFrom::End(-1))?;
        let mut last = [0];
        lines.read_exact(&mut last)?;
        if last != *b"\n" {
            line.insert(0, '\n');
        }
    }
    lines.write_all(line.as_bytes())?;
    lines.sync_all()?;
    File::open(folder)?.sync_all()
}

/// Why a file of heads could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadHeadsError {
    /// The system refused.
    #[error("the heads in {file} cannot be read")]
    File {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// Nothing is in it.
    #[error("{0} holds no head of an audit trail")]
    Empty(String),
}

/// Heads from a file, by the number of their seal, each with its line.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    by_number: BTreeMap<i64, Vec<(usize, Head)>>,
    failures: Vec<String>,
    torn: bool,
}

impl Heads {
    /// Reads a file of heads. A line that is none is a failure of the check, but for a last one without an end: that
    /// was being written when the process ended or the file was copied.
    pub fn read(file: &Path) -> Result<Self, ReadHeadsError> {
        let refused = |source| ReadHeadsError::File { file: file.display().to_string(), source };
        let mut reader = BufReader::new(File::open(file).map_err(refused)?);
        let mut heads = Self::default();
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let read = reader.by_ref().take(LINE).read_until(b'\n', &mut line).map_err(refused)?;
            if read == 0 {
                break;
            }
            heads.take(number, &line);
        }
        if heads.by_number.is_empty() && heads.failures.is_empty() {
            return Err(ReadHeadsError::Empty(file.display().to_string()));
        }
        Ok(heads)
    }

    fn take(&mut self, number: usize, line: &[u8]) {
        if line.trim_ascii().is_empty() {
            return;
        }
        match serde_json::from_slice::<Head>(line) {
            Ok(head) => self.by_number.entry(head.number).or_default().push((number, head)),
            Err(_) if !line.ends_with(b"\n") && line.len() < LINE as usize => self.torn = true,
            Err(_) => self.failures.push(format!("anchor, line {number}: is no head")),
        }
    }

    /// How many heads there are.
    pub fn len(&self) -> usize {
        self.by_number.values().map(Vec::len).sum()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.by_number.is_empty()
    }

    /// Was the last line not ended?
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// What is wrong with the lines themselves: no heads, or not signed by a key that the database knows.
    pub(super) fn faults(&self, known: &BTreeSet<String>) -> Vec<String> {
        let mut faults = self.failures.clone();
        for (line, head) in self.by_number.values().flatten() {
            if !keys::has_signed(&head.key, &head.text(), &head.signature) {
                faults.push(format!("anchor, line {line}: its signature is not that of its key"));
            } else if !known.contains(&head.key) {
                faults
                    .push(format!("anchor, line {line}: is signed by a key that is none of this database's"));
            }
        }
        faults
    }

    /// What is wrong with a seal if these heads are right; `events` are those sealed until then.
    pub(super) fn faults_of(&self, number: i64, hash: &[u8], events: i64) -> Vec<String> {
        let heads = self.by_number.get(&number).map_or(&[][..], Vec::as_slice);
        let told = heads.iter().filter_map(|(line, head)| {
            let fault = if head.hash != hexadecimal(hash) {
                "is another than was anchored: history was rewritten"
            } else if head.events != events {
                "seals another number of events than was anchored"
            } else {
                return None;
            };
            Some(format!("seal {number} {fault} (anchor, line {line}, {})", head.at))
        });
        told.collect()
    }

    /// The heads whose seal is none of `seen`, as failures.
    pub(super) fn missing(&self, is_there: impl Fn(i64) -> bool, newest: i64) -> Vec<String> {
        let gone = self.by_number.iter().filter(|(number, _)| !is_there(**number));
        let lines =
            gone.flat_map(|(number, heads)| heads.iter().map(move |(line, head)| (*number, line, head)));
        let told = lines.map(|(number, line, head)| {
            let how = if number > newest { "the end of the trail was cut off" } else { "it was removed" };
            format!("seal {number} is missing: {how} (anchor, line {line}, {})", head.at)
        });
        told.collect()
    }

    /// The numbers of all heads.
    pub(super) fn numbers(&self) -> BTreeSet<i64> {
        self.by_number.keys().copied().collect()
    }
}

#[cfg(test)]
mod tests;
