//! Heads that were copied to another machine find what the database alone cannot tell.

use super::tampered::rewrite;
use super::{Ground, behind_the_back, both, faults, sqlite, trail};
use chrono::TimeDelta;
use server::audit::anchor::{self, Heads};
use server::audit::verify::verify;
use server::db::Database;
use server::service::{do_chores, end_chores};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tests::{Postgres, Said, TestApp, test_morning, viak};

/// A trail of seals, with heads written on the way; a copy of them lies elsewhere.
async fn anchored(database: &Database) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for hour in 0..3 {
        trail(database, 6).await;
        anchor::write(database, &data, test_morning() + TimeDelta::hours(hour)).await.unwrap().unwrap();
    }
    let copy = folder.path().join("elsewhere.jsonl");
    std::fs::copy(anchor::file_of(&data, test_morning()), &copy).unwrap();
    (folder, copy)
}

async fn held_to(database: &Database, file: &Path) -> Vec<String> {
    verify(database, Some(&Heads::read(file).unwrap())).await.unwrap().failures
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_history_that_was_written_anew_holds_by_itself_and_not_against_its_heads() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        let (_folder, copy) = anchored(database).await;
        assert_eq!(held_to(database, &copy).await, Vec::<String>::new());
        rewrite(database).await;
        assert_eq!(faults(database).await, Vec::<String>::new(), "every hash has been recomputed");
        let found = held_to(database, &copy).await;
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(
            found[0].starts_with(
                "audit: seal 2 is another than was anchored: history was rewritten (anchor, line 1"
            ),
            "{found:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tail_that_was_cut_off_is_missed() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        let (_folder, copy) = anchored(database).await;
        let cut = ["delete from audit_event where seal >= 5", "delete from audit_seal where number >= 5"];
        behind_the_back(database, &cut).await;
        assert_eq!(faults(database).await, Vec::<String>::new());
        let found = held_to(database, &copy).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0]
                .starts_with("audit: seal 6 is missing: the end of the trail was cut off (anchor, line 3")
        );
        behind_the_back(database, &["delete from audit_event", "delete from audit_seal"]).await;
        assert_eq!(held_to(database, &copy).await.len(), 3, "nothing at all is left");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_that_another_key_signed_prove_nothing() {
    let (ground, other) = (sqlite().await, sqlite().await);
    let (_folder, copy) = anchored(&ground.database).await;
    let (_elsewhere, foreign) = anchored(&other.database).await;
    let found = held_to(&ground.database, &foreign).await;
    let by_key = found.iter().filter(|line| line.contains("a key that is none of this database's")).count();
    assert_eq!(by_key, 3, "{found:?}");
    let lines = std::fs::read_to_string(&copy).unwrap();
    std::fs::write(&copy, lines.replace("\"events\":6", "\"events\":5")).unwrap();
    let found = held_to(&ground.database, &copy).await;
    assert!(found[0].contains("anchor, line 1: its signature is not that of its key"), "{found:?}");
    std::fs::write(&copy, format!("no head\n{lines}")).unwrap();
    assert_eq!(held_to(&ground.database, &copy).await, ["audit: anchor, line 1: is no head"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_is_written_every_hour_and_at_a_good_end() {
    let app = TestApp::start().await;
    let (platform, file) = (app.platform(), anchor::file_of(&app.folder(), app.now()));
    let heads = || std::fs::read_to_string(&file).map_or(0, |text| text.lines().count());
    do_chores(platform.clone()).await.unwrap();
    assert_eq!(heads(), 0, "nothing is sealed yet");
    trail(&platform.database, 3).await;
    do_chores(platform.clone()).await.unwrap();
    do_chores(platform.clone()).await.unwrap();
    assert_eq!(heads(), 1, "an hour has not passed");
    app.seconds_pass(59 * 60);
    do_chores(platform.clone()).await.unwrap();
    assert_eq!(heads(), 1, "59 minutes have passed");
    app.seconds_pass(60);
    do_chores(platform.clone()).await.unwrap();
    assert_eq!(heads(), 2, "60 minutes have passed");
    end_chores(platform).await.unwrap();
    assert_eq!(heads(), 2, "the newest stands there");
    trail(&platform.database, 1).await;
    end_chores(platform).await.unwrap();
    assert_eq!(heads(), 3);
    assert_eq!(held_to(&platform.database, &file).await, Vec::<String>::new());
}

/// Edits the trail of a data folder, and recomputes every hash.
fn history_is_rewritten(data: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { rewrite(&Database::open_sqlite(data).await.unwrap()).await });
}

#[test]
fn the_command_holds_the_trail_to_a_file_and_names_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let check = |file: &Path| Said::by(viak(&data).arg("check").arg("--anchor").arg(file));
    let bearer = Said::by(viak(&data).args(["token", "create", "--role", "operator"])).done().out;
    let bearer = format!("Bearer {}", bearer.trim());
    let copy = folder.path().join("elsewhere.jsonl");
    let missing = check(&copy);
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.contains("elsewhere.jsonl cannot be read"), "{}", missing.err);
    // A server seals at its end, and writes the head.
    let mut server = tests::Server::started(&data, &[]);
    server.until_ready(std::time::Duration::from_mins(1));
    assert_eq!(server.get("/api/v1/people", &[("authorization", &bearer)]).unwrap().status, 200);
    assert!(server.end());
    let listed = Said::by(viak(&data).arg("audit")).done().out;
    assert!(listed.contains("(operator) from 127.0.0.0/24 read person [id, headline"), "{listed}");
    assert!(!listed.contains("not sealed yet"), "{listed}");
    let heads: Vec<_> =
        std::fs::read_dir(data.join("anchors")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(heads.len(), 1);
    std::fs::copy(&heads[0], &copy).unwrap();
    let sound = check(&copy).done();
    assert!(
        sound.out.contains("audit: 2 events in ") && sound.out.contains("audit: held to "),
        "{}",
        sound.out
    );
    history_is_rewritten(&data);
    let rewritten = check(&copy);
    assert_eq!(rewritten.code, Some(1));
    let found = "FAILED audit: seal 1 is another than was anchored: history was rewritten (anchor, line 1";
    assert!(rewritten.out.contains(found), "{}", rewritten.out);
    let alone = Said::by(viak(&data).arg("check"));
    assert!(!alone.out.contains("FAILED audit: seal"), "every hash has been recomputed: {}", alone.out);
    let lines = std::fs::read_to_string(&copy).unwrap();
    std::fs::write(&copy, lines.replace("\"number\":1,", "\"number\":9,")).unwrap();
    let broken = check(&copy);
    assert_eq!(broken.code, Some(1));
    assert!(
        broken.out.contains("FAILED audit: seal 9 is missing: the end of the trail was cut off"),
        "{}",
        broken.out
    );
    assert!(broken.out.contains("FAILED audit: anchor, line 1: its signature"), "{}", broken.out);
}
