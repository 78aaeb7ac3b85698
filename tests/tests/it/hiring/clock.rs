//! Days pass: whoever is to act is reminded once, and what nobody answers is closed with a reason.

use super::{MEMBER, SEEKER, applies, says, seeker, works};
use crate::consent::is_seen;
use server::hiring::commands::{Turned, turn};
use tests::member::PASSWORD;
use tests::{Postgres, TestApp};

async fn day_passes(app: &TestApp) -> Turned {
    turn(&app.platform().database, "https://viak.example", app.now()).await.unwrap()
}

async fn reminded_and_closed(app: &TestApp) {
    let works = works(app, "one", "Mekong Works", MEMBER).await;
    let (mut device, person) = seeker(app, SEEKER).await;
    let own = applies(&mut device, works.vacancy).await;
    app.days_pass(13);
    assert_eq!(day_passes(app).await, Turned::default());
    app.days_pass(1);
    app.short_messages().await;
    let both = tokio::join!(day_passes(app), day_passes(app));
    assert_eq!(both.0.reminded + both.1.reminded, 1, "of two processes one reminds");
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == MEMBER && text.contains("your answer is due")), "{told:?}");
    assert_eq!(day_passes(app).await, Turned::default(), "once at a stage");
    app.days_pass(16);
    let both = tokio::join!(day_passes(app), day_passes(app));
    assert_eq!(both.0.closed + both.1.closed, 1);
    device.done("/sign-in", &[("contact", SEEKER), ("password", PASSWORD)]).await;
    let page = device.open(&own).await;
    says(&page, "Closed because nobody answered");
    says(&page, "The employer did not answer in time");
    assert!(!is_seen(app, works.id, person).await, "and shows nothing any more");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_to_act_is_reminded_once_and_what_nobody_answers_is_closed() {
    reminded_and_closed(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_to_act_is_reminded_once_and_what_nobody_answers_is_closed_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    reminded_and_closed(&TestApp::start_on(cluster.url()).await).await;
}
