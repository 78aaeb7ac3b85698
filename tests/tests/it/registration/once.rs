//! A record arrives once, however often it is sent.

use super::{HELPER, KEY, helper, owner, queued, record, saved_by, with};
use axum::http::StatusCode;
use tests::{Postgres, TestApp};

/// Another key of a record.
const OTHER_KEY: &str = "6f0c1a52-6d6e-4f2b-9d3a-0d7a6a3b1c77";

async fn a_record_arrives_once_on(app: TestApp) {
    let mut helper = helper(&app, HELPER, "1301").await;
    let fields = record(KEY);
    let first = queued(&mut helper, &fields).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body());
    let href = first.json()["href"].as_str().unwrap().to_owned();
    for _ in 0..3 {
        let again = queued(&mut helper, &fields).await;
        assert_eq!((again.status, again.json()["href"].as_str()), (StatusCode::OK, Some(href.as_str())));
    }
    let page = helper.submit("/helper/register", &fields).await;
    assert_eq!(helper.path.split('?').next(), Some(href.as_str()), "{}", page.main_text());
    let other = queued(&mut helper, &with(record(KEY), &[("given", "ແກ້ວ")])).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(other.json()["problems"][0]["text"].as_str().unwrap().contains("arrived before"));
    assert!(helper.open("/helper").await.main_text().contains("One person registered"));
    app.settle().await;
}

async fn of_many_at_once_one_arrives_on(app: TestApp) {
    let helper = helper(&app, HELPER, "1301").await;
    let fields = record(KEY);
    let sent = (0..6).map(|_| {
        let (mut device, fields) = (helper.stolen(), fields.clone());
        async move { queued(&mut device, &fields).await }
    });
    let answers = futures_util::future::join_all(sent).await;
    let places: std::collections::BTreeSet<String> =
        answers.iter().map(|answer| answer.json()["href"].as_str().unwrap().to_owned()).collect();
    assert_eq!(places.len(), 1, "{places:?}");
    let mut helper = helper;
    assert!(helper.open("/helper").await.main_text().contains("One person registered"));
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_that_is_sent_again_is_the_same_and_another_under_its_key_is_refused() {
    a_record_arrives_once_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_sent_at_once_one_arrives() {
    of_many_at_once_one_arrives_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_sent_at_once_one_arrives_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    of_many_at_once_one_arrives_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_helpers_may_draw_the_same_key() {
    let app = TestApp::start().await;
    let mut one = helper(&app, HELPER, "1301").await;
    let mut other = helper(&app, "+8562055510002", "1301").await;
    let places = [
        queued(&mut one, &record(KEY)).await.json()["href"].clone(),
        queued(&mut other, &record(KEY)).await.json()["href"].clone(),
    ];
    assert_ne!(places[0], places[1]);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_queue_whose_helper_is_signed_out_is_led_to_the_sign_in_page_and_keeps_what_it_has() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    helper.done("/sign-out", &[]).await;
    let answer = queued(&mut helper, &record(KEY)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "the browser sees a redirect and asks to sign in");
    assert!(answer.header("location").starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_helper_saved_is_not_taken_from_another() {
    let app = TestApp::start().await;
    let mut one = helper(&app, HELPER, "1301").await;
    let mut other = helper(&app, "+8562055510002", "1301").await;
    let (saved, theirs) = (owner(&mut one).await, owner(&mut other).await);
    assert!(saved.len() >= 16 && saved != theirs, "{saved} and {theirs}");
    for wrong in [saved.as_str(), "", "ຄຳ <b>'; drop table person; --"] {
        let refused = saved_by(wrong, &mut other, &record(KEY)).await;
        assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED, "{wrong:?}: {}", refused.body());
        let told = refused.json()["problems"][0]["text"].as_str().unwrap().to_owned();
        assert!(told.contains("once that helper signs in"), "{told}");
    }
    assert!(other.open("/helper").await.main_text().contains("Nobody yet."), "nothing was stored");
    let page = one.open("/helper/register").await;
    let said = page.texts("[data-said=other-account]").concat();
    assert!(said.contains("waits for the sign-in of +856 20 *** **01"), "{said}");
    assert_eq!(saved_by(&saved, &mut one, &record(KEY)).await.status, StatusCode::OK);
    assert_eq!(saved_by(&theirs, &mut other, &record(KEY)).await.status, StatusCode::OK);
    let page = other.submit("/helper/register", &with(record(KEY), &[("key", OTHER_KEY)])).await;
    assert_eq!(page.status, StatusCode::OK, "a form without script says no owner: {}", page.main_text());
    app.settle().await;
}
