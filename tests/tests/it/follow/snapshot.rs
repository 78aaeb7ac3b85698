//! The matching columns on disk: a restart begins with them, and no state of them can do harm.

use super::view::{Probes, fresh_columns, rankings};
use std::path::{Path, PathBuf};
use tests::TestApp;
use tests::drafts::{person, vacancy};

const OCCUPATIONS: &[&str] = &["7212", "5120", "7411"];

async fn market() -> TestApp {
    let app = TestApp::start().await;
    let people = (0..30).map(|number| {
        person(&app, &format!("p{number}"), "Looking for work", OCCUPATIONS[number % 3], "0101")
    });
    app.register("school", &people.collect::<Vec<_>>()).await;
    let adverts = OCCUPATIONS.iter().map(|isco| vacancy(&app, isco, "Work", isco, "0101"));
    app.publish("paper", &adverts.collect::<Vec<_>>()).await;
    app.settle().await;
    app
}

/// The folder of the snapshot.
fn folder(app: &TestApp) -> PathBuf {
    app.platform().indexes.folder().join("columns")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

async fn is_as_the_tables(app: &TestApp) -> bool {
    let probes = Probes::of(OCCUPATIONS);
    rankings(&app.platform().columns, &probes) == rankings(&fresh_columns(app).await, &probes)
}

#[tokio::test]
async fn a_restart_begins_with_the_snapshot_and_follows_what_came_after() {
    let app = market().await;
    assert_eq!(files(&folder(&app)).len(), 3, "two files and the page that names them");
    let late = person(&app, "late", "Looking for work", "7212", "0101");
    app.register("school", &[late]).await;
    let app = app.crash_and_reopen().await;
    app.settle().await;
    assert_eq!(app.platform().columns.sizes(), (31, 3));
    assert!(is_as_the_tables(&app).await);
}

#[tokio::test]
async fn a_damaged_or_lost_file_means_that_the_tables_are_read_again() {
    let mut app = market().await;
    for position in 0..3 {
        let file = files(&folder(&app))[position].clone();
        let bytes = std::fs::read(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
        app = app.crash_and_reopen().await;
        app.settle().await;
        assert!(is_as_the_tables(&app).await, "{} cut in half", file.display());
        std::fs::remove_file(&files(&folder(&app))[position]).unwrap();
        app = app.crash_and_reopen().await;
        app.settle().await;
        assert!(is_as_the_tables(&app).await, "{} removed", file.display());
        assert_eq!(files(&folder(&app)).len(), 3);
    }
}

#[tokio::test]
async fn columns_that_were_forgotten_are_made_again() {
    let app = market().await;
    app.platform().columns.forget().await;
    assert!(!app.platform().columns.are_ready());
    assert!(files(&folder(&app)).is_empty());
    app.settle().await;
    assert!(is_as_the_tables(&app).await);
}
