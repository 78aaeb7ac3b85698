//! Owners are asked again whether employers shall see their profiles, warned twice, and hidden.

use super::owner;
use crate::accounts::PHONE;
use server::people::commands::visibility::{Renewed, renew};
use tests::{Device, Postgres, TestApp};

async fn turn(app: &TestApp) -> Renewed {
    let link = "https://viak.example/me/profile/visibility";
    renew(&app.platform().database, ("https://viak.example", link), app.now()).await.unwrap()
}

async fn texts(app: &TestApp) -> Vec<String> {
    app.short_messages().await.into_iter().filter(|(to, _)| to == PHONE.1).map(|(_, text)| text).collect()
}

async fn visible(device: &mut Device<'_>) -> bool {
    let page = device.open("/me/profile/visibility").await;
    page.texts("button").iter().any(|button| button == "Keep it so")
}

async fn an_owner_is_asked_warned_twice_and_hidden_on(app: TestApp) {
    let mut device = owner(&app).await;
    device.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    let nothing = Renewed::default();
    app.days_pass(89);
    assert_eq!(turn(&app).await, nothing);
    app.days_pass(1);
    assert_eq!(turn(&app).await, Renewed { asked: 1, ..nothing });
    assert_eq!(turn(&app).await, nothing, "nobody is asked twice");
    let said = texts(&app).await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("shall employers still see your profile?"), "{said:?}");
    app.days_pass(60);
    assert_eq!(turn(&app).await, Renewed { warned: 1, ..nothing });
    assert!(texts(&app).await[0].contains("21/05/2027"), "the day stands in the warning");
    app.days_pass(23);
    assert_eq!(turn(&app).await, Renewed { warned: 1, ..nothing });
    assert_eq!(texts(&app).await.len(), 1);
    app.days_pass(6);
    assert_eq!(turn(&app).await, nothing);
    let mut device = signed_in_again(&app).await;
    assert!(visible(&mut device).await);
    app.days_pass(1);
    assert_eq!(turn(&app).await, Renewed { hidden: 1, ..nothing });
    assert!(!visible(&mut device).await);
    assert!(texts(&app).await.iter().any(|text| text.contains("hidden now")));
    app.days_pass(400);
    assert_eq!(turn(&app).await, nothing);
    app.settle().await;
}

/// Sessions end after some weeks.
async fn signed_in_again(app: &TestApp) -> Device<'_> {
    let mut device = Device::new(app);
    let (status, said) = crate::accounts::sign_in(&mut device, PHONE.0, crate::accounts::PASSWORD).await;
    assert_eq!(status, 200, "{said}");
    app.short_messages().await;
    device
}

#[tokio::test]
async fn an_owner_is_asked_warned_twice_and_hidden() {
    an_owner_is_asked_warned_twice_and_hidden_on(TestApp::start().await).await;
}

#[tokio::test]
async fn an_owner_is_asked_warned_twice_and_hidden_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    an_owner_is_asked_warned_twice_and_hidden_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn whoever_answers_begins_anew() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    device.done("/me/profile/visibility", &[("visibility", "open")]).await;
    app.days_pass(95);
    assert_eq!(turn(&app).await.asked, 1);
    let mut device = signed_in_again(&app).await;
    device.done("/me/profile/visibility", &[("visibility", "open")]).await;
    app.days_pass(89);
    assert_eq!(turn(&app).await, Renewed::default(), "the answer counts, not the first choice");
    app.days_pass(1);
    assert_eq!(turn(&app).await.asked, 1);
    app.settle().await;
}

#[tokio::test]
async fn a_server_that_was_away_for_long_leaves_time_for_an_answer() {
    let app = TestApp::start().await;
    let mut device = owner(&app).await;
    device.done("/me/profile/visibility", &[("visibility", "open")]).await;
    app.days_pass(500);
    let mut turns = Vec::new();
    for _ in 0..30 {
        let Renewed { asked, warned, hidden } = turn(&app).await;
        turns.push((asked, warned, hidden));
        app.days_pass(1);
    }
    let days: Vec<_> = turns.iter().enumerate().filter(|(_, turn)| **turn != (0, 0, 0)).collect();
    assert_eq!(days, [(0, &(1, 0, 0)), (7, &(0, 1, 0)), (14, &(0, 1, 0)), (21, &(0, 0, 1))]);
    app.settle().await;
}

#[tokio::test]
async fn records_that_others_brought_are_left_alone() {
    let app = TestApp::start().await;
    let person = tests::drafts::person(&app, "p", "Welder", "7212", "13");
    let open =
        server::people::draft::PersonDraft { visibility: server::people::model::Visibility::Open, ..person };
    app.register("school", &[open]).await;
    app.days_pass(500);
    assert_eq!(turn(&app).await, Renewed::default());
    app.settle().await;
}
