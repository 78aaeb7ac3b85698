//! The second factor, with a device that reckons codes by itself.

use super::{PASSWORD, PHONE, sign_in, sign_up};
use tests::{Device, Page, TestApp};
use totp_rs::{Builder, Secret};

/// The code that the owner's device shows for the secret on a page.
pub(crate) fn code(app: &TestApp, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).with_account_name("x").build().expect("a device");
    totp.generate(u64::try_from(app.now().timestamp()).expect("after 1970")).to_string()
}

fn secret(page: &Page) -> String {
    page.texts("p code").concat().replace(' ', "")
}

/// Sets the second factor up; returns its secret and the recovery codes.
pub(crate) async fn set_up(app: &TestApp, device: &mut Device<'_>) -> (String, Vec<String>) {
    let page = device.open("/me/account/second-step").await;
    let secret = secret(&page);
    assert!(page.attributes("img.picture", "src").concat().starts_with("data:image/svg+xml;base64,"));
    let fields = [("code", &*code(app, &secret)), ("password", PASSWORD)];
    let page = device.submit("/me/account/second-step", &fields).await;
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, _)| to == PHONE.1), "the owner hears of it: {told:?}");
    let codes = page.texts("ul.codes code");
    assert_eq!(codes.len(), 10, "{}", page.main_text());
    (secret, codes)
}

#[tokio::test]
async fn a_second_factor_is_asked_for_and_no_code_works_twice() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    assert_eq!(device.open("/me/account/second-step").await.status, 200);
    let fields = [("code", "000000"), ("password", PASSWORD)];
    let page = device.submit("/me/account/second-step", &fields).await;
    assert_eq!(page.status, 422, "a wrong code turns nothing on");
    let (secret, _) = set_up(&app, &mut device).await;
    let used = code(&app, &secret);
    let mut other = Device::new(&app);
    let (_, said) = sign_in(&mut other, PHONE.0, PASSWORD).await;
    assert!(said.contains("protected by a second step"), "{said}");
    assert_eq!(other.open("/me/account").await.heading(), "Sign in", "a password alone opens nothing");
    assert_eq!(
        other.submit("/code", &[("code", &used)]).await.status,
        422,
        "a code that was used is used up"
    );
    app.seconds_pass(60);
    let fresh = code(&app, &secret);
    assert_eq!(other.submit("/code", &[("code", &fresh)]).await.heading(), "My pages");
}

#[tokio::test]
async fn the_second_step_leads_on_to_the_page_that_was_wanted() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let (_, codes) = set_up(&app, &mut device).await;
    for (wanted, reached) in
        [("/me/account/password", "Change password"), ("//elsewhere.example/", "My pages")]
    {
        let mut other = Device::new(&app);
        let fields = [("contact", PHONE.0), ("password", PASSWORD), ("next", wanted)];
        other.done("/sign-in", &fields).await;
        let asked = other.open(&other.path.clone()).await;
        let next = asked.attributes("input[name=next]", "value").concat();
        let wrong = other.submit("/code", &[("code", "000000"), ("next", &next)]).await;
        assert_eq!(
            wrong.attributes("input[name=next]", "value").concat(),
            next,
            "kept where the code is wrong"
        );
        let code = &codes[usize::from(reached == "My pages")];
        let page = other.submit("/code", &[("code", code), ("next", &next)]).await;
        assert_eq!(page.heading(), reached);
    }
}

#[tokio::test]
async fn a_recovery_code_stands_for_the_device_once() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let (_, codes) = set_up(&app, &mut device).await;
    let mut other = Device::new(&app);
    sign_in(&mut other, PHONE.0, PASSWORD).await;
    let typed = codes[0].to_uppercase();
    let page = other.submit("/code", &[("code", &typed)]).await;
    assert_eq!(page.heading(), "My pages");
    let page = other.open("/me/account").await;
    assert!(page.main_text().contains("recovery codes left: 9"), "{}", page.main_text());
    let mut third = Device::new(&app);
    sign_in(&mut third, PHONE.0, PASSWORD).await;
    assert_eq!(third.submit("/code", &[("code", &codes[0])]).await.status, 422);
    let fields = [("password", PASSWORD), ("code", &*codes[1])];
    let page = other.submit("/me/account/second-step/codes", &fields).await;
    assert_eq!(page.texts("ul.codes code").len(), 10);
    assert_eq!(third.submit("/code", &[("code", &codes[2])]).await.status, 422, "the ones before are void");
}

#[tokio::test]
async fn a_code_and_a_new_password_do_not_go_round_the_second_factor() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    set_up(&app, &mut device).await;
    let mut thief = Device::new(&app);
    thief.done("/sign-in/code", &[("contact", PHONE.0)]).await;
    let sent = app.code_for(PHONE.1).await;
    assert_eq!(thief.submit("/code", &[("code", &sent)]).await.heading(), "Second step");
    thief.done("/recover", &[("contact", PHONE.0)]).await;
    let sent = app.code_for(PHONE.1).await;
    thief.done("/code", &[("code", &sent)]).await;
    let page = thief.submit("/recover/password", &[("new_password", "rain on the tin roof again")]).await;
    assert_eq!(page.heading(), "Second step");
    assert_eq!(thief.open("/me/account").await.heading(), "Sign in");
}

#[tokio::test]
async fn it_is_turned_off_with_password_and_code() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let (secret, _) = set_up(&app, &mut device).await;
    app.seconds_pass(60);
    let now = code(&app, &secret);
    let path = "/me/account/second-step/off";
    assert_eq!(device.submit(path, &[("password", "not the one"), ("code", &now)]).await.status, 422);
    assert_eq!(device.submit(path, &[("password", PASSWORD), ("code", "000000")]).await.status, 422);
    let page = device.submit(path, &[("password", PASSWORD), ("code", &now)]).await;
    assert!(page.main_text().contains("no second step any more"), "{}", page.main_text());
    assert_eq!(sign_in(&mut Device::new(&app), PHONE.0, PASSWORD).await.0, 200);
}

#[tokio::test]
async fn a_stolen_session_plants_no_second_factor() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let mut thief = owner.stolen();
    let planted = secret(&thief.open("/me/account/second-step").await);
    let fields = [("code", &*code(&app, &planted)), ("password", "a guess that is long enough")];
    assert_eq!(
        thief.submit("/me/account/second-step", &fields).await.status,
        422,
        "a session is no password"
    );
    let fields = [("password", PASSWORD), ("new_password", "rain on the tin roof again")];
    owner.done("/me/account/password", &fields).await;
    let fresh = secret(&owner.open("/me/account/second-step").await);
    assert_ne!(planted, fresh, "what was proposed to the thief counts no more");
}

#[tokio::test]
async fn a_second_factor_is_guessed_twelve_times_an_hour() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    sign_up(&app, &mut device, PHONE).await;
    let (_, codes) = set_up(&app, &mut device).await;
    for _ in 0..3 {
        sign_in(&mut device, PHONE.0, PASSWORD).await;
        for _ in 0..4 {
            assert_eq!(device.submit("/code", &[("code", "000000")]).await.status, 422);
        }
    }
    sign_in(&mut device, PHONE.0, PASSWORD).await;
    let page = device.submit("/code", &[("code", &codes[0])]).await;
    assert!(page.main_text().contains("works no more"), "{}", page.main_text());
    app.seconds_pass(3_601);
    sign_in(&mut device, PHONE.0, PASSWORD).await;
    assert_eq!(device.submit("/code", &[("code", &codes[0])]).await.heading(), "My pages");
}

/// What changes the account once the second factor is set up, with the fields of each besides password and code.
const GUARDED: [(&str, (&str, &str)); 4] = [
    ("/me/account/second-step/codes", ("session", "")),
    ("/me/account/contact", ("contact", "020 2222 3333")),
    ("/me/account/password", ("new_password", "rain on the tin roof again")),
    ("/me/account/second-step/off", ("session", "")),
];

#[tokio::test]
async fn a_stolen_session_with_the_password_changes_nothing_that_two_factors_guard() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let (_, codes) = set_up(&app, &mut owner).await;
    let mut thief = owner.stolen();
    for (path, more) in GUARDED {
        for code in ["", "000000", "' or 1=1 --", "ລະຫັດ"] {
            let page = thief.submit(path, &[more, ("password", PASSWORD), ("code", code)]).await;
            assert_eq!(page.status, 422, "{path} {code}");
            assert!(page.main_text().contains("code is not right"), "{path} {code}: {}", page.main_text());
        }
        app.seconds_pass(3_601);
    }
    assert!(!app.short_messages().await.iter().any(|(to, _)| to == "+8562022223333"), "no code went out");
    let path = "/me/account/contact";
    assert_eq!(owner.open(path).await.texts("input[name=code]").len(), 1, "the form asks for it");
    let fields = [("contact", "020 2222 3333"), ("password", PASSWORD), ("code", &*codes[0])];
    assert_eq!(owner.submit(path, &fields).await.heading(), "Type the code");
    let sent = app.code_for("+8562022223333").await;
    let page = owner.submit("/code", &[("code", &sent)]).await;
    assert!(page.main_text().contains("+8562022223333"), "{}", page.main_text());
}

#[tokio::test]
async fn all_tries_of_the_second_factor_count_together() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let (_, codes) = set_up(&app, &mut owner).await;
    let mut thief = owner.stolen();
    let wrong = [("password", PASSWORD), ("code", "000000")];
    for _ in 0..3 {
        for (path, more) in GUARDED {
            assert_eq!(thief.submit(path, &[more, wrong[0], wrong[1]]).await.status, 422);
        }
        // Passwords are counted by the quarter of an hour.
        app.seconds_pass(601);
    }
    let right = [("password", PASSWORD), ("code", &*codes[0])];
    for (path, more) in GUARDED {
        let page = thief.submit(path, &[more, right[0], right[1]]).await;
        assert!(page.status == 422 && page.main_text().contains("Too many tries"), "{}", page.main_text());
    }
    sign_in(&mut thief, PHONE.0, PASSWORD).await;
    assert_eq!(thief.submit("/code", &[("code", &codes[0])]).await.status, 422, "nor at sign-in");
    let mut elsewhere = Device::new(&app);
    sign_in(&mut elsewhere, PHONE.0, PASSWORD).await;
    let page = elsewhere.submit("/code", &[("code", &codes[1])]).await;
    assert_eq!(page.heading(), "My pages", "devices that nobody knows are counted apart");
    app.seconds_pass(1_800);
    let path = "/me/account/second-step/codes";
    assert_eq!(owner.submit(path, &right).await.texts("ul.codes code").len(), 10);
}

#[tokio::test]
async fn whoever_knows_the_password_does_not_use_up_the_second_step_of_the_owners_device() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    let (secret, _) = set_up(&app, &mut owner).await;
    owner.done("/sign-out", &[]).await;
    let mut thief = Device::at(&app, std::net::IpAddr::from([198, 51, 100, 7]));
    let guess = async |device: &mut Device<'_>, times: usize| {
        for _ in 0..times.div_ceil(5) {
            sign_in(device, PHONE.0, PASSWORD).await;
            for _ in 0..5 {
                assert_eq!(device.submit("/code", &[("code", "000000")]).await.status, 422);
            }
        }
    };
    guess(&mut thief, 15).await;
    app.seconds_pass(60);
    sign_in(&mut thief, PHONE.0, PASSWORD).await;
    let page = thief.submit("/code", &[("code", &code(&app, &secret))]).await;
    assert_eq!(page.status, 422, "also a right code is not looked at on a device that nobody knows");
    sign_in(&mut owner, PHONE.0, PASSWORD).await;
    let page = owner.submit("/code", &[("code", &code(&app, &secret))]).await;
    assert_eq!(page.heading(), "My pages", "{}", page.main_text());
    owner.done("/sign-out", &[]).await;
    guess(&mut owner, 15).await;
    app.seconds_pass(60);
    sign_in(&mut owner, PHONE.0, PASSWORD).await;
    let page = owner.submit("/code", &[("code", &code(&app, &secret))]).await;
    assert_eq!(page.status, 422, "a known device has no more tries than others");
}
