//! `viak bench`: a world in a temporary folder, and how fast its parts are beside what else one could use.
//!
//! Searches and pages are asked in at least two thousand distinct forms drawn from a seed where the world has so
//! many, rankings in three hundred; the report says how many each was. The warm-up
//! is dropped; in each of three rounds the engines take turns, and the median over rounds is shown. Rivals
//! get equal work: the same documents, segmented beforehand, and the same questions; hit counts are
//! compared, so that speed cannot be bought with wrong answers.

mod alerts;
mod allocation;
mod audit;
mod child;
mod draw;
mod error;
mod folder;
mod growth;
mod http_client;
mod import;
mod kept;
mod linkage;
mod machine;
mod matching;
mod memory;
mod pages;
mod processes;
mod questions;
mod report;
mod rivals;
mod search;
mod timing;
mod titles;
mod traces;
mod words;
mod world;

pub use error::BenchError;
pub use folder::FolderError;
pub use growth::Earlier;
pub use kept::KeptError;
pub use report::{Check, Figure, Outcome, Report, Row};
pub use rivals::meilisearch::MeilisearchError;
pub use traces::Traces;

use crate::clock::Clock;
use kept::Place;
use memory::Memory;
use processes::Usage;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use world::Site;

/// A part of the platform that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Titles to occupations.
    Titles,
    /// People who are registered twice.
    Linkage,
    /// Seats to people.
    Allocation,
    /// Events of the audit trail.
    Audit,
    /// Stored searches that new vacancies meet.
    Alerts,
}

impl Part {
    /// All parts in the order in which they run: pages before anything that fills the memory of the process.
    pub const ALL: [Self; 9] = [
        Self::Pages,
        Self::Match,
        Self::Search,
        Self::Import,
        Self::Titles,
        Self::Linkage,
        Self::Allocation,
        Self::Audit,
        Self::Alerts,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Match => "match",
            Self::Pages => "pages",
            Self::Import => "import",
            Self::Titles => "titles",
            Self::Linkage => "linkage",
            Self::Allocation => "allocation",
            Self::Audit => "audit",
            Self::Alerts => "alerts",
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
    /// Where the world is kept between runs; none for a world that goes with the run.
    pub keep: Option<PathBuf>,
}

/// Says what is being done.
pub type Tell<'a> = &'a (dyn Fn(&str) + Send + Sync);

/// Builds the world of `plan`, measures its parts and removes it again.
pub async fn run(plan: &Plan, clock: &Clock, traces: &Traces, tell: Tell<'_>) -> Result<Report, BenchError> {
    if plan.parts.iter().all(|part| *part == Part::Allocation) {
        let mut report = Report::new(plan.people, plan.vacancies, plan.seed);
        allocation::measure(plan, &mut report, tell).await?;
        return Ok(report);
    }
    let memory = Memory::watch();
    if plan.parts.iter().all(|part| *part == Part::Audit) {
        return audit_alone((plan, clock), (traces, &memory), tell).await;
    }
    if plan.parts.iter().all(|part| *part == Part::Linkage) {
        return linkage_alone(plan, clock, &memory, tell).await;
    }
    let place = Place::of(plan, clock)?;
    let folder = folder::make(plan.people, plan.vacancies, place.kept(), place.is_stored())?;
    traces.note_folder(folder.path().to_owned());
    let place = place.hold()?;
    let mut report = Report::new(plan.people, plan.vacancies, plan.seed);
    let mut site = world::build(plan, &place, folder.path(), (clock, traces), &mut report, tell).await?;
    for part in Part::ALL.into_iter().filter(|part| plan.parts.contains(part)) {
        tell(&format!("measuring {}", part.name()));
        let before = Usage::now().processor_seconds;
        match part {
            Part::Pages => site = pages::measure(site, (traces, &memory), &mut report, tell).await?,
            Part::Match => matching::measure(&site, &mut report, tell).await?,
            Part::Search => search::measure(&site, plan, (traces, &memory), &mut report, tell).await?,
            Part::Import => import::measure(&site, &mut report, tell).await?,
            Part::Titles => titles::measure(&site, &mut report, tell)?,
            Part::Linkage => linkage::measure(plan, clock, &mut report, tell).await?,
            Part::Allocation => allocation::measure(plan, &mut report, tell).await?,
            Part::Audit => audit::measure((plan, clock), traces, &mut report, tell).await?,
            Part::Alerts => alerts::measure(&site, &mut report, tell).await?,
        }
        let processor = Usage::now().processor_seconds - before;
        report.figure(Some(part), "processor time of this process, whole part", processor, "s");
    }
    note_disk(&site, folder.path(), &mut report);
    memory.note(&mut report);
    Ok(report)
}

/// The linkage needs no stored world.
async fn linkage_alone(
    plan: &Plan,
    clock: &Clock,
    memory: &Memory,
    tell: Tell<'_>,
) -> Result<Report, BenchError> {
    let mut report = Report::new(plan.people, 0, plan.seed);
    linkage::measure(plan, clock, &mut report, tell).await?;
    memory.note(&mut report);
    Ok(report)
}

/// The audit trail needs no world.
async fn audit_alone(
    (plan, clock): (&Plan, &Clock),
    (traces, memory): (&Traces, &Memory),
    tell: Tell<'_>,
) -> Result<Report, BenchError> {
    let mut report = Report::new(plan.people, plan.vacancies, plan.seed);
    audit::measure((plan, clock), traces, &mut report, tell).await?;
    memory.note(&mut report);
    Ok(report)
}

/// Was the disk that was asked for enough?
fn note_disk(site: &Site, scratch: &Path, report: &mut Report) {
    let world = &site.ground.settings.data;
    let elsewhere = if world.starts_with(scratch) { 0 } else { folder::bytes_below(world) };
    let used = folder::bytes_below(scratch) + elsewhere;
    let estimated = folder::bytes_needed(site.ground.people, site.ground.vacancies);
    report.figure(None, "disk used at the end", used as f64 / 1e6, "MB");
    report.figure(None, "disk that was required before", estimated as f64 / 1e6, "MB");
    report.check(None, "the disk that was required before was enough", used <= estimated);
}
