//! No space is left: a clear message, nothing broken, and all goes on when there is space again.

use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Answer, Mount, Said, Server, request, viak};

const PATIENCE: Duration = Duration::from_secs(30);
/// Enough for the reference data and a few vacancies.
const MEGABYTES: u32 = 16;

fn publisher(data: &Path) -> String {
    let create = ["token", "create", "--role", "publisher"];
    format!("Bearer {}", Said::by(viak(data).args(create)).done().out.trim())
}

/// Publishes a vacancy with a long description.
fn publish(server: &Server, bearer: &str, number: usize) -> Answer {
    let description = format!("Word {number}. ").repeat(4_000);
    let posting = json!({"identifier": format!("d{number}"), "title": format!("Welder {number}"),
        "hiringOrganization": "Mekong Works", "description": description});
    let headers = [("Authorization", bearer)];
    request(server.address(), ("POST", "/api/v1/jobs"), &headers, &posting.to_string()).unwrap()
}

fn found(server: &Server) -> u64 {
    let answer = server.get("/api/v1/jobs?q=welder&facets=0", &[]).unwrap();
    assert_eq!(answer.status, 200, "searches are answered: {}", answer.body);
    answer.json()["total"].as_u64().unwrap()
}

/// Waits until the server finds so many vacancies.
fn until_found(server: &Server, wanted: usize) {
    let begun = Instant::now();
    while found(server) != wanted as u64 {
        assert!(begun.elapsed() < PATIENCE, "{} of {wanted} are found; {}", found(server), server.said());
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_commit_without_space_is_refused_and_nothing_is_broken() {
    let Some(small) = Mount::of(MEGABYTES) else { return };
    let index = tempfile::tempdir().unwrap();
    let settings = ["--index", index.path().to_str().unwrap()];
    let mut server = Server::started(&small.path().join("data"), &settings);
    server.until_ready(PATIENCE);
    let bearer = publisher(server.data());
    assert_eq!(publish(&server, &bearer, 0).status, 201);
    small.fill();
    // What the log of the database has room for still goes in.
    let mut stored = 1;
    let refused = loop {
        let answer = publish(&server, &bearer, stored);
        if answer.status != 201 {
            break answer;
        }
        stored += 1;
        assert!(stored < 200, "the disk is not full");
    };
    println!("{stored} stored, then: {}", refused.body);
    assert_eq!(refused.status, 507, "{}", refused.body);
    assert!(refused.json()["detail"].as_str().unwrap().contains("no space is left"), "{}", refused.body);
    assert!(!refused.header("retry-after").is_empty());
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
    let bearer = publisher(server.data());
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
