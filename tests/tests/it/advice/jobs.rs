//! Jobs for whoever looks for one, by the own profile alone.

use super::{listed, welder_wanted};
use axum::http::StatusCode;
use tests::{Device, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_that_fit_are_listed_with_reasons_and_an_empty_profile_is_told_what_is_missing() {
    let app = TestApp::start().await;
    let all: Vec<_> = (0..22).map(|number| welder_wanted(&app, &format!("w{number:02}"))).collect();
    app.publish("board", &all).await;
    app.settle().await;
    let mut owner = Device::new(&app);
    owner.register("+8562055551009").await;
    let page = owner.open("/me/jobs").await;
    assert!(listed(&page, "jobs").is_empty());
    assert!(page.main_text().contains("You have no profile yet"), "{}", page.main_text());
    assert_eq!(listed(&page, "missing").len(), 8, "every part, each with where it is filled in");
    owner.done("/me/profile/wishes", &[("headline", "ຊ່າງເຊື່ອມ")]).await;
    let place = [("what", "district"), ("province", "13"), ("district", "1301")];
    owner.done("/me/profile/place", &place).await;
    app.settle().await;
    let page = owner.open("/me/jobs").await;
    assert_eq!(listed(&page, "jobs").len(), 20, "{}", page.main_text());
    assert!(page.main_text().contains("% match"), "{}", page.main_text());
    assert_eq!(listed(&page, "missing").len(), 6, "{}", page.main_text());
    let next = page.link("Next");
    assert_eq!(listed(&owner.open(&next).await, "jobs").len(), 2);
    let far = owner.open("/me/jobs?page=9999999999").await;
    assert!(far.main_text().contains("There is no job on this page"), "{}", far.main_text());
    let me = owner.open("/me").await;
    assert_eq!(me.link("Jobs that fit me"), "/me/jobs");
    let mut stranger = Device::new(&app);
    assert_eq!(stranger.look("/me/jobs").await.status, StatusCode::SEE_OTHER);
}
