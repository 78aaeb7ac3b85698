//! The file of a backup: what it says of itself, and how its lines are written and read.

mod reading;
mod writing;

pub use reading::{Archive, ReadArchiveError};
pub use writing::{Draft, WriteArchiveError};

use super::KeyState;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the form of the file.
pub const FORMAT: u32 = 1;

/// What the first member of the file says in the comment of its head, so that others are told apart at once.
const COMMENT: &[u8] = b"viak backup";
/// Bytes of a head of gzip before its comment.
const BEFORE_COMMENT: usize = 10;
/// Letters of the last line.
const SEAL: usize = 72;
/// Bytes of the last member: a head, a block that is stored as it is, its checksum and length.
const LAST_MEMBER: usize = 10 + 5 + SEAL + 8;

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the form of the file.
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was begun.
    pub made_at: DateTime<Utc>,
    /// `SQLite` or `PostgreSQL`.
    pub database: String,
    /// Steps of the schema under which the rows stand.
    pub migrations: Vec<String>,
    /// Holds a demonstration, and nobody real.
    pub demo: bool,
    /// Whether the key file is in it.
    pub keys: KeyState,
    /// What tells the right keys from others.
    pub keys_fingerprint: Option<String>,
    /// Tables in the order of the file.
    pub tables: Vec<TableRows>,
    /// Tables that are left out, and why.
    pub left_out: BTreeMap<String, String>,
}

impl Manifest {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// A table in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRows {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of the cells of a row.
    pub columns: Vec<Column>,
    /// How many rows there are.
    pub rows: u64,
}

/// A column in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds, and how a cell of it is written in JSON; `null` where there is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// A number of 32 bits.
    Integer,
    /// A number of 64 bits.
    Long,
    /// A text of the shortest digits that give the same number back.
    Double,
    /// A text.
    Text,
    /// A text such as `0191…`.
    Uuid,
    /// A text such as `2026-11-28`.
    Day,
    /// A text such as `2026-11-28T01:02:03.000004Z`.
    Moment,
    /// A text of hexadecimal digits.
    Bytes,
    /// As it is.
    Json,
}

/// The second line of the file.
#[derive(Serialize, Deserialize)]
struct KeyFile {
    keys: Option<String>,
}
