//! Backups beside a server that is written to all the time: each is a state that existed.

use super::Place;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Postgres, Said, Server, request};

const PATIENCE: Duration = Duration::from_mins(1);
/// Writers, each of whom waits for an acknowledgement before it writes on.
const WRITERS: usize = 8;
/// Between one write of a writer and the next: 200 a second in all.
const PAUSE: Duration = Duration::from_millis(40);

/// Publishes one vacancy after another until told to end; `acknowledged` counts those that are.
fn write(server: &str, (bearer, writer): (&str, usize), acknowledged: &AtomicUsize, ended: &AtomicBool) {
    for number in 0.. {
        if ended.load(Ordering::SeqCst) {
            return;
        }
        let (begun, name) = (Instant::now(), format!("w{writer}-{number}"));
        let posting = json!({"identifier": name, "title": format!("Welder {name}"),
            "hiringOrganization": format!("Works {}", number % 7)});
        let headers = [("Authorization", bearer), ("Idempotency-Key", name.as_str())];
        let answer = request(server, ("POST", "/api/v1/jobs"), &headers, &posting.to_string()).unwrap();
        assert_eq!(answer.status, 201, "{}", answer.body);
        acknowledged.store(number + 1, Ordering::SeqCst);
        std::thread::sleep(PAUSE.saturating_sub(begun.elapsed()));
    }
}

fn counts(acknowledged: &[AtomicUsize]) -> Vec<usize> {
    acknowledged.iter().map(|count| count.load(Ordering::SeqCst)).collect()
}

/// Keys of the vacancies in a backup.
fn keys_in(file: &std::path::Path) -> BTreeSet<String> {
    let (manifest, rows) = super::content(file);
    let table = manifest.tables.iter().find(|table| table.name == "vacancy").unwrap();
    let key = table.columns.iter().position(|column| column.name == "source_key").unwrap();
    let vacancies = rows.iter().filter(|(table, _)| table == "vacancy");
    vacancies.map(|(_, row)| row[key].as_str().unwrap().to_owned()).collect()
}

/// Of each writer everything that was acknowledged before is there, nothing that was begun after, and no gap between.
fn is_a_state_that_existed(keys: &BTreeSet<String>, before: &[usize], after: &[usize]) {
    for (writer, (least, most)) in before.iter().zip(after).enumerate() {
        let held = (0..keys.len()).take_while(|number| keys.contains(&format!("w{writer}-{number}"))).count();
        let prefix = format!("w{writer}-");
        let all = keys.iter().filter(|key| key.starts_with(&prefix)).count();
        assert_eq!(held, all, "writer {writer}: a later write is there and an earlier one is not");
        assert!((*least..=most + 1).contains(&held), "writer {writer}: {least} ≤ {held} ≤ {most} + 1");
    }
}

fn backups_of_a_busy_server(url: Option<String>) {
    let home = tempfile::tempdir().unwrap();
    let place = Place { data: home.path().join("there"), url };
    let more: Vec<&str> = place.url.iter().flat_map(|url| ["--database-url", url]).collect();
    Said::by(place.viak().arg("migrate")).done();
    let mut server = Server::started(&place.data, &more);
    server.until_ready(PATIENCE);
    let create = ["token", "create", "--role", "publisher", "--source"];
    let tokens: Vec<String> = (0..WRITERS)
        .map(|writer| Said::by(place.viak().args(create).arg(format!("s{writer}"))).done().out)
        .map(|token| format!("Bearer {}", token.trim()))
        .collect();
    let old = csv(home.path(), "old.csv", &(0..300).map(row).collect::<Vec<_>>());
    Said::by(place.viak().args(["import", "vacancies", "--keep-open"]).arg(&old)).done();
    let new = csv(home.path(), "new.csv", &(0..6_000).map(row).collect::<Vec<_>>());
    let acknowledged: Vec<AtomicUsize> = (0..WRITERS).map(|_| AtomicUsize::new(0)).collect();
    let ended = AtomicBool::new(false);
    let files: Vec<_> = (0..3).map(|number| home.path().join(format!("backup{number}"))).collect();
    std::thread::scope(|scope| {
        for (writer, (token, count)) in tokens.iter().zip(&acknowledged).enumerate() {
            let (address, ended) = (server.address(), &ended);
            scope.spawn(move || write(address, (token, writer), count, ended));
        }
        let import = || Said::by(place.viak().args(["import", "vacancies", "--keep-open"]).arg(&new)).done();
        let import = scope.spawn(import);
        for file in &files {
            let (begun, before) = (Instant::now(), counts(&acknowledged));
            place.back_up(file).done();
            let after = counts(&acknowledged);
            let written = after.iter().sum::<usize>() - before.iter().sum::<usize>();
            println!("a backup in {:.1?}, beside {written} writes and an import", begun.elapsed());
            let keys = keys_in(file);
            assert!((0..300).all(|number| keys.contains(&format!("R{number}"))), "what was there is there");
            is_a_state_that_existed(&keys, &before, &after);
        }
        ended.store(true, Ordering::SeqCst);
        import.join().unwrap();
    });
    server.kill();
    for (number, file) in files.iter().enumerate() {
        let here = Place::sqlite(&home.path().join(format!("here{number}")));
        here.restore(file).done();
        Said::by(here.viak().arg("check")).done();
    }
}

#[test]
fn each_backup_of_a_busy_server_over_sqlite_is_a_state_that_existed() {
    backups_of_a_busy_server(None);
}

#[test]
fn each_backup_of_a_busy_server_over_postgresql_is_a_state_that_existed() {
    let Some(cluster) = Postgres::start() else { return };
    backups_of_a_busy_server(Some(cluster.url()));
}
