//! What somebody agreed to without a network counts from the day on which they agreed.

use super::{HELPER, KEY, card, helper, queued, record, with};
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

/// What was agreed to before newer words came stays as it was; what is read out today says what somebody can do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_words_promise_erasure_and_what_officers_see_by_law_is_not_taken_back() {
    let app = TestApp::start().await;
    app.days_pass(7);
    let mut helper = helper(&app, HELPER, "1301").await;
    let form = helper.open("/helper/register").await;
    let words = form.main_text();
    assert!(words.contains("ask at any time that all of it be erased"), "{words}");
    assert!(!words.contains("take this back"), "{words}");
    let page = helper.submit("/helper/register", &with(record(KEY), &[("version", "2")])).await;
    assert!(page.main_text().contains("The person is registered."), "{}", page.main_text());
    let at = helper.path.split('?').next().unwrap().to_owned();
    let (number, pin) = card(&mut helper, &at).await;
    let mut woman = Device::new(&app);
    woman.register("+8562055519999").await;
    woman.done("/me/claim", &[("what", "card"), ("card", &number), ("pin", &pin)]).await;
    let consents = woman.open("/me/consents").await;
    let said = consents.main_text();
    assert!(said.contains("By law, officers of your area see your record."), "{said}");
    assert!(consents.attributes("form[action$='/withdraw']", "action").is_empty(), "{said}");
    let href = consents.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    let page = woman.open(&href).await;
    assert!(page.main_text().contains("ask at any time that all of it be erased"), "{}", page.main_text());
    let refused = woman.submit(&format!("{href}/withdraw"), &[]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let data = woman.open("/me/data").await;
    assert_eq!(woman.open(&data.link("Have everything erased")).await.status, StatusCode::OK);
    app.settle().await;
}
