//! A database that cannot be used: a clear message and exit code 1.

use sea_orm::ConnectionTrait;
use server::db::Database;
use tests::files::{csv, row};
use tests::{Postgres, Said, jobs_found, viak};

/// The command failed, in words for people, within its patience.
fn failed(said: &Said, words: &[&str]) {
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.err.starts_with("viak: ") || said.err.contains("\nviak: "), "{}", said.err);
    for word in words {
        assert!(said.err.contains(word), "`{word}` is not in: {}", said.err);
    }
    for noise in ["panicked", "RUST_BACKTRACE", "Os {", "Conn("] {
        assert!(!said.err.contains(noise), "{}", said.err);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_is_named_and_nothing_is_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_path_buf();
    assert_eq!(jobs_found(&data, ""), 0);
    let holder = Database::open_sqlite(&data).await.unwrap();
    let held = holder.begin().await.unwrap();
    held.execute_unprepared("update setting set value = value").await.unwrap();
    let file = csv(&data, "adverts.csv", &[row(0)]);
    let begun = std::time::Instant::now();
    let import = move || Said::by(viak(&data).args(["import", "vacancies", "--keep-open"]).arg(&file));
    let said = tokio::task::spawn_blocking(import.clone()).await.unwrap();
    failed(&said, &["locked"]);
    assert!(begun.elapsed() < std::time::Duration::from_secs(40), "it waited {:?}", begun.elapsed());
    held.rollback().await.unwrap();
    let said = tokio::task::spawn_blocking(import).await.unwrap().done();
    assert_eq!(said.number("accepted"), 1, "once it is free the same import goes through");
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("viak.sqlite"),
        "this is no database, it only looks like a file\n".repeat(200),
    )
    .unwrap();
    failed(
        &Said::by(viak(folder.path()).args(["search", "jobs", "welder"])),
        &["viak.sqlite", "not a database"],
    );
    let untouched = std::fs::read_to_string(folder.path().join("viak.sqlite")).unwrap();
    assert!(untouched.starts_with("this is no database"), "what is not ours is left alone");
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let occupied = folder.path().join("occupied");
    std::fs::write(&occupied, "a file").unwrap();
    let said = Said::by(viak(&occupied.join("data")).args(["search", "jobs", "x"]));
    failed(&said, &["occupied", "cannot be created"]);
}

#[test]
fn an_unreachable_server_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    for url in ["postgres://viak:hidden@127.0.0.1:1/viak", "postgres://viak:hidden@no-such-host.invalid/viak"]
    {
        let said = Said::by(viak(folder.path()).args(["--database-url", url, "search", "jobs", "welder"]));
        failed(&said, &["cannot be reached", "viak@"]);
        assert!(!said.err.contains("hidden"), "{}", said.err);
    }
    let wrong =
        Said::by(viak(folder.path()).args(["--database-url", "mysql://x", "search", "jobs", "welder"]));
    failed(&wrong, &["postgres://"]);
}

#[test]
fn an_old_schema_on_postgresql_is_migrated_by_migrate_alone() {
    let Some(cluster) = Postgres::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let url = cluster.url();
    let with = |verb: &[&str]| Said::by(viak(folder.path()).args(["--database-url", &url]).args(verb));
    failed(&with(&["search", "jobs", "welder"]), &["migrate"]);
    with(&["migrate"]).done();
    with(&["search", "jobs", "welder"]).done();
    with(&["check"]).done();
}

#[tokio::test]
async fn a_transaction_that_the_database_ended_by_itself_takes_no_later_one_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::open_sqlite(folder.path()).await.unwrap();
    database.migrate().await.unwrap();
    let write = |name: &str, bytes: usize| {
        format!("insert into setting (name, value) values ('{name}', '{}')", "x".repeat(bytes))
    };
    let full = database.begin().await.unwrap();
    full.execute_unprepared("pragma max_page_count = 1").await.unwrap();
    let refused = full.execute_unprepared(&write("too much", 3_000_000)).await.unwrap_err();
    assert!(refused.to_string().contains("full"), "{refused}");
    drop(full);
    let given_up = database.begin().await.unwrap();
    given_up.execute_unprepared(&write("given up", 10)).await.unwrap();
    drop(given_up);
    let kept = database.begin().await.unwrap();
    kept.execute_unprepared(&write("kept", 10)).await.unwrap();
    kept.commit().await.unwrap();
    let other = Database::open_sqlite(folder.path()).await.unwrap();
    for (name, there) in [("too much", false), ("given up", false), ("kept", true)] {
        let held = server::db::settings::read(other.reader(), name).await.unwrap();
        assert_eq!(held.is_some(), there, "{name}");
    }
}
