//! Why the platform could not be opened, or not be brought to the present.

use crate::db::OpenError;
use crate::discovery::FollowColumnsError;
use crate::indexing::{FollowError, OpenIndexesError};
use crate::installation::InstallationError;
use crate::mail::post::OpenPostError;
use crate::reference::titles::ReadVectorsError;
use crate::reference::{LoadReferenceError, ReadReferenceError};
use crate::rules::LoadRulesError;
use sea_orm::DbErr;

/// Why the platform could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenPlatformError {
    /// No database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database refused a question.
    #[error("the database could not be read")]
    Database(#[from] DbErr),
    /// PostgreSQL has an older schema; only `migrate` and `serve` change it.
    #[error("the schema of the database is older than this program: run `viak migrate` first")]
    OldSchema,
    /// Reference data could not be loaded.
    #[error(transparent)]
    LoadReference(#[from] LoadReferenceError),
    /// Rules could not be loaded.
    #[error(transparent)]
    LoadRules(#[from] LoadRulesError),
    /// Reference data could not be read.
    #[error(transparent)]
    ReadReference(#[from] ReadReferenceError),
    /// Vectors of titles that were given cannot be used.
    #[error(transparent)]
    Vectors(#[from] ReadVectorsError),
    /// Mail or SMS cannot be sent as the settings say.
    #[error(transparent)]
    Post(#[from] OpenPostError),
    /// The list of known passwords cannot be used.
    #[error("the list of known passwords {file} cannot be used")]
    KnownPasswords {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The keys are not here, or are others.
    #[error(transparent)]
    Installation(#[from] InstallationError),
    /// No index.
    #[error(transparent)]
    Indexes(#[from] OpenIndexesError),
}

/// Why the platform could not be brought to the present.
#[derive(Debug, thiserror::Error)]
pub enum CatchUpError {
    /// The index.
    #[error(transparent)]
    Index(#[from] FollowError),
    /// The matching columns.
    #[error(transparent)]
    Columns(#[from] FollowColumnsError),
}
