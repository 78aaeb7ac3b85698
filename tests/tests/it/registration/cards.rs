//! Cards: counted tries, lost ones, and nobody who is locked out by others.

use super::{HELPER, KEY, SHARED, card, helper, queued, record, with};
use axum::http::StatusCode;
use tests::{Device, TestApp};

/// What is said of number and PIN that do not belong together.
const WRONG: &str = "Number and PIN do not belong together.";

async fn registered(device: &mut Device<'_>, other: &[(&'static str, &'static str)]) -> String {
    let answer = queued(device, &with(record(KEY), other)).await;
    answer.json()["href"].as_str().unwrap_or_else(|| panic!("{}", answer.body())).to_owned()
}

const NO_PHONE: [(&str, &str); 2] = [("phone_of", "nobody"), ("phone", "")];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nobody_has_a_phone_number_and_pin_open_the_record() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &NO_PHONE).await;
    let (number, pin) = card(&mut helper, &place).await;
    let mut person = Device::new(&app);
    let page = person.submit("/card", &[("card", " "), ("pin", "")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["Type the number that stands on the card.", "Type the PIN of the card."] {
        assert!(page.main_text().contains(told), "{}", page.main_text());
    }
    let page = person.submit("/card", &[("card", &number), ("pin", &pin)]).await;
    assert_eq!(person.path, "/me/profile", "{}", page.main_text());
    for own in ["/me", "/me/account", "/me/account/notices", "/me/profile/visibility"] {
        assert_eq!(person.open(own).await.status, StatusCode::OK, "{own}");
    }
    app.seconds_pass(2 * 3_600 + 1);
    let page = person.open("/me/profile").await;
    assert_eq!(page.heading(), "Sign in");
    assert_eq!(person.path.split('?').next(), Some("/sign-in"), "on a phone of others a session is short");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_shared_phone_nobody_takes_an_account_over_that_its_card_left_open() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &NO_PHONE).await;
    let (number, pin) = card(&mut helper, &place).await;
    let mut person = Device::new(&app);
    person.done("/card", &[("card", &number), ("pin", &pin)]).await;
    let path = "/me/account/contact";
    for wrong in ["", "000000", "a password"] {
        let page = person.submit(path, &[("contact", SHARED), ("password", wrong)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let page = person.submit(path, &[("contact", SHARED), ("password", &pin)]).await;
    assert_eq!(page.heading(), "Type the code", "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_can_be_reached_is_signed_out_by_no_new_card() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &NO_PHONE).await;
    let (number, pin) = card(&mut helper, &place).await;
    let mut person = Device::new(&app);
    person.done("/card", &[("card", &number), ("pin", &pin)]).await;
    person.done("/me/account/contact", &[("contact", SHARED), ("password", &pin)]).await;
    let code = app.code_for(SHARED).await;
    person.done("/code", &[("code", &code)]).await;
    assert!(!helper.open(&place).await.main_text().contains("If the card is lost"));
    assert_eq!(helper.submit(&format!("{place}/card"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(person.open("/me/profile").await.heading(), "My profile", "nobody signed the owner out");
    let password = [("password", pin.as_str()), ("new_password", "seven buffaloes cross the ford")];
    person.done("/me/account/password", &password).await;
    let page = Device::new(&app).submit("/card", &[("card", &number), ("pin", &pin)]).await;
    assert!(page.main_text().contains(WRONG), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_code_goes_to_the_helpers_own_phone_where_that_was_chosen() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &[("phone_of", "helper"), ("phone", "")]).await;
    let (number, pin) = card(&mut helper, &place).await;
    let mut person = Device::new(&app);
    person.done("/card", &[("card", &number), ("pin", &pin)]).await;
    let code = app.code_for(HELPER).await;
    person.done("/code", &[("code", &code)]).await;
    assert_eq!(person.path, "/me/profile");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_card_ends_the_old_one_and_its_sessions() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &NO_PHONE).await;
    let (old, pin) = card(&mut helper, &place).await;
    let mut person = Device::new(&app);
    person.done("/card", &[("card", &old), ("pin", &pin)]).await;
    assert!(helper.open(&place).await.main_text().contains("If the card is lost"));
    let (new, new_pin) = card(&mut helper, &place).await;
    let page = person.open("/me/profile").await;
    assert_eq!(page.heading(), "Sign in");
    assert_eq!(person.path.split('?').next(), Some("/sign-in"));
    let page = person.submit("/card", &[("card", &old), ("pin", &pin)]).await;
    assert!(page.main_text().contains(WRONG), "{}", page.main_text());
    person.done("/card", &[("card", &new), ("pin", &new_pin)]).await;
    assert_eq!(person.path, "/me/profile");
    assert!(person.open("/me/profile").await.main_text().contains("ຄຳ"), "it is the same record");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_guesses_is_stopped_and_the_owners_own_device_is_not() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &NO_PHONE).await;
    let (number, pin) = card(&mut helper, &place).await;
    let mut owner = Device::new(&app);
    owner.done("/card", &[("card", &number), ("pin", &pin)]).await;
    owner.done("/sign-out", &[]).await;
    let mut thief = Device::at(&app, "198.51.100.7".parse().unwrap());
    let wrong = if pin == "000000" { "111111" } else { "000000" };
    // The owner came in once as a stranger: nine tries are left.
    for _ in 0..9 {
        let page = thief.submit("/card", &[("card", &number), ("pin", wrong)]).await;
        assert!(page.main_text().contains(WRONG), "{}", page.main_text());
    }
    let page = thief.submit("/card", &[("card", &number), ("pin", &pin)]).await;
    assert!(page.main_text().contains("Too many"), "{}", page.main_text());
    owner.done("/card", &[("card", &number), ("pin", &pin)]).await;
    assert_eq!(owner.path, "/me/profile", "nobody else locks the owner out");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mistyped_number_and_an_unknown_one_tell_nothing() {
    let app = TestApp::start().await;
    let mut stranger = Device::new(&app);
    let page = stranger.submit("/card", &[("card", "7992 739 876"), ("pin", "123456")]).await;
    assert!(page.main_text().contains("one digit may be wrong"), "{}", page.main_text());
    let page = stranger.submit("/card", &[("card", "7992 739 875"), ("pin", "123456")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.main_text().contains(WRONG), "{}", page.main_text());
    assert_eq!(page.field("Card number").1, "7992 739 875");
    assert_eq!(page.field("PIN").1, "", "a PIN is not shown again");
    let page = stranger.submit("/card", &[]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_works_once_and_not_for_a_card_that_was_replaced_meanwhile() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let place = registered(&mut helper, &[]).await;
    let (number, pin) = card(&mut helper, &place).await;
    let mut person = Device::new(&app);
    person.done("/card", &[("card", &number), ("pin", &pin)]).await;
    let code = app.code_for(SHARED).await;
    card(&mut helper, &place).await;
    let page = person.submit("/code", &[("code", &code)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.main_text());
    app.settle().await;
}
