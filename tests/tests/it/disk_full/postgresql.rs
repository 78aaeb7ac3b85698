//! PostgreSQL's tables, or its write-ahead log, on a disk without space.

use super::{
    PATIENCE, found, is_told_that_no_space_is_left, publish, publish_until_refused, publisher, until_found,
};
use std::time::Instant;
use tests::files::{csv, row};
use tests::{ClusterPart, Mount, Postgres, Said, Server, viak};

/// Enough for three empty databases, the reference data and a few vacancies.
const TABLES: u32 = 96;
/// Enough for some segments of a megabyte.
const LOG: u32 = 24;

#[test]
fn tables_without_space_refuse_a_write_and_nothing_is_broken() {
    let Some(small) = Mount::of(TABLES) else { return };
    let Some(postgres) = Postgres::with_part_on(&small, ClusterPart::Tables) else { return };
    let data = tempfile::tempdir().unwrap();
    let url = postgres.url();
    let settings = ["--database-url", url.as_str()];
    let mut server = Server::started(data.path(), &settings);
    server.until_ready(PATIENCE);
    let bearer = publisher(&server);
    assert_eq!(publish(&server, &bearer, 0).status, 201);
    small.fill();
    // What the pages that are there have room for still goes in.
    let (stored, refused) = publish_until_refused(&server, &bearer, 1);
    is_told_that_no_space_is_left(&refused);
    let file = csv(data.path(), "adverts.csv", &(0..2_000).map(row).collect::<Vec<_>>());
    let import = ["import", "vacancies", "--keep-open"];
    let said = Said::by(viak(server.data()).args(settings).args(import).arg(&file));
    println!("a command says: {}", said.err.trim());
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.err.contains("No space left on device") && !said.err.contains("panicked"), "{}", said.err);
    assert_eq!(server.get("/healthz", &[]).unwrap().status, 200, "the process lives");
    until_found(&server, stored);
    small.relieve();
    assert_eq!(publish(&server, &bearer, stored).status, 201, "the same call succeeds now");
    until_found(&server, stored + 1);
    server.until_clean(PATIENCE);
    server.kill();
    server.start();
    server.until_ready(PATIENCE);
    assert_eq!(found(&server), stored as u64 + 1, "nothing was lost and nothing is there that was refused");
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
