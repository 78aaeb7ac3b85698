//! Why does a run break off?

use super::folder::FolderError;
use super::kept::KeptError;

/// The innermost cause, fit for a cell of a table.
pub(crate) fn plainly(error: &(dyn std::error::Error + 'static)) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string().replace(['|', '\n'], " ")
}

/// Why a run broke off.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// No folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The folder of a kept world cannot be used.
    #[error(transparent)]
    Kept(#[from] KeptError),
    /// The world could not be opened.
    #[error(transparent)]
    Open(#[from] crate::app::OpenPlatformError),
    /// The world could not be generated.
    #[error("reference data of this program is broken")]
    Table(#[from] seed_data::TableError),
    /// The world could not be stored.
    #[error(transparent)]
    Seed(#[from] crate::seeding::SeedError),
    /// What has ended could not be closed.
    #[error(transparent)]
    Close(#[from] crate::vacancies::commands::PublishError),
    /// The index could not be built.
    #[error(transparent)]
    Follow(#[from] crate::indexing::FollowError),
    /// The columns could not be built.
    #[error(transparent)]
    Columns(#[from] crate::discovery::FollowColumnsError),
    /// A question was not answered.
    #[error(transparent)]
    Index(#[from] ::search::IndexError),
    /// A database refused.
    #[error("a database refused")]
    Database(#[from] sea_orm::DbErr),
    /// A file or a connection failed.
    #[error("a file or a connection failed")]
    Io(#[from] std::io::Error),
    /// A table could not be written.
    #[error("a file of rows could not be written")]
    Csv(#[from] csv::Error),
    /// Nobody could be ranked.
    #[error(transparent)]
    Match(#[from] crate::discovery::questions::MatchError),
    /// A record has too many fields to be linked.
    #[error(transparent)]
    Fields(#[from] ::matching::linkage::TooManyFields),
    /// The accounts that sign in could not be made.
    #[error(transparent)]
    Accounts(#[from] crate::accounts::commands::Trouble),
    /// An import failed.
    #[error(transparent)]
    Import(#[from] crate::imports::ImportError),
    /// A measuring task was ended.
    #[error("a measuring task was ended")]
    Stopped(#[from] tokio::task::JoinError),
    /// No token for the questions that need one.
    #[error(transparent)]
    Token(#[from] crate::api::token::CreateTokenError),
    /// The server that was to be measured did not serve.
    #[error("the server that was to be measured {0}")]
    Server(String),
    /// Meilisearch refused or went away.
    #[error(transparent)]
    Meilisearch(#[from] super::rivals::meilisearch::MeilisearchError),
    /// The world holds too little to ask anything.
    #[error("this world is too small to ask anything: {0}")]
    TooSmall(&'static str),
}
