//! What strangers try: refused in plain words, and they learn nothing.

use super::{PASSWORD, PHONE, sign_in, sign_up};
use sea_orm::{ConnectionTrait, Statement};
use std::net::IpAddr;
use tests::{Device, TestApp};

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![("origin", "https://evil.example")],
        vec![("origin", "null")],
        vec![],
    ] {
        let page = device.send("/sign-out", &[], &headers).await;
        assert_eq!(page.status, 403, "{headers:?}");
        assert_eq!(page.heading(), "Not from here");
    }
    assert_eq!(device.open("/me/account").await.heading(), "My account");
    let page = device.send("/sign-out", &[], &[("origin", "https://viak.example")]).await;
    assert_eq!(page.status, 303, "an older browser says its origin alone");
}

#[tokio::test]
async fn nobody_learns_who_has_an_account() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    let nobody = "020 9999 8888";
    let said = async |path: &'static str, contact: &'static str| {
        let fields =
            [("contact", contact), ("new_password", PASSWORD), ("password", "wrong but long enough")];
        let page = Device::new(&app).submit(path, &fields).await;
        (page.status, page.main_text().replace(contact, "…"), page.body().replace(contact, "…"))
    };
    for path in ["/sign-in", "/sign-up", "/sign-in/code", "/recover"] {
        assert!(said(path, PHONE.0).await == said(path, nobody).await, "{path} tells them apart");
    }
    let told = app.short_messages().await;
    let to_owner = told.iter().filter(|(to, _)| to == PHONE.1).count();
    assert_eq!(to_owner, 3, "the owner hears of the second sign-up and gets two codes: {told:?}");
}

#[tokio::test]
async fn guesses_from_many_addresses_are_refused_with_a_page_that_keeps_the_contact() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    owner.done("/sign-out", &[]).await;
    let mut told = Vec::new();
    for guess in 0..60_u8 {
        let mut stranger = Device::at(&app, IpAddr::from([198, 51, guess, 7]));
        told.push(sign_in(&mut stranger, PHONE.0, "a guess that is long enough").await);
    }
    let looked_at = told.iter().filter(|(status, said)| *status == 422 && said.contains("belong together"));
    assert_eq!(looked_at.count(), 10, "so many guesses are looked at in a quarter of an hour, and no more");
    let refused = told.iter().filter(|(status, said)| *status == 429 && said.contains("Too many tries"));
    assert_eq!(refused.count(), 50);
    let mut stranger = Device::at(&app, IpAddr::from([198, 51, 100, 8]));
    let fields = [("contact", PHONE.0), ("password", PASSWORD)];
    let page = stranger.submit("/sign-in", &fields).await;
    assert_eq!(page.status, 429, "the right one does not sign in either");
    assert_eq!(page.attributes("input[name=contact]", "value"), [PHONE.0], "what was typed stays");
    assert!(!page.body().contains(PASSWORD));
    assert_eq!(sign_in(&mut owner, PHONE.0, PASSWORD).await.0, 200, "the owner's own device is let in");
    let mut other = Device::at(&app, IpAddr::from([203, 0, 113, 9]));
    app.short_messages().await;
    other.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let code = app.code_for(PHONE.1).await;
    assert_eq!(other.submit("/code", &[("code", &code)]).await.heading(), "My pages", "and so is a code");
}

#[tokio::test]
async fn a_code_is_guessed_five_times_and_works_for_ten_minutes() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    let mut device = Device::new(&app);
    device.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let code = app.code_for(PHONE.1).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for left in ["4 more times", "3 more times", "2 more times", "once more", "works no more"] {
        let page = device.submit("/code", &[("code", wrong)]).await;
        assert!(page.status == 422 && page.main_text().contains(left), "{left}: {}", page.main_text());
    }
    assert_eq!(
        device.submit("/code", &[("code", &code)]).await.status,
        422,
        "also the right one comes too late"
    );
    device.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let code = app.code_for(PHONE.1).await;
    app.seconds_pass(601);
    assert_eq!(device.submit("/code", &[("code", &code)]).await.status, 422);
}

#[tokio::test]
async fn a_phone_is_not_flooded_with_codes() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    for _ in 0..12 {
        let page = Device::new(&app).submit("/sign-in/code", &[("contact", PHONE.0)]).await;
        assert_eq!(page.heading(), "Type the code");
    }
    assert_eq!(app.short_messages().await.len(), 4, "five an hour, the first one at sign-up");
}

#[tokio::test]
async fn another_ones_session_cannot_be_ended() {
    let app = TestApp::start().await;
    let (mut one, mut other) = (Device::new(&app), Device::new(&app));
    sign_up(&app, &mut one, PHONE).await;
    sign_up(&app, &mut other, ("020 2222 3333", "+8562022223333")).await;
    assert_eq!(sign_in(&mut Device::new(&app), "020 2222 3333", PASSWORD).await.0, 200);
    let theirs = other.open("/me/account").await.attributes("input[name=session]", "value");
    for session in [theirs[0].as_str(), "0190f3c4-7b2e-7c3a-9f00-000000000001", "x' or 1=1 --", ""] {
        let page = one.submit("/me/account/sessions/end", &[("session", session)]).await;
        assert_eq!(page.status, 404, "{session}");
    }
    assert_eq!(other.open("/me/account").await.attributes("input[name=session]", "value"), theirs);
}

#[tokio::test]
async fn cookies_are_kept_from_scripts_and_bound_to_the_host() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    assert!(device.cookie("__Host-viak").is_some_and(|token| token.len() == 64));
    device.done("/sign-out", &[]).await;
    let fields = [("contact", PHONE.0), ("password", PASSWORD)];
    let page = device.send("/sign-in", &fields, &[("sec-fetch-site", "same-origin")]).await;
    let set: Vec<&str> =
        page.headers.get_all("set-cookie").iter().filter_map(|set| set.to_str().ok()).collect();
    assert!(!set.is_empty());
    for cookie in set {
        for part in ["Path=/", "SameSite=Lax", "HttpOnly", "Secure"] {
            assert!(cookie.contains(part), "{cookie}");
        }
    }
}

#[tokio::test]
async fn a_forged_mark_of_a_device_counts_for_nothing() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let mark = owner.cookie("__Host-viak-device").expect("a mark").to_owned();
    let (account, _) = mark.split_once('.').expect("an account");
    let mut stranger = Device::at(&app, IpAddr::from([198, 51, 100, 7]));
    let mut let_through = 0;
    for forged in 0..15 {
        stranger.set_cookie("__Host-viak-device", &format!("{account}.20786.{forged}.{}", "0".repeat(64)));
        let (_, said) = sign_in(&mut stranger, PHONE.0, "a guess that is long enough").await;
        let_through += usize::from(said.contains("do not belong together"));
    }
    assert_eq!(let_through, 10);
}

#[tokio::test]
async fn what_is_no_form_is_refused_with_a_page() {
    let app = TestApp::start().await;
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("content-type", "application/json"),
        ("cookie", "__Host-lang=en"),
    ];
    for path in ["/sign-in", "/sign-up", "/code", "/recover", "/sign-in/code", "/recover/password"] {
        let page = app.send("POST", path, &headers, "{".into()).await;
        assert!((400..500).contains(&page.status.as_u16()), "{path} {}", page.status);
        assert!(!page.heading().is_empty());
    }
}

#[tokio::test]
async fn a_code_that_is_not_sent_is_not_asked_for() {
    let app = TestApp::start().await;
    sign_up(&app, &mut Device::new(&app), PHONE).await;
    for network in 0..8_u8 {
        for _ in 0..4 {
            let mut stranger = Device::at(&app, IpAddr::from([198, 51, network, 7]));
            stranger.done("/recover", &[("contact", PHONE.0)]).await;
        }
    }
    let sent = app.short_messages().await.len();
    assert_eq!(sent, 11, "twelve an hour for all strangers together, the first one at sign-up");
    let reader = app.platform().database.reader();
    let sql = "select count(*) as held from challenge where digest is not null and used_at is null";
    let statement = Statement::from_string(reader.get_database_backend(), sql);
    let held: i64 = reader.query_one_raw(statement).await.unwrap().unwrap().try_get("", "held").unwrap();
    assert_eq!(usize::try_from(held).unwrap(), sent);
}

#[tokio::test]
async fn strangers_do_not_use_up_the_codes_of_the_owners_device() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    owner.done("/sign-out", &[]).await;
    for network in 0..20_u8 {
        let mut stranger = Device::at(&app, IpAddr::from([198, 51, network, 7]));
        stranger.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    }
    assert_eq!(app.short_messages().await.len(), 11);
    owner.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let code = app.code_for(PHONE.1).await;
    assert_eq!(owner.submit("/code", &[("code", &code)]).await.heading(), "My pages");
}

#[tokio::test]
async fn what_a_thief_began_ends_with_the_password() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let mut thief = owner.stolen();
    thief.done("/me/account/contact", &[("contact", "020 2222 3333"), ("password", PASSWORD)]).await;
    let code = app.code_for("+8562022223333").await;
    let fields = [("password", PASSWORD), ("new_password", "rain on the tin roof again")];
    owner.done("/me/account/password", &fields).await;
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, _)| to == PHONE.1), "the owner hears of the new password: {told:?}");
    assert_eq!(thief.submit("/code", &[("code", &code)]).await.status, 422);
    assert!(owner.open("/me/account").await.main_text().contains(PHONE.1));
}
