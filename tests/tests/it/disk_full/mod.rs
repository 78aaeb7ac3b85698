//! No space is left: a clear message, nothing broken, and all goes on when there is space again.

mod postgresql;
mod sqlite;

use serde_json::json;
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Answer, Mount, Said, Server, request, viak};

const PATIENCE: Duration = Duration::from_secs(30);

/// A token with which vacancies are published.
fn publisher(server: &Server) -> String {
    let create = ["token", "create", "--role", "publisher"];
    format!("Bearer {}", Said::by(viak(server.data()).args(server.settings()).args(create)).done().out.trim())
}

/// Publishes a vacancy with a long description; the same number again is the same call.
fn publish(server: &Server, bearer: &str, number: usize) -> Answer {
    let description = format!("Word {number}. ").repeat(4_000);
    let identifier = format!("d{number}");
    let posting = json!({"identifier": identifier, "title": format!("Welder {number}"),
        "hiringOrganization": "Mekong Works", "description": description});
    let headers = [("Authorization", bearer), ("Idempotency-Key", &identifier)];
    request(server.address(), ("POST", "/api/v1/jobs"), &headers, &posting.to_string()).unwrap()
}

/// Publishes one after another from `first` on until one is refused. Returns that one's number, and the answer.
fn publish_until_refused(server: &Server, bearer: &str, first: usize) -> (usize, Answer) {
    let mut tried = (first..first + 400).map(|number| (number, publish(server, bearer, number)));
    let refused = tried.find(|(_, answer)| answer.status != 201).expect("the disk is full");
    println!("{} stored, then: {}", refused.0, refused.1.body);
    refused
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

/// What a call is told that was refused for want of space, and only for that.
fn is_told_that_no_space_is_left(refused: &Answer) {
    assert_eq!(refused.status, 507, "{}", refused.body);
    assert!(refused.json()["detail"].as_str().unwrap().contains("no space is left"), "{}", refused.body);
    assert!(!refused.header("retry-after").is_empty());
}

/// The database on a small disk that fills up: writes are refused with a reason, a command says what the database
/// says, searches go on, and all goes on by itself when there is space again.
fn refuses_until_there_is_space(server: &mut Server, small: &Mount, database_says: &str) {
    server.until_ready(PATIENCE);
    let bearer = publisher(server);
    assert_eq!(publish(server, &bearer, 0).status, 201);
    small.fill();
    // What the log, or pages that are there, have room for still goes in.
    let (stored, refused) = publish_until_refused(server, &bearer, 1);
    is_told_that_no_space_is_left(&refused);
    let elsewhere = tempfile::tempdir().unwrap();
    let file = csv(elsewhere.path(), "adverts.csv", &(0..2_000).map(row).collect::<Vec<_>>());
    let import = ["import", "vacancies", "--keep-open"];
    let said = Said::by(viak(server.data()).args(server.settings()).args(import).arg(&file));
    println!("a command says: {}", said.err.trim());
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.err.contains(database_says) && !said.err.contains("panicked"), "{}", said.err);
    assert_eq!(server.get("/healthz", &[]).unwrap().status, 200, "the process lives");
    until_found(server, stored);
    small.relieve();
    server.until_clean(PATIENCE);
    assert_eq!(publish(server, &bearer, stored).status, 201, "the same call succeeds now");
    until_found(server, stored + 1);
    server.until_clean(PATIENCE);
    server.kill();
    server.start();
    server.until_ready(PATIENCE);
    assert_eq!(found(server), stored as u64 + 1, "nothing was lost and nothing is there that was refused");
}
