//! The errands of an account's owner, from the form to the letter and back.

use super::{PASSWORD, PHONE, code_in_letter, sign_in, sign_up};
use crate::mail::send;
use tests::{Device, Postgres, TestApp};

/// Digest of a password that became known.
const KNOWN: &str = "8C453C1CFFAAFC6C28C6E5DD16C8DB7DFC50B901";

async fn an_account_is_made_left_and_entered_again_on(app: TestApp) {
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let page = device.open("/me/account").await;
    assert!(page.main_text().contains("+8562056781234"), "{}", page.main_text());
    assert_eq!(page.header("cache-control"), "private, no-store");
    let kept = device.stolen();
    let page = device.submit("/sign-out", &[]).await;
    assert_eq!(page.status, 200);
    let mut stolen = kept;
    let page = stolen.open("/me/account").await;
    assert_eq!(page.heading(), "Sign in", "a cookie of a session that has ended opens nothing");
    let (status, said) = sign_in(&mut device, "໐໒໐ ໕໖໗໘ ໑໒໓໔", PASSWORD).await;
    assert!(status == 200 && said.starts_with("My pages"), "{said}");
}

#[tokio::test]
async fn an_account_is_made_left_and_entered_again() {
    an_account_is_made_left_and_entered_again_on(TestApp::start().await).await;
}

#[tokio::test]
async fn an_account_is_made_left_and_entered_again_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    an_account_is_made_left_and_entered_again_on(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test]
async fn every_problem_of_a_form_is_told_and_no_password_comes_back() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    let page = device.submit("/sign-up", &[("contact", "12<b>3"), ("new_password", "hunter2")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("[role=alert] li").len(), 2, "{}", page.main_text());
    assert_eq!(page.field("Phone number or e-mail").1, "12<b>3");
    assert!(!page.body().contains("hunter2") && !page.body().contains("12<b>3"));
    assert_eq!(page.attributes("input[autofocus]", "name"), ["contact"]);
    let page = device.submit("/sign-in", &[]).await;
    assert_eq!((page.status.as_u16(), page.texts("[role=alert] li").len()), (422, 2));
    assert!(app.short_messages().await.is_empty());
}

#[tokio::test]
async fn whoever_was_on_the_way_to_a_page_comes_there_after_signing_in() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    device.done("/sign-out", &[]).await;
    let page = device.open("/me/account/password").await;
    assert_eq!(page.heading(), "Sign in");
    let next = page.attributes("input[name=next]", "value").concat();
    let fields = [("contact", PHONE.0), ("password", PASSWORD), ("next", &*next)];
    assert_eq!(device.submit("/sign-in", &fields).await.heading(), "Change password");
}

#[tokio::test]
async fn a_code_signs_in_without_a_password_and_works_once() {
    let app = TestApp::start().await;
    let (mut device, mut other) = (Device::new(&app), Device::new(&app));
    sign_up(&app, &mut device, PHONE).await;
    app.seconds_pass(1);
    other.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let code = app.code_for(PHONE.1).await;
    let mut replay = other.stolen();
    assert_eq!(other.submit("/code", &[("code", &code)]).await.heading(), "My pages");
    let page = replay.submit("/code", &[("code", &code)]).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("works no more"), "{}", page.main_text());
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, _)| to == PHONE.1), "the owner hears of the new device: {told:?}");
}

#[tokio::test]
async fn a_lost_password_is_replaced_and_all_devices_are_signed_out() {
    let app = TestApp::start().await;
    let (mut device, mut other) = (Device::new(&app), Device::new(&app));
    sign_up(&app, &mut device, PHONE).await;
    other.done("/recover", &[("contact", PHONE.0)]).await;
    let code = app.code_for(PHONE.1).await;
    assert_eq!(other.submit("/code", &[("code", &code)]).await.heading(), "Choose a new password");
    let page = other.submit("/recover/password", &[("new_password", "12345678")]).await;
    assert_eq!(page.status, 422, "an easy one is not taken and may be chosen again");
    let fields = [("new_password", "rain on the tin roof again")];
    assert_eq!(other.submit("/recover/password", &fields).await.heading(), "My pages");
    assert_eq!(device.open("/me/account").await.heading(), "Sign in");
    assert_eq!(sign_in(&mut device, PHONE.0, PASSWORD).await.0, 422);
    assert_eq!(sign_in(&mut device, PHONE.0, "rain on the tin roof again").await.0, 200);
}

#[tokio::test]
async fn a_mailbox_does_all_that_a_phone_does() {
    const MAILBOX: &str = "anong@example.la";
    let app = TestApp::start().await;
    let (mut device, mut other) = (Device::new(&app), Device::new(&app));
    device.done("/sign-up", &[("contact", MAILBOX), ("new_password", PASSWORD)]).await;
    let code = code_in_letter(&app, MAILBOX).await;
    let page = device.submit("/code", &[("code", &code)]).await;
    assert_eq!((page.heading(), device.path.as_str()), ("My pages".to_owned(), "/me"));
    assert!(device.open("/me/account").await.main_text().contains(MAILBOX));
    other.done("/sign-in/code", &[("contact", " ANONG@example.la ")]).await;
    let code = code_in_letter(&app, MAILBOX).await;
    assert_eq!(other.submit("/code", &[("code", &code)]).await.heading(), "My pages");
    send(&app.platform().mail_worker()).await;
    let mut third = Device::new(&app);
    third.done("/recover", &[("contact", MAILBOX)]).await;
    let code = code_in_letter(&app, MAILBOX).await;
    assert_eq!(third.submit("/code", &[("code", &code)]).await.heading(), "Choose a new password");
    let fields = [("new_password", "rain on the tin roof again")];
    assert_eq!(third.submit("/recover/password", &fields).await.heading(), "My pages");
    assert_eq!(device.open("/me/account").await.heading(), "Sign in");
    assert_eq!(sign_in(&mut device, MAILBOX, PASSWORD).await.0, 422);
    assert_eq!(sign_in(&mut device, MAILBOX, "rain on the tin roof again").await.0, 200);
    assert!(app.short_messages().await.is_empty(), "nothing went to a phone");
}

#[tokio::test]
async fn a_changed_phone_counts_once_it_is_confirmed_and_the_old_one_is_told() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let wrong = [("contact", "020 2222 3333"), ("password", "not this one at all")];
    assert_eq!(device.submit("/me/account/contact", &wrong).await.status, 422);
    let right = [("contact", "020 2222 3333"), ("password", PASSWORD)];
    device.done("/me/account/contact", &right).await;
    let code = app.code_for("+8562022223333").await;
    let page = device.submit("/code", &[("code", &code)]).await;
    assert!(page.main_text().contains("The new contact counts"), "{}", page.main_text());
    assert!(page.main_text().contains("+8562022223333"));
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == PHONE.1 && !text.contains("22223333")), "{told:?}");
    assert_eq!(sign_in(&mut Device::new(&app), PHONE.0, PASSWORD).await.0, 422);
    assert_eq!(sign_in(&mut Device::new(&app), "020 2222 3333", PASSWORD).await.0, 200);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_and_all() {
    let app = TestApp::start().await;
    let (mut here, mut there, mut third) = (Device::new(&app), Device::new(&app), Device::new(&app));
    sign_up(&app, &mut here, PHONE).await;
    for device in [&mut there, &mut third] {
        assert_eq!(sign_in(device, PHONE.0, PASSWORD).await.0, 200);
    }
    let page = here.open("/me/account").await;
    let sessions = page.attributes("input[name=session]", "value");
    assert_eq!(sessions.len(), 2, "the own one is not ended here: {}", page.main_text());
    let page = here.submit("/me/account/sessions/end", &[("session", &sessions[0])]).await;
    assert!(page.main_text().contains("has been signed out"), "{}", page.main_text());
    here.done("/me/account/sessions/end-others", &[]).await;
    for device in [&mut there, &mut third] {
        assert_eq!(device.open("/me/account").await.heading(), "Sign in");
    }
    assert_eq!(here.open("/me/account").await.heading(), "My account");
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    app.days_pass(13);
    assert_eq!(device.open("/me/account").await.heading(), "My account");
    app.days_pass(13);
    assert_eq!(device.open("/me/account").await.heading(), "My account", "it was used meanwhile");
    app.days_pass(15);
    assert_eq!(device.open("/me/account").await.heading(), "Sign in");
}

#[tokio::test]
async fn a_device_is_signed_in_once() {
    let app = TestApp::start().await;
    let (mut device, mut other) = (Device::new(&app), Device::new(&app));
    sign_up(&app, &mut other, ("020 2222 3333", "+8562022223333")).await;
    sign_up(&app, &mut device, PHONE).await;
    let mut stolen = device.stolen();
    assert_eq!(sign_in(&mut device, PHONE.0, PASSWORD).await.0, 200);
    assert_eq!(stolen.open("/me/account").await.heading(), "Sign in", "the session before has ended");
    let mut stolen = device.stolen();
    assert_eq!(sign_in(&mut device, "020 2222 3333", PASSWORD).await.0, 200);
    assert_eq!(stolen.open("/me/account").await.heading(), "Sign in", "also where another account comes");
    assert_eq!(other.open("/me/account").await.heading(), "My account", "other devices stay");
    let mut third = Device::new(&app);
    third.set_cookie("__Host-viak", "' or 1=1 --");
    assert_eq!(sign_in(&mut third, PHONE.0, PASSWORD).await.0, 200);
    assert_eq!(other.open("/me/account").await.heading(), "My account", "what is no token ends nothing");
}

#[tokio::test]
async fn pages_of_accounts_are_there_in_three_languages() {
    let app = TestApp::start().await;
    for (language, heading) in [("lo", "ເຂົ້າສູ່ລະບົບ"), ("en", "Sign in"), ("vi", "Đăng nhập")]
    {
        let page = app.get(&format!("/sign-in?lang={language}")).await;
        assert_eq!((page.language(), page.heading()), (language.to_owned(), heading.to_owned()));
    }
    let page = app.get("/?lang=lo").await;
    assert_eq!(page.link("ເຂົ້າສູ່ລະບົບ"), "/sign-in", "every page has a way in");
}

#[tokio::test]
async fn a_password_that_became_known_is_not_taken_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("known.txt");
    // SHA-1 of "rain on the tin roof again", as sha1sum gives it, and two around it.
    std::fs::write(&list, format!("{}:3\n{KNOWN}:17\n{}:1\n", "0".repeat(40), "F".repeat(40))).unwrap();
    let app = TestApp::start_with(|settings| settings.known_passwords = Some(list)).await;
    let mut device = Device::new(&app);
    let known = ("new_password", "rain on the tin roof again");
    let refused = |page: tests::Page| {
        assert_eq!(page.status, 422);
        assert!(page.main_text().contains("became known elsewhere"), "{}", page.main_text());
    };
    refused(device.submit("/sign-up", &[("contact", PHONE.0), known]).await);
    sign_up(&app, &mut device, PHONE).await;
    refused(device.submit("/me/account/password", &[("password", PASSWORD), known]).await);
    device.done("/recover", &[("contact", PHONE.0)]).await;
    device.done("/code", &[("code", &app.code_for(PHONE.1).await)]).await;
    refused(device.submit("/recover/password", &[known]).await);
    device.done("/recover/password", &[("new_password", "another one that nobody knows")]).await;
}

#[tokio::test]
async fn the_own_contact_and_the_words_of_the_place_are_no_password_anywhere() {
    let app = TestApp::start().await;
    let easy = ["020 5678 1234", "+8562056781234!", "56781234", "Savannakhet2026", "ແຮງງານ2026"];
    let refused = |page: &tests::Page, password: &str| {
        assert_eq!(page.status, 422, "{password}");
        assert!(page.main_text().contains("easy to guess"), "{password}: {}", page.main_text());
    };
    let mut device = Device::new(&app);
    for password in easy {
        let fields = [("contact", PHONE.0), ("new_password", password)];
        refused(&device.submit("/sign-up", &fields).await, password);
    }
    sign_up(&app, &mut device, PHONE).await;
    for password in easy {
        let fields = [("password", PASSWORD), ("new_password", password)];
        refused(&device.submit("/me/account/password", &fields).await, password);
    }
    device.done("/recover", &[("contact", PHONE.0)]).await;
    device.done("/code", &[("code", &app.code_for(PHONE.1).await)]).await;
    for password in easy {
        refused(&device.submit("/recover/password", &[("new_password", password)]).await, password);
    }
    device.done("/recover/password", &[("new_password", "rain on the tin roof again")]).await;
}

#[tokio::test]
async fn nothing_may_stand_behind_the_longest_password() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let longest: String = "three elephants on a ferry ".chars().cycle().take(199).chain(['.']).collect();
    let longer = format!("{longest}!");
    let path = "/me/account/password";
    let page = device.submit(path, &[("password", PASSWORD), ("new_password", &longer)]).await;
    assert_eq!(page.status, 422, "{}", page.main_text());
    device.done(path, &[("password", PASSWORD), ("new_password", &longest)]).await;
    assert_eq!(sign_in(&mut Device::new(&app), PHONE.0, &longer).await.0, 422);
    assert_eq!(sign_in(&mut Device::new(&app), PHONE.0, &longest).await.0, 200);
}
