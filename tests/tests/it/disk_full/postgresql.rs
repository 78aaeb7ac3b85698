//! PostgreSQL's tables, or its write-ahead log, on a disk without space.

use super::{
    PATIENCE, is_told_that_no_space_is_left, publish, publish_until_refused, publisher,
    refuses_until_there_is_space, until_found,
};
use std::time::Instant;
use tests::{ClusterPart, Mount, Postgres, Server};

/// Enough for three empty databases, the reference data and a few vacancies.
const TABLES: u32 = 96;
/// Enough for some segments of a megabyte.
const LOG: u32 = 24;

#[test]
fn tables_without_space_refuse_a_write_and_nothing_is_broken() {
    let Some(small) = Mount::of(TABLES) else { return };
    let Some(postgres) = Postgres::with_part_on(&small, ClusterPart::Tables) else { return };
    let data = tempfile::tempdir().unwrap();
    let mut server = Server::started(data.path(), &["--database-url", &postgres.url()]);
    refuses_until_there_is_space(&mut server, &small, "No space left on device");
}

/// PostgreSQL may end itself when its log cannot be written, and does not start again before there is space.
#[test]
fn a_log_without_space_ends_postgresql_and_nothing_is_broken() {
    let Some(small) = Mount::of(LOG) else { return };
    let Some(postgres) = Postgres::with_part_on(&small, ClusterPart::Log) else { return };
    let data = tempfile::tempdir().unwrap();
    let url = postgres.url();
    let mut server = Server::started(data.path(), &["--database-url", url.as_str()]);
    server.until_ready(PATIENCE);
    let bearer = publisher(&server);
    assert_eq!(publish(&server, &bearer, 0).status, 201);
    until_found(&server, 1);
    small.fill();
    let (stored, refused) = publish_until_refused(&server, &bearer, 1);
    // Whoever is there when it happens is told why; later callers find no database.
    if refused.status != 503 {
        is_told_that_no_space_is_left(&refused);
    }
    assert!(!refused.header("retry-after").is_empty());
    let later = publish(&server, &bearer, stored);
    assert!([503, 507].contains(&later.status), "{}", later.body);
    let detail = later.json()["detail"].as_str().unwrap().to_owned();
    assert!(detail.contains("no space is left") || detail.contains("does not answer"), "{detail}");
    assert_eq!(server.get("/healthz", &[]).unwrap().status, 200, "the process lives");
    small.relieve();
    // As whoever watches the database would do.
    postgres.kill();
    postgres.restart();
    let begun = Instant::now();
    while publish(&server, &bearer, stored).status != 201 {
        assert!(begun.elapsed() < PATIENCE, "the same call does not succeed: {}", server.said());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    until_found(&server, stored + 1);
    server.until_clean(PATIENCE);
    assert!(!server.said().contains("panicked"), "{}", server.said());
}
