//! Backups and restores that are ended or killed on their way leave nothing that could be taken for whole.

use super::{Place, content, names};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tests::{Postgres, Said};

/// How many moments are tried, spread over the time that it takes.
const MOMENTS: u32 = 8;
/// How many of them have to come before the end: the machine may be quicker now than when the time was taken.
const BEFORE_THE_END: u32 = MOMENTS / 2;

/// A platform that takes a while to back up, a backup of it, and how long that took.
fn large(home: &Path) -> (Place, Duration) {
    let there = Place::sqlite(&home.join("there"));
    Said::by(there.viak().args(["seed", "--people", "2000", "--vacancies", "300"])).done();
    let begun = Instant::now();
    there.back_up(&home.join("whole")).done();
    (there, begun.elapsed())
}

fn started(command: &mut Command) -> Child {
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn time_of_a_restore(first: &Place, whole: &Path) -> Duration {
    let begun = Instant::now();
    first.restore(whole).done();
    begun.elapsed()
}

/// Sends a signal after a while; says whether the process had not ended well before.
fn ended_after(mut child: Child, wait: Duration, signal: &str) -> bool {
    std::thread::sleep(wait);
    let running = child.try_wait().unwrap().is_none();
    if running {
        let sent =
            Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status();
        sent.unwrap();
    }
    !child.wait().unwrap().success()
}

#[test]
fn a_backup_that_is_ended_or_killed_leaves_what_was_there() {
    let home = tempfile::tempdir().unwrap();
    let (there, lasts) = large(home.path());
    let whole = std::fs::read(home.path().join("whole")).unwrap();
    let mut ended = 0;
    for signal in ["-INT", "-TERM", "-KILL"] {
        for moment in 1..=MOMENTS {
            let folder = home.path().join(format!("{signal}{moment}"));
            std::fs::create_dir(&folder).unwrap();
            std::fs::write(folder.join("old"), &whole).unwrap();
            let child = started(there.viak().arg("backup").arg(folder.join("old")).arg("--force"));
            if !ended_after(child, lasts * moment / MOMENTS, signal) {
                continue;
            }
            ended += 1;
            content(&folder.join("old"));
            let left: Vec<String> = names(&folder).into_iter().filter(|name| name != "old").collect();
            assert!(signal == "-KILL" || left.is_empty(), "{signal} leaves {left:?}");
            assert!(left.iter().all(|name| name.contains(".old.")), "{left:?}");
        }
    }
    println!("{ended} backups were ended on their way");
    assert!(ended >= 3 * BEFORE_THE_END, "hardly any backup was ended on its way");
}

#[test]
fn a_restore_that_is_ended_or_killed_leaves_no_database_and_can_be_repeated() {
    let home = tempfile::tempdir().unwrap();
    large(home.path());
    let (whole, mut ended) = (home.path().join("whole"), 0);
    let lasts = time_of_a_restore(&Place::sqlite(&home.path().join("first")), &whole);
    for signal in ["-INT", "-TERM", "-KILL"] {
        for moment in 1..=MOMENTS {
            let here = Place::sqlite(&home.path().join(format!("{signal}{moment}")));
            let child = started(here.viak().arg("restore").arg(&whole));
            if !ended_after(child, lasts * moment / MOMENTS, signal) {
                assert_eq!(names(&here.data), ["viak.sqlite"], "it was whole");
                continue;
            }
            ended += 1;
            let left = names(&here.data);
            if signal == "-KILL" && left.iter().any(|name| name == "viak.sqlite") {
                Said::by(here.viak().arg("check")).done();
                continue;
            }
            assert!(
                left.iter().all(|name| signal == "-KILL" && name == "restoring"),
                "{signal} leaves {left:?}"
            );
            if moment == MOMENTS / 2 {
                here.restore(&whole).done();
                assert_eq!(names(&here.data), ["viak.sqlite"]);
                Said::by(here.viak().arg("check")).done();
            }
        }
    }
    println!("{ended} restores were ended on their way");
    assert!(ended >= 3 * BEFORE_THE_END, "hardly any restore was ended on its way");
}

#[test]
fn a_restore_into_postgresql_that_is_killed_leaves_an_empty_database() {
    let Some(cluster) = Postgres::start() else { return };
    let home = tempfile::tempdir().unwrap();
    large(home.path());
    let (whole, mut ended) = (home.path().join("whole"), 0);
    let first = Place { data: home.path().join("first"), url: Some(cluster.fresh_database()) };
    let lasts = time_of_a_restore(&first, &whole);
    let here = Place { data: home.path().join("here"), url: Some(cluster.url()) };
    for moment in 1..=MOMENTS {
        let child = started(here.viak().arg("restore").arg(&whole));
        if !ended_after(child, lasts * moment / MOMENTS, if moment % 2 == 0 { "-KILL" } else { "-INT" }) {
            break;
        }
        ended += 1;
    }
    println!("{ended} restores were ended on their way");
    assert!(ended >= BEFORE_THE_END, "hardly any restore was ended on its way");
    let said = here.restore(&whole);
    if said.code != Some(0) {
        assert!(said.err.contains("into an empty database"), "the last one was whole: {}", said.err);
    }
    Said::by(here.viak().arg("check")).done();
    assert_eq!(here.found("").len(), 50);
}
