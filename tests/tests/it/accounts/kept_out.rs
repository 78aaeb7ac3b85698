//! Strangers use up what is tried and sent for a contact: does the owner, who has the password and a new device, still come
//! in, and do they learn or send anything?

use super::{PASSWORD, PHONE, code_in_letter, sign_in, sign_up};
use server::limits::Limits;
use std::net::IpAddr;
use tests::{Device, Page, Postgres, TestApp};

const WRONG: &str = "a guess that is long enough";
const MAILBOX: &str = "owner@example.la";
const NOBODY: &str = "020 9999 8888";

fn stranger(app: &TestApp, network: u8) -> Device<'_> {
    Device::at(app, IpAddr::from([198, 51, network, 7]))
}

/// What strangers use up: codes of four networks, and passwords from ten.
async fn attack(app: &TestApp, contact: &str) {
    for network in 0..4 {
        for _ in 0..6 {
            let path = if network % 2 == 0 { "/sign-in/code" } else { "/recover" };
            stranger(app, network).done(path, &[("contact", contact)]).await;
        }
    }
    for network in 10..20 {
        sign_in(&mut stranger(app, network), contact, WRONG).await;
    }
}

/// A try from a device that nobody knows.
async fn tried(app: &TestApp, network: u8, (contact, password): (&str, &str)) -> Page {
    stranger(app, network).submit("/sign-in", &[("contact", contact), ("password", password)]).await
}

/// A page without what differs from one visit to the next.
fn said(page: &Page, contact: &str) -> (u16, String, Vec<String>) {
    let names = page.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok());
    let names = names.map(|set| set.split('=').next().unwrap_or_default().to_owned()).collect();
    (page.status.as_u16(), page.main_text().replace(contact, "…"), names)
}

async fn the_owner_comes_in_by_password_and_letter_on(app: TestApp) {
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    app.seconds_pass(7_200);
    attack(&app, PHONE.0).await;
    app.short_messages().await;
    let mut owner = Device::at(&app, IpAddr::from([203, 0, 113, 9]));
    owner.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    assert!(app.short_messages().await.is_empty(), "a code that is asked for is not sent any more");
    let fields = [("contact", PHONE.0), ("password", PASSWORD), ("next", "/me/account")];
    let page = owner.submit("/sign-in", &fields).await;
    assert_eq!(page.status, 429, "the password alone does not sign in");
    assert!(page.main_text().contains("If the password was right"), "{}", page.main_text());
    let to_code = page.link("Type the code that came");
    let code = app.code_for(PHONE.1).await;
    assert_eq!(owner.open(&to_code).await.heading(), "Type the code");
    let page = owner.submit("/code", &[("code", &code), ("next", "/me/account")]).await;
    assert_eq!(page.heading(), "My account", "{}", page.main_text());
}

#[tokio::test]
async fn the_owner_comes_in_by_password_and_letter() {
    the_owner_comes_in_by_password_and_letter_on(TestApp::start().await).await;
}

#[tokio::test]
async fn the_owner_comes_in_by_password_and_letter_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    the_owner_comes_in_by_password_and_letter_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn a_mailbox_is_written_to_as_well() {
    let app = TestApp::start().await;
    let mut first = Device::new(&app);
    first.done("/sign-up", &[("contact", MAILBOX), ("new_password", PASSWORD)]).await;
    let code = code_in_letter(&app, MAILBOX).await;
    assert_eq!(first.submit("/code", &[("code", &code)]).await.heading(), "My pages");
    for network in 10..20 {
        sign_in(&mut stranger(&app, network), MAILBOX, WRONG).await;
    }
    let mut owner = Device::at(&app, IpAddr::from([203, 0, 113, 9]));
    assert_eq!(sign_in(&mut owner, MAILBOX, PASSWORD).await.0, 429);
    let code = code_in_letter(&app, MAILBOX).await;
    assert_eq!(owner.submit("/code", &[("code", &code)]).await.heading(), "My pages");
}

#[tokio::test]
async fn a_wrong_password_sends_no_letter_and_is_answered_alike() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    for contact in [PHONE.0, NOBODY] {
        attack(&app, contact).await;
    }
    app.short_messages().await;
    let runs = || app.platform().hashing.runs();
    let mut answers = Vec::new();
    for (network, (contact, password)) in
        (30_u8..).zip([(PHONE.0, WRONG), (NOBODY, PASSWORD), (PHONE.0, PASSWORD)])
    {
        assert!(app.short_messages().await.is_empty(), "nobody was written to before the right one");
        let before = runs();
        let mut device = stranger(&app, network);
        let page = device.submit("/sign-in", &[("contact", contact), ("password", password)]).await;
        assert_eq!(runs() - before, 1, "{contact} {password}: a password is compared");
        let code = device.submit("/code", &[("code", "not-one")]).await;
        answers.push((said(&page, contact), said(&code, contact)));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert!(answers[0].1.1.contains("4 more times"), "{answers:?}");
    assert_eq!(app.short_messages().await.len(), 1);
}

#[tokio::test]
async fn letters_after_a_right_password_are_few() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    let mut sent = Vec::new();
    for hour in 0..3_u8 {
        for network in 10..20 {
            sign_in(&mut stranger(&app, network), PHONE.0, WRONG).await;
        }
        app.short_messages().await;
        let mut pages = Vec::new();
        for network in 0..9 {
            pages.push(said(&tried(&app, 100 + hour * 10 + network, (PHONE.0, PASSWORD)).await, PHONE.0));
        }
        assert!(pages.iter().all(|page| *page == pages[0]), "the last ones are answered alike");
        sent.push(app.short_messages().await.len());
        app.seconds_pass(3_601);
    }
    let a_day = Limits::shipped().sms_password_a_day as usize;
    assert_eq!(sent, [5, a_day - 5, 0], "five an hour, and so many a day");
}

#[tokio::test]
async fn one_network_has_so_many_tries_and_those_of_others_count_for_themselves() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    for network in 10..20 {
        sign_in(&mut stranger(&app, network), PHONE.0, WRONG).await;
    }
    for _ in 0..10 {
        assert_eq!(tried(&app, 50, (PHONE.0, WRONG)).await.status, 429);
    }
    app.short_messages().await;
    let before = app.platform().hashing.runs();
    let page = tried(&app, 50, (PHONE.0, PASSWORD)).await;
    assert_eq!((page.status.as_u16(), app.platform().hashing.runs()), (429, before), "not looked at");
    assert!(app.short_messages().await.is_empty());
    assert_eq!(tried(&app, 51, (PHONE.0, PASSWORD)).await.status, 429);
    assert_eq!(app.short_messages().await.len(), 1);
}

#[tokio::test]
async fn a_password_that_was_changed_meanwhile_sends_nothing() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    for network in 10..20 {
        sign_in(&mut stranger(&app, network), PHONE.0, WRONG).await;
    }
    let fields = [("password", PASSWORD), ("new_password", "rain on the tin roof again")];
    owner.done("/me/account/password", &fields).await;
    app.short_messages().await;
    assert_eq!(tried(&app, 50, (PHONE.0, PASSWORD)).await.status, 429);
    assert!(app.short_messages().await.is_empty());
    assert_eq!(tried(&app, 51, (PHONE.0, "rain on the tin roof again")).await.status, 429);
    assert_eq!(app.short_messages().await.len(), 1);
}

#[tokio::test]
async fn the_code_after_a_password_leads_to_the_second_step_like_any_other() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    super::second_factor::set_up(&app, &mut owner).await;
    for network in 10..20 {
        sign_in(&mut stranger(&app, network), PHONE.0, WRONG).await;
    }
    let mut other = Device::at(&app, IpAddr::from([203, 0, 113, 9]));
    sign_in(&mut other, PHONE.0, PASSWORD).await;
    let code = app.code_for(PHONE.1).await;
    assert_eq!(other.submit("/code", &[("code", &code)]).await.heading(), "Second step");
    assert_eq!(other.open("/me/account").await.heading(), "Sign in");
}
