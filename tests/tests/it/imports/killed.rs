//! `kill -9` at random points of an import: what was reported as accepted is there, and the same import
//! then completes.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Said, jobs_found, viak};

const ROWS: usize = 700;
/// Points of one test; four tests make twenty.
const POINTS: u32 = 5;

/// A folder whose database has its schema and reference data, so that trials need not load them again.
fn prepared() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(jobs_found(folder.path(), ""), 0);
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn import(data: &Path, file: &Path) -> Command {
    let mut command = viak(data);
    command.args(["import", "vacancies", "--keep-open"]).arg(file);
    command
}

/// A number in [0, 1) that nobody knows beforehand.
fn chance() -> f64 {
    let drawn = RandomState::new().build_hasher().finish();
    (drawn >> 11) as f64 / (1_u64 << 53) as f64
}

/// An import that is under way, and what it has said so far.
struct UnderWay {
    child: Child,
    lines: Receiver<String>,
}

impl UnderWay {
    fn start(data: &Path, file: &Path) -> Self {
        let mut child = import(data, file).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// Listens until `moment`, then kills it; returns how many rows it had reported as accepted.
    fn killed_at(mut self, moment: Instant) -> u64 {
        let mut reported = 0;
        loop {
            let left = moment.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) => reported = accepted(&line).unwrap_or(reported),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        for line in self.lines {
            reported = accepted(&line).unwrap_or(reported);
        }
        reported
    }
}

/// The number in `…, 400 accepted so far`.
fn accepted(line: &str) -> Option<u64> {
    line.strip_suffix(" accepted so far")?.rsplit(' ').next()?.parse().ok()
}

/// How many rows the newest import has added, as the trail tells it, and whether it ended.
fn told(data: &Path) -> Option<(u64, bool)> {
    let said = Said::by(viak(data).args(["audit", "--json", "--limit", "1"])).done();
    let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let event = told["events"].as_array().unwrap().iter().find(|event| event["action"] == "imported")?;
    let why = event["personal"]["reason"].as_str().unwrap();
    let added = why.split_once("added ")?.1.split(',').next()?.parse().ok()?;
    Some((added, why.contains(" in all;")))
}

/// How long a whole import takes here.
fn whole(prepared: &Path, file: &Path) -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    copy(prepared, &data);
    let begun = Instant::now();
    let said = Said::by(&mut import(&data, file)).done();
    assert_eq!(said.number("accepted"), ROWS as u64);
    assert!(said.err.contains("accepted so far"), "progress is reported: {}", said.err);
    begun.elapsed()
}

/// Kills imports in each fifth of a quarter of their time, and completes them.
fn killed_in_quarter(quarter: u32) {
    let prepared = prepared();
    let file: PathBuf = csv(prepared.path(), "adverts.csv", &(0..ROWS).map(row).collect::<Vec<_>>());
    let whole = whole(prepared.path(), &file);
    for point in 0..POINTS {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        copy(prepared.path(), &data);
        let share = (f64::from(quarter * POINTS + point) + chance()) / f64::from(4 * POINTS);
        let reported = UnderWay::start(&data, &file).killed_at(Instant::now() + whole.mul_f64(share));
        let there = jobs_found(&data, "");
        println!("killed after {:.0} %: {reported} reported, {there} there", share * 100.0);
        assert!(there >= reported, "{reported} rows were reported as accepted, {there} are there");
        assert_eq!(told(&data).map_or(0, |(added, _)| added), there, "the trail tells what it did");
        let said = Said::by(&mut import(&data, &file)).done();
        assert_eq!(said.number("accepted") + said.number("unchanged"), ROWS as u64, "{}", said.out);
        assert_eq!(told(&data), Some((ROWS as u64 - there, true)), "and what the next one did");
        assert_eq!((said.number("unchanged"), said.number("rejected")), (there, 0), "{}", said.out);
        // The index equals the tables.
        Said::by(viak(&data).arg("check")).done();
    }
}

#[test]
fn an_import_killed_in_its_first_quarter_completes() {
    killed_in_quarter(0);
}

#[test]
fn an_import_killed_in_its_second_quarter_completes() {
    killed_in_quarter(1);
}

#[test]
fn an_import_killed_in_its_third_quarter_completes() {
    killed_in_quarter(2);
}

#[test]
fn an_import_killed_in_its_last_quarter_completes() {
    killed_in_quarter(3);
}
