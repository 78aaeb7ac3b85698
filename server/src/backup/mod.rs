//! Backup and restore: the whole platform as one file, whatever kind of database it lies in.
//!
//! [`take`] reads every table that is [`tables::TAKEN`] in one snapshot, page by page, so that what it writes is a
//! state that existed, however much is written meanwhile. The file is compressed with gzip and holds lines of JSON:
//! first a [`Manifest`] (versions, time, applied migrations, tables with their columns and numbers of rows), then the
//! key file or nothing, then the rows, table after table. A second member of a fixed length holds the SHA-256 of all
//! before it. `zcat FILE | head -1` shows the manifest, and no secret.
//!
//! [`restore`] checks the whole file before it writes anything, goes to the schema that the rows were written under,
//! puts them in, and only then brings the schema up to date. SQLite gets a file of its own that is renamed into place;
//! PostgreSQL gets one transaction. Rows carry no trace of their database: what was taken from the one kind can be
//! restored into the other.
//!
//! Positions of followers mean something else on every database: row numbers on SQLite, transactions of a cluster on
//! PostgreSQL. A restored database therefore has an empty outbox and draws a new identity, so that every index and all
//! columns are made afresh from the tables. What else is left out stands in [`tables::LEFT_OUT`] with its reason.

mod archive;
mod keeping;
mod noted;
mod restore;
mod sqlite;
mod store;
pub mod tables;
mod take;

pub use archive::{
    Archive, Column, Draft, FORMAT, Kind, Manifest, ReadArchiveError, TableRows, WriteArchiveError,
};
pub use keeping::KeyState;
pub use noted::{Noted, last, note};
pub use restore::{REVIVED, RestoreError, Restored, restore};
pub use store::{columns_of, rows_of};
pub use take::{TakeError, Taken, Wanted, take};

/// How far a backup or a restore is.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// The table at hand.
    pub table: &'a str,
    /// Rows of all tables that are done.
    pub rows: u64,
    /// Rows of all tables.
    pub all: u64,
}
