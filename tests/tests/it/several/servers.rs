//! Real servers over one PostgreSQL, each with its own index, behind a proxy.
//!
//! Waiting is generous, because the tests share their processor with others; what it took is printed.

use super::{found, posting, publisher, word};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tests::files::{csv, row};
use tests::{Postgres, Proxy, Said, Server, request, viak};

const PATIENCE: Duration = Duration::from_secs(10);
const START: Duration = Duration::from_mins(1);

fn server(home: &Path, name: &str, url: &str) -> Server {
    Server::started(&home.join(name), &["--database-url", url])
}

/// Publishes a vacancy whose title holds the word of `number`.
fn publish(address: &str, bearer: &str, number: usize) {
    let body = posting(&format!("p{number}"), &word(number));
    let answer = request(address, ("POST", "/api/v1/jobs"), &[("authorization", bearer)], &body).unwrap();
    assert_eq!(answer.status, 201, "{}", answer.body);
}

/// Waits until each server finds the word of `number`; returns how long the slowest took.
fn found_through_all(servers: &[Server], bearer: &str, number: usize) -> Duration {
    let begun = Instant::now();
    for server in servers {
        while found(server, bearer, &word(number)).len() != 1 {
            assert!(begun.elapsed() < PATIENCE, "{} does not find {number}", server.address());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    begun.elapsed()
}

#[test]
fn a_write_through_one_server_is_found_through_all() {
    let Some(cluster) = Postgres::start() else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    let mut servers: Vec<Server> = ["one", "two", "three"].map(|name| server(home.path(), name, &url)).into();
    for server in &mut servers {
        server.until_ready(START);
    }
    let bearer = format!("Bearer {}", publisher(&url));
    let addresses: Vec<&str> = servers.iter().map(Server::address).collect();
    let proxy = Proxy::start(&addresses);
    let mut took: Vec<Duration> = Vec::new();
    for number in 0..20 {
        publish(proxy.address(), &bearer, number);
        took.push(found_through_all(&servers, &bearer, number));
    }
    took.sort();
    println!("found through all three: median {:.0?}, slowest {:.0?}", took[10], took[19]);
    servers[1].kill();
    for number in 20..25 {
        publish(proxy.address(), &bearer, number);
    }
    servers[1].start();
    let ready = servers[1].until_ready(START);
    println!("one that was killed is ready {ready:.1?} after its start");
    for number in 20..25 {
        found_through_all(&servers, &bearer, number);
    }
    for server in &servers {
        server.until_clean(PATIENCE);
    }
}

#[test]
fn a_process_joins_while_others_serve_and_write() {
    let Some(cluster) = Postgres::start() else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    let mut servers: Vec<Server> = ["one", "two"].map(|name| server(home.path(), name, &url)).into();
    for server in &mut servers {
        server.until_ready(START);
    }
    let seeder = tempfile::tempdir().unwrap();
    let file = csv(seeder.path(), "adverts.csv", &(0..1_500).map(row).collect::<Vec<_>>());
    let import = ["--database-url", &url, "import", "vacancies", "--keep-open"];
    Said::by(viak(seeder.path()).args(import).arg(file)).done();
    let bearer = format!("Bearer {}", publisher(&url));
    let addresses: Vec<&str> = servers.iter().map(Server::address).collect();
    let proxy = Proxy::start(&addresses);
    let joining = server(home.path(), "joining", &url);
    let begun = Instant::now();
    // Whoever writes waits for answers: somebody else has to watch.
    let (number, alive_unready) = std::thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut alive_unready = 0;
            while joining.readiness() != 200 {
                let alive = joining.get("/healthz", &[]).is_ok_and(|answer| answer.status == 200);
                alive_unready += usize::from(alive && joining.readiness() == 503);
                assert!(begun.elapsed() < START, "{}", joining.said());
            }
            alive_unready
        });
        let mut number = 0;
        while !watching.is_finished() {
            publish(proxy.address(), &bearer, number);
            number += 1;
        }
        (number, watching.join().unwrap())
    });
    println!("joined {:.1?} after its start, {number} writes meanwhile", begun.elapsed());
    println!("it was seen alive and not yet ready {alive_unready} times");
    assert!(number > 0 && alive_unready > 0, "it answered while it caught up");
    proxy.add(joining.address());
    servers.push(joining);
    publish(proxy.address(), &bearer, number);
    for each in 0..=number {
        found_through_all(&servers, &bearer, each);
    }
    for server in &servers {
        server.until_clean(PATIENCE);
    }
}

#[test]
fn three_that_start_at_once_on_an_empty_database_make_it_once() {
    let Some(cluster) = Postgres::start() else { return };
    for round in 0..3 {
        let (url, home) = (cluster.fresh_database(), tempfile::tempdir().unwrap());
        let mut servers: Vec<Server> =
            ["one", "two", "three"].map(|name| server(home.path(), name, &url)).into();
        for server in &mut servers {
            server.until_ready(START);
            server.until_clean(PATIENCE);
        }
        let folder = |server: &Server| {
            let entries = std::fs::read_dir(server.data().join("index")).unwrap();
            entries.map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>()
        };
        let folders: Vec<_> = servers.iter().map(folder).collect();
        assert!(folders.windows(2).all(|pair| pair[0] == pair[1]), "round {round}: one identity for all");
    }
}

#[test]
fn a_process_that_joins_with_a_copy_of_an_index_reads_what_has_changed_since() {
    let Some(cluster) = Postgres::start() else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    let mut first = server(home.path(), "first", &url);
    first.until_ready(START);
    let bearer = format!("Bearer {}", publisher(&url));
    publish(first.address(), &bearer, 0);
    found_through_all(std::slice::from_ref(&first), &bearer, 0);
    assert!(first.end());
    std::fs::create_dir(home.path().join("second")).unwrap();
    let mut copy = Command::new("cp");
    copy.arg("-r").arg(first.data().join("index")).arg(home.path().join("second"));
    assert!(copy.status().unwrap().success());
    first.start();
    first.until_ready(START);
    publish(first.address(), &bearer, 1);
    let mut second = server(home.path(), "second", &url);
    second.until_ready(START);
    let servers = [first, second];
    for number in [0, 1] {
        found_through_all(&servers, &bearer, number);
    }
    let rebuilt = |server: &Server, index: &str| {
        let rebuilt = server.figure(&format!("viak_index_rebuilds_total{{index=\"{index}\"}}"));
        assert!(server.figure("viak_follow_changes_total").is_some(), "it gives figures");
        rebuilt.unwrap_or_default() > 0.0
    };
    for index in ["vacancies", "people"] {
        assert!(!rebuilt(&servers[1], index), "it had no need to read all {index}");
    }
    for server in &servers {
        server.until_clean(PATIENCE);
    }
}

#[test]
fn while_the_database_is_away_callers_are_asked_to_come_again() {
    let Some(cluster) = Postgres::start() else { return };
    let (url, home) = (cluster.url(), tempfile::tempdir().unwrap());
    let mut server = server(home.path(), "one", &url);
    server.until_ready(START);
    let bearer = format!("Bearer {}", publisher(&url));
    publish(server.address(), &bearer, 0);
    found_through_all(std::slice::from_ref(&server), &bearer, 0);
    cluster.kill();
    for path in ["/readyz", "/jobs", "/api/v1/jobs?q=welder"] {
        // Lists are shown from memory until nobody knows any more whether they are true.
        let begun = Instant::now();
        let mut answer = server.get(path, &[]).unwrap();
        while answer.status == 200 && path != "/readyz" && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
            answer = server.get(path, &[]).unwrap();
        }
        assert_eq!(answer.status, 503, "{path}: {}", answer.body);
    }
    assert_eq!(server.get("/healthz", &[]).unwrap().status, 200, "the process lives");
    cluster.restart();
    server.until_ready(START);
    publish(server.address(), &bearer, 1);
    found_through_all(std::slice::from_ref(&server), &bearer, 1);
}
