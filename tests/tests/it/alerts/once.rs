//! Is everybody told once, whoever dies and however many tell?

use super::{confirmed, hits, letters, turn};
use server::service::tell_alerts;
use std::collections::BTreeSet;
use std::time::Duration;
use tests::drafts::vacancy;
use tests::{Postgres, TestApp};

const PEOPLE: usize = 12;

async fn people(app: &TestApp) {
    turn(app).await;
    for number in 0..PEOPLE {
        confirmed(app, "q=welder", &format!("a{number}@example.la"), "at_once").await;
    }
    app.publish("board", &[vacancy(app, "w1", "Welder", "7212", "13")]).await;
    app.settle().await;
}

async fn everybody_was_told_once(app: &TestApp) {
    let told = letters(app).await;
    let recipients: BTreeSet<&str> =
        told.iter().filter_map(|letter| letter.lines().find(|line| line.starts_with("To:"))).collect();
    assert_eq!((told.len(), recipients.len()), (PEOPLE, PEOPLE));
    assert_eq!(hits(app).await, (PEOPLE, PEOPLE));
}

#[tokio::test]
async fn a_process_that_dies_at_any_moment_tells_everybody_once() {
    let mut app = TestApp::with_market().await;
    people(&app).await;
    let mut broken = 0;
    for step in 0..40_u64 {
        let work = tell_alerts(app.platform());
        broken += usize::from(tokio::time::timeout(Duration::from_micros(step * 400), work).await.is_err());
        if step % 8 == 7 {
            app = app.crash_and_reopen().await;
            app.settle().await;
        }
    }
    assert!(broken > 3, "it was never broken off");
    turn(&app).await;
    everybody_was_told_once(&app).await;
}

#[tokio::test]
async fn processes_side_by_side_tell_everybody_once() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await.and_market().await;
    let others = [TestApp::start_on(cluster.url()).await, TestApp::start_on(cluster.url()).await];
    people(&app).await;
    for other in &others {
        other.settle().await;
    }
    let all = [&app, &others[0], &others[1]].map(|app| tell_alerts(app.platform()));
    let [one, two, three] = all;
    let (one, two, three) = tokio::join!(one, two, three);
    one.and(two).and(three).unwrap();
    everybody_was_told_once(&app).await;
}
