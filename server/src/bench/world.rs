//! The world that is measured: stored through the bulk loader, indexed as `reindex` does, opened as a
//! server does.

use super::machine::Usage;
use super::report::Report;
use super::{BenchError, Part, Plan, Tell, folder};
use crate::app::{Platform, Schema};
use crate::clock::{Clock, day_number};
use crate::config::Settings;
use crate::indexing;
use crate::outbox::Subject;
use crate::seeding;
use ::search::Request;
use seed_data::world::World;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// A stored and indexed world.
pub(crate) struct Site {
    /// Its tables, indexes and columns.
    pub(crate) platform: Arc<Platform>,
    /// What it was generated from.
    pub(crate) world: World,
    /// Numbers of people and vacancies.
    pub(crate) people: u32,
    pub(crate) vacancies: u32,
    /// Seed of the questions.
    pub(crate) seed: u64,
    /// Where everything lies.
    pub(crate) folder: PathBuf,
}

/// Rows stored between two words about it.
const TELL_EVERY: usize = 20_000;

/// Settings of a platform in `folder` that talks to nobody.
pub(crate) fn settings(folder: &Path) -> Settings {
    Settings {
        data: folder.to_owned(),
        database_url: None,
        index: folder.join("index"),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        metrics: None,
        public_url: None,
    }
}

/// Stores and indexes the world of `plan` in `folder`, closes it, and opens it again as a server would.
pub(crate) async fn build(
    plan: &Plan,
    folder: &Path,
    clock: &Clock,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<Site, BenchError> {
    let &Plan { people, vacancies, seed, .. } = plan;
    let world = World::new(seed, people, vacancies, day_number(clock.today()))?;
    let data = folder.join("world");
    let settings = settings(&data);
    let platform = Platform::open(settings.clone(), clock.clone(), Schema::Migrate).await?;
    store(&platform, &world, people, vacancies, report, tell).await?;
    index(&platform, (people, vacancies), report, tell).await?;
    let bytes = folder::bytes_of(&folder::database_file(&data));
    report.figure(None, "database file", bytes as f64 / 1e6, "MB");
    report.figure(None, "peak memory while building", Usage::now().peak_mb as f64, "MB");
    drop(platform);
    let platform = start(settings, clock, report).await?;
    Ok(Site { platform, world, people, vacancies, seed, folder: folder.to_owned() })
}

async fn store(
    platform: &Platform,
    world: &World,
    people: u32,
    vacancies: u32,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let all = f64::from(people) + f64::from(vacancies);
    tell(&format!("storing {people} people and {vacancies} vacancies"));
    let begun = Instant::now();
    let mut told = 0;
    seeding::load(platform, world, |stored| {
        if stored >= told + TELL_EVERY {
            told = stored;
            tell(&format!("{stored} of {all} rows stored"));
        }
    })
    .await?;
    report.figure(None, "rows generated and stored", all / begun.elapsed().as_secs_f64(), "rows/s");
    Ok(())
}

/// Makes both indexes from the tables and notes how fast and how large.
async fn index(
    platform: &Platform,
    (people, vacancies): (u32, u32),
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let all = [(Subject::Person, "people", people), (Subject::Vacancy, "vacancies", vacancies)];
    for (subject, name, rows) in all {
        tell(&format!("indexing {name}"));
        let before = Usage::now().processor_seconds;
        let begun = Instant::now();
        let indexes = &platform.indexes;
        let written =
            indexing::rebuild(&platform.database, &platform.book(), indexes, subject, &platform.clock)
                .await?;
        let took = begun.elapsed().as_secs_f64();
        let processor = Usage::now().processor_seconds - before;
        let bytes = indexes.of(subject).bytes() as f64;
        let part = Some(Part::Search);
        report.figure(
            part,
            format!("index build, {name}, from the tables"),
            written as f64 / took,
            "documents/s",
        );
        report.figure(part, format!("index build, {name}, processor time"), processor, "s");
        report.figure(part, format!("index size, {name}"), bytes / written.max(1) as f64, "bytes/document");
        report.check(
            Part::Search,
            format!("index of {name} holds every row: {} of {rows}", indexes.of(subject).len()),
            indexes.of(subject).len() == u64::from(rows),
        );
    }
    Ok(())
}

/// Opens the stored world and asks it something, as a server does when it starts.
async fn start(settings: Settings, clock: &Clock, report: &mut Report) -> Result<Arc<Platform>, BenchError> {
    let begun = Instant::now();
    let platform = Platform::open(settings, clock.clone(), Schema::Migrate).await?;
    platform.catch_up_indexes().await?;
    let request = Request { today: day_number(clock.today()), ..Request::default() };
    platform.indexes.of(Subject::Vacancy).search(&platform.book().lexicon, &request)?;
    report.figure(None, "start to first search", begun.elapsed().as_secs_f64(), "s");
    platform.catch_up_columns().await?;
    report.figure(
        None,
        "start to first search and columns of people and openings",
        begun.elapsed().as_secs_f64(),
        "s",
    );
    Ok(platform)
}
