//! A mixed load with writes, for a minute or as long as `VIAK_SOAK_MINUTES` says: no faults, no growth.
//!
//! Memory is judged by what the process has for itself (`RssAnon`), after a minute in which threads, caches and
//! the allocator find their size. A commit of an index holds some 30 MB more for a moment, several times a
//! second, so that what is seen goes up and down by chance: the median of the last third is held against that
//! of the first. It may grow by 5 %; in a run of a minute, whose thirds are short, by 5 MB beside. How long
//! requests took is printed; only one that nobody would wait for fails the test, or a last third that is another
//! matter than the first. Segments of the index are merged meanwhile, which is made sure of.

use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Said, Server, encoded, request, viak};

/// Before memory is judged.
const WARM_UP: Duration = Duration::from_mins(1);
/// Nobody waits longer.
const LONGEST: Duration = Duration::from_secs(10);
/// Growth that may be chance in a run of a minute, in bytes: how many commits overlap depends on what else the
/// machine does.
const CHANCE: u64 = 5_000_000;
/// So many times as long as in the first third may a request take in the last: in a long run, which has the machine
/// for itself, and in one of a minute, which may share it.
const SLOWER: [u32; 2] = [2, 10];
const ROWS: usize = 1_500;
const READERS: usize = 4;
/// Twenty writes a second.
const BETWEEN_WRITES: Duration = Duration::from_millis(50);
/// Vacancies that the writer keeps changing.
const CHANGING: usize = 150;

/// What readers ask, of each kind.
fn questions(number: usize) -> String {
    let word = ["welder", "ພໍ່ຄົວ", "thợ điện", "eletrician", "savannakhet", "weldr xeno"][number % 6];
    let word = encoded(word);
    match number % 11 {
        0 => "/".to_owned(),
        1 => format!("/jobs?q={word}"),
        2 => format!("/jobs?q={word}+savannakhet&contract=none&lang=en"),
        3 => format!("/jobs?q=advert+{}&as_words=1", number % ROWS),
        4 => "/jobs?province=13&sort=newest&page=2".to_owned(),
        5 => format!("/jobs.atom?q={word}"),
        6 => format!("/api/v1/jobs?q={word}&province=13"),
        7 => format!("/api/v1/jobs?q={word}&facets=0&limit=50&as_words=1"),
        8 => format!("/api/v1/occupations?q={word}"),
        9 => format!("/api/v1/suggest?q={}", &word[..word.len().min(9)]),
        _ => "/readyz".to_owned(),
    }
}

/// What a run has seen: the moment and length of each request.
#[derive(Default)]
struct Seen(Mutex<Vec<(Duration, Duration)>>);

struct Run<'a> {
    server: &'a Server,
    bearer: String,
    begun: Instant,
    lasts: Duration,
    ended: AtomicBool,
    seen: Seen,
}

impl Run<'_> {
    /// Asks, notes how long it took, and fails at a fault.
    fn ask(&self, what: (&str, &str), body: &str) -> tests::Answer {
        let before = Instant::now();
        let headers = [("Authorization", self.bearer.as_str())];
        let headers = if what.1.starts_with("/api/") { &headers[..] } else { &[] };
        let answer = request(self.server.address(), what, headers, body);
        let answer = answer.unwrap_or_else(|error| panic!("{what:?}: {error}"));
        let took = before.elapsed();
        assert!(answer.status < 500, "{what:?} was answered {}: {}", answer.status, answer.body);
        assert_ne!(answer.status, 429, "the load keeps within the limits");
        assert!(took < LONGEST, "{what:?} took {took:?}");
        self.seen.0.lock().unwrap().push((before - self.begun, took));
        answer
    }

    fn goes_on(&self) -> bool {
        self.begun.elapsed() < self.lasts && !self.ended.load(Ordering::Relaxed)
    }

    fn read(&self, reader: usize) {
        let mut number = reader * 1_000;
        while self.goes_on() {
            let answer = self.ask(("GET", &questions(number)), "");
            // Every other result is opened, as people do.
            if let Some(at) = answer.body.find("href=\"/jobs/").filter(|_| number.is_multiple_of(2)) {
                let path = answer.body[at + 6..].split(['"', '?']).next().unwrap();
                // It may have been withdrawn since.
                let status = self.ask(("GET", path), "").status;
                assert!(matches!(status, 200 | 410), "{path} was just shown, and answers {status}");
            }
            number += 1;
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    /// Writes at an even pace: published, amended, withdrawn, offered again.
    fn write(&self) -> usize {
        let mut ids: Vec<Option<String>> = vec![None; CHANGING];
        let mut number = 0;
        while self.goes_on() {
            let which = number % CHANGING;
            let withdrawn = (number / CHANGING % 3 == 2).then(|| ids[which].take()).flatten();
            if let Some(id) = withdrawn {
                let answer = self.ask(("DELETE", &format!("/api/v1/jobs/{id}")), "");
                assert_eq!(answer.status, 204, "{}", answer.body);
            } else {
                let posting = json!({"identifier": format!("s{which}"), "title": format!("Welder {number}"),
                    "hiringOrganization": "Mekong Works", "description": "Steel frames. ".repeat(30)});
                let answer = self.ask(("POST", "/api/v1/jobs"), &posting.to_string());
                ids[which] = Some(answer.json()["id"].as_str().expect("it was stored").to_owned());
            }
            number += 1;
            let next = self.begun + BETWEEN_WRITES * number as u32;
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
        }
        number
    }

    /// The memory and the segments of the index, five times a second.
    fn watch(&self) -> Vec<Sample> {
        let mut samples = Vec::new();
        while self.goes_on() {
            let segments = segments(&self.server.data().join("index"));
            samples.push(Sample { memory: self.server.memory("RssAnon"), segments });
            std::thread::sleep(Duration::from_millis(200));
        }
        samples
    }
}

/// What was seen at a moment.
#[derive(Debug)]
struct Sample {
    /// Bytes.
    memory: u64,
    /// Of all indexes in the folder.
    segments: usize,
}

/// Segments below a folder: each has one list of terms.
fn segments(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let count = |path: PathBuf| match path.extension() {
        Some(extension) => usize::from(extension == "term"),
        None => segments(&path),
    };
    entries.map(count).sum()
}

/// Ends all others when its thread fails.
struct EndsAll<'a>(&'a AtomicBool);

impl Drop for EndsAll<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

/// What was sampled in the n-th third of the time after the warm-up.
fn third<T>(all: &[T], which: usize, lasts: Duration) -> &[T] {
    let warm = (all.len() as f64 * WARM_UP.as_secs_f64() / lasts.as_secs_f64()) as usize;
    let rest = &all[warm..];
    &rest[rest.len() * which / 3..rest.len() * (which + 1) / 3]
}

/// Half of the samples held less memory.
fn median(samples: &[Sample]) -> u64 {
    let mut values: Vec<u64> = samples.iter().map(|sample| sample.memory).collect();
    values.sort_unstable();
    values[values.len() / 2]
}

/// Requests of the n-th third of the time after the warm-up, and what half and all but a hundredth of them
/// took at most.
fn latency(run: &Run<'_>, which: u32) -> (usize, Duration, Duration) {
    let seen = run.seen.0.lock().unwrap();
    let rest = run.lasts.saturating_sub(WARM_UP);
    let within = WARM_UP + rest * which / 3..WARM_UP + rest * (which + 1) / 3;
    let mut took: Vec<Duration> =
        seen.iter().filter(|(at, _)| within.contains(at)).map(|(_, took)| *took).collect();
    took.sort_unstable();
    (took.len(), took[took.len() / 2], took[took.len() * 99 / 100])
}

#[test]
fn mixed_load_brings_no_fault_and_no_growth() {
    let minutes = std::env::var("VIAK_SOAK_MINUTES").ok().and_then(|number| number.parse().ok());
    let folder = tempfile::tempdir().unwrap();
    let file = csv(folder.path(), "adverts.csv", &(0..ROWS).map(row).collect::<Vec<_>>());
    Said::by(viak(folder.path()).args(["import", "vacancies", "--keep-open"]).arg(file)).done();
    let mut server = Server::started(folder.path(), &[]);
    server.until_ready(Duration::from_mins(1));
    let create = ["token", "create", "--role", "publisher"];
    let bearer = format!("Bearer {}", Said::by(viak(folder.path()).args(create)).done().out.trim());
    let lasts = WARM_UP + Duration::from_mins(minutes.unwrap_or(1));
    let (begun, ended, seen) = (Instant::now(), AtomicBool::new(false), Seen::default());
    let run = Run { server: &server, bearer, begun, lasts, ended, seen };
    let (samples, writes) = std::thread::scope(|scope| {
        let run = &run;
        for reader in 0..READERS {
            scope.spawn(move || {
                let _ends = EndsAll(&run.ended);
                run.read(reader);
            });
        }
        let watching = scope.spawn(|| run.watch());
        let _ends = EndsAll(&run.ended);
        let writes = run.write();
        (watching.join().unwrap(), writes)
    });
    let [first, last] = [0, 2].map(|which| latency(&run, which));
    for (name, (requests, half, most)) in [("first", first), ("last", last)] {
        println!("{name} third after the warm-up: {requests} requests, p50 {half:.1?}, p99 {most:.1?}");
    }
    let is_long = minutes.is_some_and(|minutes: u64| minutes > 1);
    let slower = if is_long { SLOWER[0] } else { SLOWER[1] };
    assert!(last.2 <= first.2 * slower, "the last third is slow: {:?} after {:?}", last.2, first.2);
    let merges = samples.windows(2).filter(|pair| pair[1].segments < pair[0].segments).count();
    assert!(merges > 0, "no segments were merged: {samples:?}");
    let [before, after] = [0, 2].map(|which| median(third(&samples, which, lasts)));
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    println!("{writes} writes, segments seen to become fewer {merges} times");
    println!("RssAnon {:.1} MB, then {:.1} MB", megabytes(before), megabytes(after));
    let a_minute = samples.chunks(samples.len() * 60 / lasts.as_secs() as usize);
    let minutely: Vec<String> = a_minute.map(|of| format!("{:.1}", megabytes(median(of)))).collect();
    println!("by the minute, MB: {}", minutely.join(", "));
    let chance = if is_long { 0 } else { CHANCE };
    assert!(after <= before + before / 20 + chance, "the process grows: {samples:?}");
    drop(run);
    server.until_clean(LONGEST);
    assert!(server.end(), "it ends well when asked to: {}", server.said());
    assert!(!server.said().contains("ERROR"), "{}", server.said());
}
