//! Codes are guessed for many accounts at once: counted by network, and nobody else is locked out.

use super::{PHONE, sign_up};
use futures_util::future::join_all;
use std::net::IpAddr;
use tests::{Device, Postgres, TestApp};

/// A carrier's network, from which somebody guesses.
const CARRIER: [u8; 4] = [198, 51, 100, 7];
/// What every page of this says.
const TOO_MANY: &str = "Too many tries";

/// A phone that has no account.
fn number(of: usize) -> String {
    format!("020 5555 {of:04}")
}

/// Asks for a code and answers it wrongly so often; returns what was said last.
async fn guess(app: &TestApp, contact: String, times: usize) -> String {
    let mut device = Device::at(app, IpAddr::from(CARRIER));
    let page = device.submit("/sign-in/code", &[("contact", &contact)]).await;
    let mut said = page.main_text();
    for _ in 0..times {
        said = device.submit("/code", &[("code", "not-one")]).await.main_text();
    }
    said
}

async fn wrong_answers_of_a_network_are_counted_together_on(app: TestApp) {
    let (mut owner, mut friend) = (Device::at(&app, IpAddr::from(CARRIER)), Device::new(&app));
    sign_up(&app, &mut owner, PHONE).await;
    sign_up(&app, &mut friend, ("020 2222 3333", "+8562022223333")).await;
    owner.done("/sign-out", &[]).await;
    let said = join_all((0..20).map(|of| guess(&app, number(of), 5))).await;
    assert!(said.iter().all(|said| said.contains("works no more")), "{said:?}");
    let mut stranger = Device::at(&app, IpAddr::from(CARRIER));
    stranger.done("/sign-in/code", &[("contact", "020 2222 3333")]).await;
    let code = app.code_for("+8562022223333").await;
    let page = stranger.submit("/code", &[("code", &code)]).await;
    assert_eq!(page.status, 429, "also the right one is not looked at: it might be the next guess");
    assert!(page.main_text().contains(TOO_MANY), "{}", page.main_text());
    owner.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let page = owner.submit("/code", &[("code", &app.code_for(PHONE.1).await)]).await;
    assert_eq!(page.heading(), "My pages", "the owner's own device in that network is let in");
    let mut newcomer = Device::at(&app, IpAddr::from(CARRIER));
    sign_up(&app, &mut newcomer, ("020 2222 4444", "+8562022224444")).await;
    let mut elsewhere = Device::new(&app);
    elsewhere.done("/sign-in/code", &[("contact", "020 2222 3333")]).await;
    let page = elsewhere.submit("/code", &[("code", &app.code_for("+8562022223333").await)]).await;
    assert_eq!(page.heading(), "My pages", "other networks are counted apart");
    app.seconds_pass(3_601);
    stranger.done("/sign-in/code", &[("contact", "020 2222 3333")]).await;
    let page = stranger.submit("/code", &[("code", &app.code_for("+8562022223333").await)]).await;
    assert_eq!(page.heading(), "My pages", "an hour later it is over");
}

#[tokio::test]
async fn wrong_answers_of_a_network_are_counted_together() {
    wrong_answers_of_a_network_are_counted_together_on(TestApp::start().await).await;
}

#[tokio::test]
async fn wrong_answers_of_a_network_are_counted_together_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    wrong_answers_of_a_network_are_counted_together_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn a_network_has_codes_sent_to_sixty_contacts_an_hour() {
    let app = TestApp::start().await;
    let mut owner = Device::at(&app, IpAddr::from(CARRIER));
    sign_up(&app, &mut owner, PHONE).await;
    owner.done("/sign-out", &[]).await;
    let said = join_all((0..60).map(|of| guess(&app, number(of), 0))).await;
    assert!(said.iter().all(|said| said.starts_with("Type the code")), "{said:?}");
    let said = guess(&app, number(60), 0).await;
    assert!(said.contains(TOO_MANY), "{said}");
    let said = guess(&app, number(0), 0).await;
    assert!(said.starts_with("Type the code"), "a contact counts once, whatever else is asked for: {said}");
    owner.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let page = owner.submit("/code", &[("code", &app.code_for(PHONE.1).await)]).await;
    assert_eq!(page.heading(), "My pages", "the owner's own device is counted apart");
}

#[tokio::test]
async fn whoever_is_signed_in_floods_no_phone_of_another() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let fields = [("contact", "020 2222 3333"), ("password", super::PASSWORD)];
    for _ in 0..5 {
        assert_eq!(device.submit("/me/account/contact", &fields).await.heading(), "Type the code");
    }
    // Another mark makes another device, and counts for nothing.
    let mut other = Device::new(&app);
    super::sign_in(&mut other, PHONE.0, super::PASSWORD).await;
    let page = other.submit("/me/account/contact", &fields).await;
    assert!(page.status == 422 && page.main_text().contains(TOO_MANY), "{}", page.main_text());
}

#[tokio::test]
async fn a_new_password_is_chosen_with_a_secret_that_nobody_guesses() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    let mut owner = Device::new(&app);
    owner.done("/recover", &[("contact", PHONE.0)]).await;
    owner.done("/code", &[("code", &app.code_for(PHONE.1).await)]).await;
    let held = owner.cookie("__Host-viak-asked").expect("a cookie").to_owned();
    let (id, secret) = held.split_once(".sent.").expect("a secret beside the id");
    assert!(secret.len() == 64 && secret.bytes().all(|digit| digit.is_ascii_hexdigit()), "{secret}");
    let fields = [("new_password", "rain on the tin roof again")];
    let mut thief = Device::at(&app, IpAddr::from(CARRIER));
    for shown in [String::new(), "sent".to_owned(), "sent.".to_owned(), format!("sent.{}", "0".repeat(64))] {
        thief.set_cookie("__Host-viak-asked", &format!("{id}.{shown}"));
        let page = thief.submit("/recover/password", &fields).await;
        assert_ne!(page.heading(), "My pages", "{shown}");
        assert_eq!(thief.open("/me/account").await.heading(), "Sign in", "{shown}");
    }
    let mut said = String::new();
    for _ in 0..99 {
        said = thief.submit("/recover/password", &fields).await.main_text();
    }
    assert!(said.contains(TOO_MANY), "{said}");
    assert_eq!(owner.submit("/recover/password", &fields).await.heading(), "My pages");
    owner.set_cookie("__Host-viak-asked", &held);
    let page = owner.submit("/recover/password", &fields).await;
    assert_eq!(page.status, 422, "it works once");
}
