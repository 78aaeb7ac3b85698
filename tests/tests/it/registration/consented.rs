//! What somebody agreed to without a network counts from the day on which they agreed.

use super::{HELPER, KEY, helper, queued, record, with};
use axum::http::StatusCode;
use sea_orm::EntityTrait;
use server::clock::day_in_vientiane;
use server::consent::model::Purposes;
use server::db::entities::consent;
use tests::{Device, Postgres, TestApp};

/// A record of somebody who agreed on a day, as a queue sends it; what is said about the words where it is refused.
async fn agreed_on(helper: &mut Device<'_>, day: &'static str) -> (StatusCode, String) {
    let answer = queued(helper, &with(record(KEY), &[("agreed_on", day)])).await;
    (answer.status, answer.json()["problems"][0]["field"].as_str().unwrap_or_default().to_owned())
}

async fn it_counts_from_the_day_on_which_it_was_heard_on(app: TestApp) {
    let mut helper = helper(&app, HELPER, "1301").await;
    let today = app.platform().clock.today();
    assert_eq!(today.to_string(), "2026-11-22", "the days below lie around it");
    for wrong in ["2026-09-22", "2026-11-24", "2026-02-31", "yesterday", "<b>ມື້ວານ</b>'; --"] {
        let (status, field) = agreed_on(&mut helper, wrong).await;
        assert_eq!((status, field.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "agreed"), "{wrong}");
    }
    let (status, _) = agreed_on(&mut helper, "2026-10-05").await;
    assert_eq!(status, StatusCode::OK);
    let held =
        consent::Entity::find().one(app.platform().database.reader()).await.unwrap().expect("a consent");
    assert_eq!(held.starts.to_string(), "2026-10-05");
    assert_eq!(day_in_vientiane(held.given_at).to_string(), "2026-10-05");
    assert_eq!(held.text_version, 1);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_counts_from_the_day_on_which_it_was_heard() {
    assert_eq!(Purposes::shipped().terms.assisted_arrives, 60);
    it_counts_from_the_day_on_which_it_was_heard_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_counts_from_the_day_on_which_it_was_heard_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    it_counts_from_the_day_on_which_it_was_heard_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_without_script_counts_from_today() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let page = helper.submit("/helper/register", &record(KEY)).await;
    assert!(page.main_text().contains("The person is registered."), "{}", page.main_text());
    let held =
        consent::Entity::find().one(app.platform().database.reader()).await.unwrap().expect("a consent");
    assert_eq!((held.starts, held.given_at), (app.platform().clock.today(), app.now()));
    app.settle().await;
}
