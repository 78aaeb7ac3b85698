//! Somebody with an account takes over a record that others made; a wrong or foreign claim tells nothing.

use super::{HELPER, KEY, card, helper, queued, record, with};
use axum::http::StatusCode;
use server::people::model::BirthPrecision;
use tests::drafts::person;
use tests::{Device, TestApp};

const GRADUATE: &str = "+8562077712345";

/// Somebody whom a file brought, with a phone as people write it.
async fn imported(app: &TestApp) {
    let mut draft = person(app, "graduate", "ຊ່າງເຊື່ອມ", "7212", "1301");
    draft.identity.given_name = Some("ບຸນມີ".to_owned());
    draft.identity.phone = Some("020 7771-2345".to_owned());
    let born = chrono::NaiveDate::from_ymd_opt(2004, 1, 1).unwrap();
    draft.identity.birth = Some((born, BirthPrecision::Year));
    app.register("school", &[draft]).await;
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_graduate_claims_the_imported_record_by_a_code_to_its_phone() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut graduate = Device::new(&app);
    graduate.register("+8562055519998").await;
    let fields = [("what", "contact"), ("contact", "020 77712345"), ("born", "2004")];
    let page = graduate.submit("/me/claim", &fields).await;
    assert_eq!(graduate.path, "/me/claim/code", "{}", page.main_text());
    let code = app.code_for(GRADUATE).await;
    let page = graduate.submit("/me/claim/code", &[("code", "000000")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.main_text());
    let page = graduate.submit("/me/claim/code", &[("code", &code)]).await;
    assert_eq!(graduate.path, "/me/profile/visibility?done=claimed");
    assert!(page.main_text().contains("The record is yours now."), "{}", page.main_text());
    assert!(graduate.open("/me/profile").await.main_text().contains("ບຸນມີ"));
    let page = graduate.submit("/me/claim/code", &[("code", &code)]).await;
    assert_eq!(graduate.path, "/me/claim", "a code works once: {}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_year_an_unknown_phone_and_a_shared_one_send_nothing_and_look_the_same() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let answer = queued(&mut helper, &record(KEY)).await;
    assert!(answer.status.is_success(), "{}", answer.status);
    app.settle().await;
    app.short_messages().await;
    let mut stranger = Device::new(&app);
    stranger.register("+8562055519997").await;
    let mut seen = std::collections::BTreeSet::new();
    for (contact, born) in [
        (GRADUATE, "1999"),
        ("020 9999 8888", "2004"),
        ("nobody@example.la", "2004"),
        ("020 5551 2378", "1984"),
    ] {
        let fields = [("what", "contact"), ("contact", contact), ("born", born)];
        seen.insert(stranger.submit("/me/claim", &fields).await.main_text());
        assert_eq!(stranger.path, "/me/claim/code", "{contact}");
    }
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(app.short_messages().await.is_empty());
    let page = stranger.submit("/me/claim", &[("what", "contact"), ("contact", "x@y"), ("born", "98")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!stranger.open("/me/profile").await.main_text().contains("ບຸນມີ"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_that_another_asked_for_gives_nothing_away() {
    let app = TestApp::start().await;
    imported(&app).await;
    let mut graduate = Device::new(&app);
    graduate.register("+8562055519998").await;
    let fields = [("what", "contact"), ("contact", GRADUATE), ("born", "2004")];
    graduate.done("/me/claim", &fields).await;
    let code = app.code_for(GRADUATE).await;
    let mut thief = Device::new(&app);
    thief.register("+8562055519996").await;
    thief.set_cookie("__Host-viak-asked", graduate.cookie("__Host-viak-asked").unwrap());
    let page = thief.submit("/me/claim/code", &[("code", &code)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.main_text());
    graduate.done("/me/claim/code", &[("code", &code)]).await;
    assert_eq!(graduate.path, "/me/profile/visibility?done=claimed");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_who_claim_one_card_at_once_one_has_it() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let fields = with(record(KEY), &[("phone_of", "nobody"), ("phone", "")]);
    let place = queued(&mut helper, &fields).await.json()["href"].as_str().unwrap().to_owned();
    let (number, pin) = card(&mut helper, &place).await;
    let (mut one, mut other) = (Device::new(&app), Device::new(&app));
    one.register("+8562055519995").await;
    other.register("+8562055519994").await;
    let fields = [("what", "card"), ("card", number.as_str()), ("pin", pin.as_str())];
    let (first, second) = tokio::join!(one.submit("/me/claim", &fields), other.submit("/me/claim", &fields));
    assert!(
        first.status.as_u16() < 500 && second.status.as_u16() < 500,
        "{} {}",
        first.status,
        second.status
    );
    let held =
        [one.path.as_str(), other.path.as_str()].map(|path| path == "/me/profile/visibility?done=claimed");
    assert_eq!(held.iter().filter(|held| **held).count(), 1, "{} {}", one.path, other.path);
    app.settle().await;
}
