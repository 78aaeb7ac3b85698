//! `viak bench`: a world in a temporary folder, and how fast its parts are beside what else one could use.
//!
//! Every kind of question is asked in at least two thousand distinct forms drawn from a seed; the warm-up
//! is dropped; in each of three rounds the engines take turns, and the median over rounds is shown. Rivals
//! get equal work: the same documents, segmented beforehand, and the same questions; hit counts are
//! compared, so that speed cannot be bought with wrong answers.

mod draw;
mod folder;
mod http_client;
mod import;
mod machine;
mod matching;
mod pages;
mod questions;
mod report;
mod rivals;
mod search;
mod timing;
mod words;
mod world;

pub use folder::FolderError;
pub use report::{Check, Figure, Outcome, Report, Row};

use crate::clock::Clock;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::Mutex;

/// A part of the platform that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Index and queries.
    Search,
    /// People and openings.
    Match,
    /// Pages over HTTP.
    Pages,
    /// Files taken over.
    Import,
}

impl Part {
    /// All parts in the order in which they run: pages before anything that fills the memory of the process.
    pub const ALL: [Self; 4] = [Self::Pages, Self::Match, Self::Search, Self::Import];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Match => "match",
            Self::Pages => "pages",
            Self::Import => "import",
        }
    }
}

/// What is to be measured.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Parts.
    pub parts: Vec<Part>,
    /// People of the world.
    pub people: u32,
    /// Vacancies of the world.
    pub vacancies: u32,
    /// The same seed makes the same world and the same questions.
    pub seed: u64,
    /// PostgreSQL to compare with.
    pub postgres: Option<String>,
    /// Meilisearch to compare with.
    pub meilisearch: Option<String>,
}

/// Why a run broke off.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// No folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The world could not be opened.
    #[error(transparent)]
    Open(#[from] crate::app::OpenPlatformError),
    /// The world could not be generated.
    #[error("reference data of this program is broken")]
    Table(#[from] seed_data::TableError),
    /// The world could not be stored.
    #[error(transparent)]
    Seed(#[from] crate::seeding::SeedError),
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
    /// An import failed.
    #[error(transparent)]
    Import(#[from] crate::imports::ImportError),
    /// A measuring task was ended.
    #[error("a measuring task was ended")]
    Stopped(#[from] tokio::task::JoinError),
    /// The world holds too little to ask anything.
    #[error("this world is too small to ask anything: {0}")]
    TooSmall(&'static str),
}

/// What a run has made outside the process: whoever ends the run early removes it.
#[derive(Debug, Default)]
pub struct Traces {
    folder: Mutex<Option<PathBuf>>,
    schema: Mutex<Option<(String, String)>>,
}

impl Traces {
    fn lock<T>(slot: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
        slot.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Notes the folder of the run.
    pub(crate) fn note_folder(&self, folder: PathBuf) {
        *Self::lock(&self.folder) = Some(folder);
    }

    /// Notes a schema in the database at `url`; none when it is gone again.
    pub(crate) fn note_schema(&self, made: Option<(String, String)>) {
        *Self::lock(&self.schema) = made;
    }

    /// Removes everything; says whether it is gone.
    pub async fn remove(&self) -> bool {
        let schema = Self::lock(&self.schema).take();
        if let Some((url, schema)) = schema {
            rivals::postgres::drop_schema(&url, &schema).await;
        }
        let folder = Self::lock(&self.folder).take();
        folder.is_none_or(|path| folder::remove(&path))
    }
}

/// Says what is being done.
pub type Tell<'a> = &'a (dyn Fn(&str) + Send + Sync);

/// Builds the world of `plan`, measures its parts and removes it again.
pub async fn run(plan: &Plan, clock: &Clock, traces: &Traces, tell: Tell<'_>) -> Result<Report, BenchError> {
    let folder = folder::make(plan.people, plan.vacancies)?;
    traces.note_folder(folder.path().to_owned());
    let mut report = Report::new(plan.people, plan.vacancies, plan.seed);
    let site = world::build(plan, folder.path(), clock, &mut report, tell).await?;
    for part in Part::ALL.into_iter().filter(|part| plan.parts.contains(part)) {
        tell(&format!("measuring {}", part.name()));
        match part {
            Part::Pages => pages::measure(&site, &mut report, tell).await?,
            Part::Match => matching::measure(&site, &mut report, tell).await?,
            Part::Search => search::measure(&site, plan, traces, &mut report, tell).await?,
            Part::Import => import::measure(&site, &mut report, tell).await?,
        }
    }
    Ok(report)
}
