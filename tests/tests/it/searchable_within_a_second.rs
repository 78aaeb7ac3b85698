//! A change is searchable within a second of its commit, also when another process wrote it.
//!
//! The tests say *that* it becomes searchable without any further doing, and print how long it took; they
//! wait longer than a second, because they share their processor with other tests.

use std::path::Path;
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Postgres, Said, Served, viak};

/// How long a busy machine may need.
const PATIENCE: Duration = Duration::from_secs(10);

/// Asks until the results page shows `title`; returns how long it took.
fn until_found(server: &Served, title: &str) -> Duration {
    let begun = Instant::now();
    loop {
        let (status, body) = server.get("/jobs?lang=en");
        assert_eq!(status, 200);
        if body.contains(&format!(">{title}</a>")) {
            return begun.elapsed();
        }
        assert!(begun.elapsed() < PATIENCE, "{title} is not found after {PATIENCE:?}");
        std::thread::yield_now();
    }
}

fn import(data: &Path, more: &[&str], number: usize) {
    let file = csv(data, &format!("{number}.csv"), &[row(number)]);
    let said = Said::by(viak(data).args(more).args(["import", "vacancies", "--keep-open"]).arg(file)).done();
    assert_eq!(said.number("accepted"), 1, "{}", said.out);
}

#[test]
fn a_running_server_finds_what_another_process_imported() {
    let folder = tempfile::tempdir().unwrap();
    let server = Served::start(folder.path(), "serve", &[]);
    assert_eq!(server.get("/readyz").0, 200, "a server that listens is ready");
    for number in [0, 3, 6] {
        import(folder.path(), &[], number);
        let took = until_found(&server, &format!("Welder {number}"));
        println!("found {took:?} after the importing process had ended");
    }
}

#[test]
fn a_running_server_shows_an_amended_advert_as_it_is_now() {
    let folder = tempfile::tempdir().unwrap();
    let server = Served::start(folder.path(), "serve", &[]);
    for title in ["Welder 0", "Boilermaker 0", "Caulker 0"] {
        let file = csv(folder.path(), "0.csv", &[row(0).replace("Welder 0", title)]);
        let import = ["import", "vacancies", "--keep-open"];
        Said::by(viak(folder.path()).args(import).arg(file)).done();
        println!("shown {:?} after the importing process had ended", until_found(&server, title));
    }
}

#[test]
fn a_command_beside_a_server_leaves_the_index_to_it_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let server = Served::start(folder.path(), "serve", &[]);
    import(folder.path(), &[], 0);
    until_found(&server, "Welder 0");
    let said = Said::by(viak(folder.path()).args(["search", "jobs", "welder", "--json"])).done();
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["total"], 1, "a command reads the server's index");
    let refused = Said::by(viak(folder.path()).arg("reindex"));
    assert_eq!(refused.code, Some(1));
    assert!(refused.err.contains("running server"), "{}", refused.err);
}

#[test]
fn two_servers_of_one_postgresql_both_find_what_a_third_process_wrote() {
    let Some(cluster) = Postgres::start() else { return };
    let (one, other, third) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let url = cluster.url();
    let database = ["--database-url", url.as_str()];
    let first = Served::start(one.path(), "serve", &database);
    let second = Served::start(other.path(), "serve", &database);
    import(third.path(), &database, 0);
    for server in [&first, &second] {
        until_found(server, "Welder 0");
    }
    drop(first);
    import(third.path(), &database, 3);
    until_found(&second, "Welder 3");
}
