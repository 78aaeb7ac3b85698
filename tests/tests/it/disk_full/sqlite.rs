//! SQLite's file, or the index, on a disk without space.

use super::{
    PATIENCE, found, is_told_that_no_space_is_left, publish, publish_until_refused, publisher, until_found,
};
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Mount, Said, Server, viak};

/// Enough for the reference data and a few vacancies.
const MEGABYTES: u32 = 16;

#[test]
fn a_commit_without_space_is_refused_and_nothing_is_broken() {
    let Some(small) = Mount::of(MEGABYTES) else { return };
    let index = tempfile::tempdir().unwrap();
    let settings = ["--index", index.path().to_str().unwrap()];
    let mut server = Server::started(&small.path().join("data"), &settings);
    server.until_ready(PATIENCE);
    let bearer = publisher(&server);
    assert_eq!(publish(&server, &bearer, 0).status, 201);
    small.fill();
    // What the log of the database has room for still goes in.
    let (stored, refused) = publish_until_refused(&server, &bearer, 1);
    is_told_that_no_space_is_left(&refused);
    let file = csv(index.path(), "adverts.csv", &(0..200).map(row).collect::<Vec<_>>());
    let import = ["import", "vacancies", "--keep-open"];
    let said = Said::by(viak(server.data()).args(settings).args(import).arg(&file));
    println!("a command says: {}", said.err.trim());
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.err.contains("full") && !said.err.contains("panicked"), "{}", said.err);
    assert_eq!(server.get("/healthz", &[]).unwrap().status, 200, "the process lives");
    until_found(&server, stored);
    small.relieve();
    server.until_clean(PATIENCE);
    assert_eq!(publish(&server, &bearer, stored).status, 201, "the same call succeeds now");
    until_found(&server, stored + 1);
    server.until_clean(PATIENCE);
    server.kill();
    server.start();
    server.until_ready(PATIENCE);
    assert_eq!(found(&server), stored as u64 + 1, "nothing was lost and nothing is there that was refused");
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
    assert!(said.contains("no space is left in") && !said.contains("panicked"), "{said}");
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
