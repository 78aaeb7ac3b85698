//! The world that is measured: stored through the bulk loader, indexed as `reindex` does, opened as a
//! server does.

use super::kept::Place;
use super::processes::Usage;
use super::report::Report;
use super::{BenchError, Part, Plan, Tell, Traces, folder};
use crate::app::{Platform, Schema};
use crate::clock::Clock;
use crate::config::{Contact, MailRoute, Settings, SmsRoute};
use crate::outbox::Subject;
use crate::{indexing, seeding, vacancies};
use seed_data::world::World;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A stored and indexed world that nobody has open.
pub(crate) struct Ground {
    /// What it was generated from.
    pub(crate) world: Arc<World>,
    /// Numbers of people and vacancies.
    pub(crate) people: u32,
    pub(crate) vacancies: u32,
    /// Seed of the questions.
    pub(crate) seed: u64,
    /// Where it lies.
    pub(crate) settings: Settings,
    /// Where everything else lies that the run makes.
    pub(crate) scratch: PathBuf,
    clock: Clock,
}

/// A world that this process has open.
pub(crate) struct Site {
    /// Its tables, indexes and columns.
    pub(crate) platform: Arc<Platform>,
    /// The same, closed.
    pub(crate) ground: Ground,
}

/// Rows stored between two words about it.
const TELL_EVERY: usize = 20_000;
/// People of a world from which on a round may take its full time.
const LARGE: u32 = 200_000;
/// Rounds in small worlds have this part of their time at least.
const LEAST: f64 = 0.05;

impl Site {
    /// Closes the world, so that another process may open it.
    pub(crate) fn close(self) -> Ground {
        self.ground
    }
}

impl Ground {
    /// Opens the world as a server does.
    pub(crate) async fn open(self) -> Result<Site, BenchError> {
        let platform = Platform::open(self.settings.clone(), self.clock.clone(), Schema::Migrate).await?;
        platform.catch_up_indexes().await?;
        Ok(Site { platform, ground: self })
    }

    /// How long a round may take that in large worlds may take so long.
    pub(crate) fn budget(&self, most: Duration) -> Duration {
        most.mul_f64((f64::from(self.people) / f64::from(LARGE)).clamp(LEAST, 1.0))
    }
}

/// Settings of a platform in `folder` that talks to nobody.
pub(crate) fn settings(folder: &Path) -> Settings {
    Settings {
        data: folder.to_owned(),
        database_url: None,
        index: folder.join("index"),
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        metrics: None,
        public_url: None,
        trusted_proxies: Vec::new(),
        title_vectors: None,
        mail: MailRoute::Directory(folder.join("mail")),
        mail_from: None,
        sms: SmsRoute::Directory(folder.join("sms")),
        keys: folder.join(crate::keys::FILE),
        known_passwords: None,
        contact: Contact::default(),
        sources: crate::config::Sources::default(),
    }
}

/// The world of `plan`: found in its folder, or stored and indexed there.
pub(crate) async fn build(
    plan: &Plan,
    place: &Place,
    scratch: &Path,
    (clock, traces): (&Clock, &Traces),
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<Site, BenchError> {
    let &Plan { people, vacancies, seed, .. } = plan;
    let data = place.kept().map_or_else(|| scratch.join("world"), Path::to_owned);
    let world = Arc::new(World::new(seed, people, vacancies, place.mark.day)?);
    let settings = settings(&data);
    let ground = Ground {
        world,
        people,
        vacancies,
        seed,
        settings,
        scratch: scratch.to_owned(),
        clock: clock.clone(),
    };
    if place.is_stored() {
        let again = plan.parts.contains(&Part::Search);
        let indexes =
            if again { "its indexes are made anew" } else { "its indexes are those of that or a later run" };
        let text =
            format!("The world was stored by an earlier run of commit {}; {indexes}.", place.mark.commit);
        report.note(None, text);
    } else {
        traces.note_folder(data.clone());
    }
    let platform = Platform::open(ground.settings.clone(), clock.clone(), Schema::Migrate).await?;
    if !place.is_stored() {
        store(&platform, &ground, report, tell).await?;
    }
    platform.close_the_day().await?;
    if !place.is_stored() || plan.parts.contains(&Part::Search) {
        index(&platform, &ground, report, tell).await?;
        columns(&platform, report, tell).await?;
    }
    let bytes = folder::bytes_of(&folder::database_file(&data));
    report.figure(None, "database file", bytes as f64 / 1e6, "MB");
    if !place.is_stored() || plan.parts.contains(&Part::Search) {
        report.figure(None, "peak memory while building", Usage::now().peak_mb as f64, "MB");
    }
    if place.kept().is_some() {
        place.mark.write(&data)?;
        traces.keep_folder(&data);
    }
    drop(platform);
    ground.open().await
}

async fn store(
    platform: &Platform,
    ground: &Ground,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let &Ground { ref world, people, vacancies, .. } = ground;
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

/// What it took to make an index.
#[derive(Clone, Copy, Default)]
struct Built {
    documents: u64,
    seconds: f64,
    processor_seconds: f64,
    bytes: u64,
}

/// Makes both indexes from the tables and notes how fast and how large.
async fn index(
    platform: &Platform,
    ground: &Ground,
    report: &mut Report,
    tell: Tell<'_>,
) -> Result<(), BenchError> {
    let open = vacancies::store::open_ids(platform.database.reader(), platform.clock.today()).await?.len();
    let people = ground.people as usize;
    let mut both = Built::default();
    for (subject, name, rows) in [(Subject::Person, "people", people), (Subject::Vacancy, "vacancies", open)]
    {
        tell(&format!("indexing {name}"));
        let before = Usage::now().processor_seconds;
        let begun = Instant::now();
        let indexes = &platform.indexes;
        let documents =
            indexing::rebuild(&platform.database, &platform.book(), indexes, subject, &platform.clock)
                .await?;
        let built = Built {
            documents,
            seconds: begun.elapsed().as_secs_f64(),
            processor_seconds: Usage::now().processor_seconds - before,
            bytes: indexes.of(subject).bytes(),
        };
        built.note(name, report);
        both.add(built);
        let held = indexes.of(subject).len();
        let text = format!("index of {name} holds every row: {held} of {rows}");
        report.check(Some(Part::Search), text, held == rows as u64);
    }
    both.note("both", report);
    Ok(())
}

/// Makes the matching columns from the tables, with their snapshot, and notes how long that takes.
async fn columns(platform: &Platform, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    tell("filling the matching columns");
    platform.columns.forget().await;
    let begun = Instant::now();
    platform.catch_up_columns().await?;
    let took = begun.elapsed().as_secs_f64();
    report.figure(Some(Part::Search), "matching columns, from the tables, whole", took, "s");
    Ok(())
}

impl Built {
    fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.seconds += other.seconds;
        self.processor_seconds += other.processor_seconds;
        self.bytes += other.bytes;
    }

    fn note(&self, name: &str, report: &mut Report) {
        let part = Some(Part::Search);
        let what = format!("index build, {name}, from the tables");
        report.figure(part, what, self.documents as f64 / self.seconds, "documents/s");
        report.figure(part, format!("index build, {name}, whole"), self.seconds, "s");
        report.figure(part, format!("index build, {name}, processor time"), self.processor_seconds, "s");
        let size = self.bytes as f64 / self.documents.max(1) as f64;
        report.figure(part, format!("index size, {name}"), size, "bytes/document");
    }
}
