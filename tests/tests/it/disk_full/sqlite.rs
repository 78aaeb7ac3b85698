//! SQLite's file, or the index, on a disk without space.

use super::{PATIENCE, found, publish, publisher, refuses_until_there_is_space, until_found};
use std::time::{Duration, Instant};
use tests::{Mount, Server};

/// Enough for the reference data and a few vacancies.
const MEGABYTES: u32 = 16;

#[test]
fn a_commit_without_space_is_refused_and_nothing_is_broken() {
    let Some(small) = Mount::of(MEGABYTES) else { return };
    let index = tempfile::tempdir().unwrap();
    let settings = ["--index", index.path().to_str().unwrap()];
    let mut server = Server::started(&small.path().join("data"), &settings);
    refuses_until_there_is_space(&mut server, &small, "full");
}

#[test]
fn an_index_without_space_waits_for_it_and_follows_then() {
    let Some(small) = Mount::of(MEGABYTES) else { return };
    let data = tempfile::tempdir().unwrap();
    let settings = ["--index", small.path().to_str().unwrap()];
    let mut server = Server::started(data.path(), &settings);
    server.until_ready(PATIENCE);
    let bearer = publisher(&server);
    assert_eq!(publish(&server, &bearer, 0).status, 201);
    until_found(&server, 1);
    small.fill();
    for number in 1..6 {
        assert_eq!(publish(&server, &bearer, number).status, 201, "the database has space");
    }
    let failures = "viak_background_failures_total{work=\"index\"}";
    let begun = Instant::now();
    while server.figure(failures).unwrap_or(0.0) < 3.0 {
        assert!(begun.elapsed() < PATIENCE, "the index goes on without space: {}", server.figures());
        std::thread::sleep(Duration::from_millis(50));
    }
    let said = server.said();
    println!("the server says: {}", said.lines().filter(|line| line.contains("ERROR")).collect::<String>());
    assert_eq!(said.matches("background work failed").count(), 1, "said once: {said}");
    assert!(said.contains("no space is left in") && !said.contains("panicked at"), "{said}");
    assert_eq!(found(&server), 1, "searches go on with what the index holds");
    let begun = Instant::now();
    while server.figure("viak_follow_lag_rows{follower=\"vacancies\"}") != Some(5.0) {
        assert!(begun.elapsed() < PATIENCE, "the lag is not shown: {}", server.figures());
        std::thread::sleep(Duration::from_millis(200));
    }
    small.relieve();
    until_found(&server, 6);
    server.until_clean(PATIENCE);
    assert!(server.said().contains("succeeds again"), "{}", server.said());
}
