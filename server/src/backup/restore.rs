//! `restore`: a backup becomes an empty database's content, all of it or nothing.

use super::archive::{Archive, Manifest, ReadArchiveError};
use super::keeping::{self, Placed};
use super::sqlite::{PlaceError, Workshop};
use super::store::{TableWriter, WriteRowsError, occupied_by, set_sequences};
use super::{KeyState, Progress};
use crate::config::Settings;
use crate::db::{Database, OpenError, locks, migrations};
use crate::keys::KeysError;
use sea_orm::{DatabaseTransaction, DbErr};
use std::path::Path;

/// A backup that was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The right key file is in place.
    pub keys_in_place: bool,
    /// Steps by which the schema was brought forward afterwards.
    pub brought_forward: usize,
}

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The backup.
    #[error(transparent)]
    Archive(#[from] ReadArchiveError),
    /// The schema came later.
    #[error(
        "the backup was made by version {program} of the program with a schema that this one does not know ({step}): \
         restore it with that version or a newer one"
    )]
    NewerSchema {
        /// The program that wrote it.
        program: String,
        /// The first step that is not known.
        step: String,
    },
    /// The folder.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database holds something.
    #[error("a backup is restored into an empty database, and this one holds {0}: make a new one for it")]
    Occupied(String),
    /// The key file.
    #[error("the key file cannot be put in place")]
    Keys(#[from] KeysError),
    /// The database refused.
    #[error("the backup could not be written to the database")]
    Database(#[from] DbErr),
}

/// Restores the backup in `file` to where the settings lead, which has to be empty.
pub async fn restore(
    file: &Path,
    settings: &Settings,
    told: impl FnMut(Progress<'_>),
) -> Result<Restored, RestoreError> {
    let archive = Archive::open(file)?;
    let steps = known_steps(&archive.manifest)?;
    let keys_there = keeping::are_there(&settings.keys, archive.manifest.keys_fingerprint.as_deref())?;
    let missing = if keys_there { None } else { archive.keys.clone() };
    let work = Work { archive, steps, keys: &settings.keys, missing, keys_there };
    match &settings.database_url {
        Some(url) => work.into_postgres(url, told).await,
        None => work.into_sqlite(settings, told).await,
    }
}

/// How many steps of the schema the backup has seen, all of which this program knows.
fn known_steps(manifest: &Manifest) -> Result<u32, RestoreError> {
    let known = migrations::names();
    let mut ours = known.iter();
    for step in &manifest.migrations {
        if ours.next() != Some(step) {
            let program = manifest.program.clone();
            return Err(RestoreError::NewerSchema { program, step: step.clone() });
        }
    }
    Ok(u32::try_from(manifest.migrations.len()).unwrap_or(u32::MAX))
}

struct Work<'a> {
    archive: Archive,
    steps: u32,
    keys: &'a Path,
    /// The key file that has to be put in place.
    missing: Option<String>,
    keys_there: bool,
}

impl<'a> Work<'a> {
    async fn into_sqlite(
        mut self,
        settings: &Settings,
        told: impl FnMut(Progress<'_>),
    ) -> Result<Restored, RestoreError> {
        let mut workshop = Workshop::in_data(&settings.data, &settings.keys)?;
        let database = Database::open_sqlite(&workshop.folder()).await?;
        let transaction = database.begin().await?;
        self.fill(&transaction, told).await?;
        transaction.commit().await?;
        database.close().await?;
        let keys = self.put_keys()?;
        workshop.place()?;
        keys.stay();
        Ok(self.restored())
    }

    async fn into_postgres(
        mut self,
        url: &str,
        told: impl FnMut(Progress<'_>),
    ) -> Result<Restored, RestoreError> {
        let database = Database::open_postgres(url).await?;
        let transaction = database.begin().await?;
        locks::wait_for(&transaction, "schema").await?;
        if let Some(found) = occupied_by(&transaction).await? {
            return Err(RestoreError::Occupied(found));
        }
        self.fill(&transaction, told).await?;
        set_sequences(&transaction).await?;
        let keys = self.put_keys()?;
        transaction.commit().await?;
        keys.stay();
        Ok(self.restored())
    }

    /// The schema of the backup, its rows, then the rest of the schema.
    async fn fill(
        &mut self,
        transaction: &DatabaseTransaction,
        mut told: impl FnMut(Progress<'_>),
    ) -> Result<(), RestoreError> {
        migrations::forward(transaction, Some(self.steps)).await?;
        let (tables, all) = (self.archive.manifest.tables.clone(), self.archive.manifest.rows());
        let mut rows = 0;
        for table in &tables {
            let mut writer = TableWriter::new(table);
            for _ in 0..table.rows {
                let row = self.archive.row()?;
                writer.add(transaction, row).await.map_err(|error| self.refused(error))?;
                rows += 1;
                told(Progress { table: &table.name, rows, all });
            }
            writer.end(transaction).await.map_err(|error| self.refused(error))?;
        }
        self.archive.end()?;
        Ok(migrations::forward(transaction, None).await?)
    }

    fn refused(&self, error: WriteRowsError) -> RestoreError {
        match error {
            WriteRowsError::Database(error) => RestoreError::Database(error),
            odd => RestoreError::Archive(self.archive.odd(&odd)),
        }
    }

    fn put_keys(&self) -> Result<Placed<'a>, KeysError> {
        self.missing.as_ref().map_or(Ok(Placed::nothing()), |text| Placed::put(self.keys, text))
    }

    fn restored(self) -> Restored {
        let Self { archive, steps, missing, keys_there, .. } = self;
        Restored {
            keys_in_place: keys_there || missing.is_some(),
            brought_forward: migrations::names().len().saturating_sub(steps as usize),
            manifest: archive.manifest,
        }
    }
}

/// What a restore brings back that had been taken away since the backup.
pub const REVIVED: [&str; 4] = [
    "consents that were withdrawn",
    "people and accounts that were erased",
    "roles, cards and tokens that were taken back",
    "passwords and contacts that were changed",
];

impl Restored {
    /// What the backup does not know of, and what has to be ended again therefore.
    pub fn revived_in_words(&self) -> String {
        let made = self.manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC");
        format!(
            "what was withdrawn or erased after {made} holds again: {}. End it again before you serve \
             (docs/OPERATIONS.md, Backup and restore)",
            REVIVED.join("; ")
        )
    }

    /// What is to be known of the key file, which lies at `file` or should.
    pub fn keys_in_words(&self, file: &Path) -> String {
        let file = file.display();
        match (self.manifest.keys, self.keys_in_place) {
            (KeyState::None, _) => "the database was not made with a key file yet, and needs none".to_owned(),
            (KeyState::Included, true) => format!("the key file is in place: {file}"),
            (_, true) => format!("the key file was not in the backup; the right one is in place: {file}"),
            (_, false) => format!(
                "the key file was NOT in the backup and is not at {file}: bring the one that belongs to it there. \
                 Until then a server does not start, and second factors and recovery codes do not open"
            ),
        }
    }
}
