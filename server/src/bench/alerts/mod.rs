//! Part `alerts`: which of many stored searches does each new vacancy meet, beside asking the index once per search.

mod wanted;

use super::report::{OURS, Outcome, Report, Row};
use super::timing::Latency;
use super::world::Site;
use super::{BenchError, Part, Tell, processes::Usage};
use crate::indexing::project;
use crate::outbox::Subject;
use crate::vacancies;
use ::search::{Document, DocumentKey, Index, IndexError, Lexicon, Request, SearchKey, StoredSearches};
use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Alerts of a world of so many vacancies or more; a smaller one has as many for each.
const ALERTS: usize = 500_000;
const VACANCIES: usize = 2_000;
/// Threads that take documents: the cores of the smallest machine that is asked for.
const THREADS: usize = 2;
/// Alerts that are asked of the index one by one.
const ASKED: usize = 2_000;
/// What is required: seconds for all, milliseconds for one, megabytes.
const REQUIRED: (f64, f64, u64) = (10.0, 50.0, 1_000);

/// Stores alerts, lets vacancies come, and asks the index for some of the alerts.
pub(crate) async fn measure(site: &Site, report: &mut Report, tell: Tell<'_>) -> Result<(), BenchError> {
    let documents = documents(site).await?;
    let many = (site.ground.vacancies as usize * (ALERTS / VACANCIES)).min(ALERTS);
    tell(&format!("storing {many} alerts"));
    let book = site.platform.book();
    let day = crate::clock::day_number(site.platform.clock.today());
    let requests = wanted::requests(site, &book, many, day);
    if documents.is_empty() || requests.is_empty() {
        return Err(BenchError::TooSmall("no vacancy is open"));
    }
    let index = site.platform.indexes.of(Subject::Vacancy).clone();
    let before = Usage::now().anonymous_mb;
    let begun = Instant::now();
    let mut stored = StoredSearches::default();
    let keyed = requests.iter().enumerate().map(|(at, request)| (SearchKey(at as u128), request));
    stored.put_all(&index, &book.lexicon, keyed)?;
    let took = begun.elapsed().as_secs_f64();
    let memory = Usage::now().anonymous_mb.saturating_sub(before);
    figure(report, "alerts stored", stored.len() as f64, "alerts");
    figure(report, "alerts read and stored, one thread", stored.len() as f64 / took, "alerts/s");
    figure(report, "memory that stored alerts take", memory as f64, "MB");
    tell(&format!("{} vacancies come", documents.len()));
    let arrival = Arrival { stored: &stored, lexicon: &book.lexicon, day };
    let (met, seconds) = arrival.all(&documents)?;
    let times = arrival.one_by_one(&documents)?;
    note(report, (&documents, requests.len()), met, seconds, memory, times);
    ask(&arrival, (&index, &documents), &requests, report)
}

fn figure(report: &mut Report, what: impl Into<String>, value: f64, unit: &'static str) {
    report.figure(Some(Part::Alerts), what.into(), value, unit);
}

/// The open vacancies of the world as the index knows them, [`VACANCIES`] at most.
async fn documents(site: &Site) -> Result<Vec<Document>, BenchError> {
    let (book, today) = (site.platform.book(), site.platform.clock.today());
    let reader = site.platform.database.reader();
    let rows = vacancies::store::searchable_after(reader, None, VACANCIES as u64, today).await?;
    Ok(rows.iter().map(|row| project::vacancy(&book, row, today)).collect())
}

/// Stored searches on the day on which documents come.
struct Arrival<'a> {
    stored: &'a StoredSearches,
    lexicon: &'a Lexicon,
    day: i32,
}

impl Arrival<'_> {
    fn met(&self, document: &Document) -> Result<Vec<SearchKey>, IndexError> {
        self.stored.met_by(self.lexicon, document, self.day)
    }

    /// How many alerts all documents meet together, and the seconds that took on [`THREADS`] threads.
    fn all(&self, documents: &[Document]) -> Result<(u64, f64), IndexError> {
        let (next, met) = (AtomicUsize::new(0), AtomicU64::new(0));
        let work = || -> Result<(), IndexError> {
            while let Some(document) = documents.get(next.fetch_add(1, Ordering::Relaxed)) {
                met.fetch_add(self.met(document)?.len() as u64, Ordering::Relaxed);
            }
            Ok(())
        };
        let begun = Instant::now();
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
            threads.into_iter().try_for_each(|thread| thread.join().unwrap_or(Err(IndexError::Stopped)))
        })?;
        Ok((met.into_inner(), begun.elapsed().as_secs_f64()))
    }

    /// How long each document takes alone.
    fn one_by_one(&self, documents: &[Document]) -> Result<Vec<Duration>, IndexError> {
        let timed = |document| {
            let begun = Instant::now();
            self.met(document).map(|_| begun.elapsed())
        };
        documents.iter().map(timed).collect()
    }
}

fn note(
    report: &mut Report,
    (documents, alerts): (&[Document], usize),
    met: u64,
    seconds: f64,
    memory: u64,
    times: Vec<Duration>,
) {
    let part = Part::Alerts;
    let (most, slowest, room) = REQUIRED;
    figure(report, "vacancies that come", documents.len() as f64, "vacancies");
    figure(report, "vacancies that an alert meets, on average", met as f64 / alerts as f64, "vacancies");
    figure(report, "all vacancies against all alerts, 2 threads", seconds, "s");
    report.check(part, format!("all vacancies met all alerts within {most} s"), seconds <= most);
    report.check(part, format!("stored alerts take {room} MB at most"), memory <= room);
    let Some(latency) = Latency::of(times, 1) else { return };
    report.check(part, format!("every vacancy knew its alerts within {slowest} ms"), latency.max <= slowest);
    let outcome = Outcome::Measured { latency, together: None };
    let what = "a vacancy to the alerts it meets".to_owned();
    report.rows.push(Row { part, what, engine: OURS.to_owned(), outcome });
}

/// Asks the index for some of the alerts, as one would without storing them, and compares what is found.
fn ask(
    arrival: &Arrival<'_>,
    (index, documents): (&Index, &[Document]),
    requests: &[Request],
    report: &mut Report,
) -> Result<(), BenchError> {
    let step = (requests.len() / ASKED).max(1);
    let mut met: HashSet<(usize, DocumentKey)> = HashSet::new();
    for document in documents {
        let hits = arrival.met(document)?.into_iter().filter_map(|key| usize::try_from(key.0).ok());
        met.extend(hits.filter(|at| at % step == 0).map(|at| (at, document.key)));
    }
    let held: HashSet<DocumentKey> = documents.iter().map(|document| document.key).collect();
    let (mut times, mut equal, mut asked) = (Vec::new(), 0, 0);
    for (at, request) in requests.iter().enumerate().step_by(step) {
        let begun = Instant::now();
        let found = index.search(arrival.lexicon, request)?;
        times.push(begun.elapsed());
        let found: HashSet<DocumentKey> =
            found.hits.iter().map(|hit| hit.key).filter(|key| held.contains(key)).collect();
        let count = held.iter().filter(|key| met.contains(&(at, **key))).count();
        asked += 1;
        equal += usize::from(count == found.len() && found.iter().all(|key| met.contains(&(at, *key))));
    }
    let all: Duration = times.iter().sum();
    let seconds = all.as_secs_f64() / asked.max(1) as f64 * requests.len() as f64 / THREADS as f64;
    figure(report, "the same by asking the index once per alert, 2 threads, reckoned", seconds, "s");
    let part = Part::Alerts;
    let text = format!("alerts met what their search finds: {equal} of {asked} drawn");
    report.check(part, text, equal == asked);
    if let Some(latency) = Latency::of(times, 1) {
        let outcome = Outcome::Measured { latency, together: None };
        let what = "an alert, asked of the index".to_owned();
        report.rows.push(Row { part, what, engine: OURS.to_owned(), outcome });
    }
    Ok(())
}
