//! `take`: the whole database in one snapshot becomes a file.

use super::archive::{Draft, FORMAT, Manifest, TableRows, WriteArchiveError};
use super::store::{TableReader, count, described};
use super::tables::{LEFT_OUT, TAKEN};
use super::{KeyState, Progress, keeping};
use crate::db::{Database, migrations, settings};
use crate::keys::KeysError;
use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use std::path::Path;

/// What is to be written where.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The backup.
    pub file: &'a Path,
    /// An older file there may be replaced.
    pub over: bool,
    /// Where the key file lies.
    pub keys: &'a Path,
    /// It goes into the backup.
    pub with_keys: bool,
}

/// A backup that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its bytes.
    pub bytes: u64,
}

/// Why no backup was taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// The database refused.
    #[error("the tables could not be read")]
    Database(#[from] DbErr),
    /// The file could not be written.
    #[error(transparent)]
    Archive(#[from] WriteArchiveError),
    /// The key file cannot be used.
    #[error("the key file cannot go into the backup (--without-keys leaves it out)")]
    Keys(#[from] KeysError),
    /// A table that is no longer as it is described.
    #[error("the table {0} cannot be described")]
    Table(String),
    /// Never within one snapshot.
    #[error("the table {0} changed while it was read; nothing was written")]
    Changed(String),
}

/// Takes a backup. While it is under way nothing stands under the name of the file, and nothing is left of it if it
/// fails.
pub async fn take(
    database: &Database,
    wanted: Wanted<'_>,
    now: DateTime<Utc>,
    mut told: impl FnMut(Progress<'_>),
) -> Result<Taken, TakeError> {
    let mut draft = Draft::begin(wanted.file, wanted.over)?;
    let snapshot = database.snapshot().await?;
    let known = settings::read(&snapshot, settings::KEYS).await?;
    let (keys, key_file) = keeping::read(wanted.keys, known.as_deref(), wanted.with_keys)?;
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now,
        database: database.describe().to_owned(),
        migrations: migrations::applied(&snapshot).await?,
        demo: settings::read(&snapshot, settings::DEMO).await?.is_some(),
        keys,
        keys_fingerprint: known,
        tables: counted(&snapshot).await?,
        left_out: LEFT_OUT.iter().map(|(table, why)| ((*table).to_owned(), (*why).to_owned())).collect(),
    };
    draft.head(&manifest, key_file)?;
    let all = manifest.rows();
    let mut rows = 0;
    for (taken, expected) in TAKEN.iter().zip(&manifest.tables) {
        let table = described(taken.name).ok_or_else(|| TakeError::Table(taken.name.to_owned()))?;
        let (mut reader, before) = (TableReader::new(&table, taken.only), rows);
        while let Some(page) = reader.page(&snapshot).await? {
            for row in &page {
                draft.row(row)?;
            }
            rows += page.len() as u64;
            told(Progress { table: taken.name, rows, all });
        }
        if rows - before != expected.rows {
            return Err(TakeError::Changed(taken.name.to_owned()));
        }
    }
    snapshot.rollback().await?;
    Ok(Taken { manifest, bytes: draft.finish()? })
}

/// The tables with their columns and numbers of rows.
async fn counted(snapshot: &DatabaseTransaction) -> Result<Vec<TableRows>, TakeError> {
    let mut tables = Vec::with_capacity(TAKEN.len());
    for taken in TAKEN {
        let table = described(taken.name).ok_or_else(|| TakeError::Table(taken.name.to_owned()))?;
        let rows = count(snapshot, &table, taken.only).await?;
        tables.push(TableRows { name: taken.name.to_owned(), columns: table.columns, rows });
    }
    Ok(tables)
}

impl KeyState {
    /// What whoever keeps the backup has to know of the key file.
    pub fn in_words(self, file: &Path) -> String {
        let file = file.display();
        match self {
            Self::Included => {
                format!("the key file {file} is in the backup: whoever has it can open what is sealed in it")
            }
            Self::LeftOut => format!(
                "the key file {file} is NOT in the backup: keep a copy of it elsewhere; without it a restored server \
                 does not start, and second factors and recovery codes do not open"
            ),
            Self::Missing => format!(
                "the key file {file} is not there, and NOT in the backup: find it; without it a restored server does \
                 not start, and second factors and recovery codes do not open"
            ),
            Self::None => "the database was not made with a key file yet, and needs none".to_owned(),
        }
    }
}
