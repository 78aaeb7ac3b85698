//! Two thousand guesses from as many addresses: none gets in, and the owner does.

use super::{PASSWORD, PHONE, sign_in as sign_in_on_a_page, sign_up};
use sea_orm::{ConnectionTrait, Statement};
use server::accounts::commands::{Desk, SignInError, sign_in};
use server::accounts::model::{Contact, Password};
use server::audit::model::Origin;
use server::limits::Limits;
use std::net::IpAddr;
use tests::{Device, TestApp};
use views::Locale;

/// Guesses in all, and within each quarter of an hour.
const GUESSES: (u32, u32) = (2_000, 250);

/// Guesses a password from an address of its own; what came of it.
async fn guess(app: &TestApp, contact: &Contact, number: u32, password: &str) -> Result<(), SignInError> {
    let [_, high, middle, low] = number.to_be_bytes();
    let (platform, origin) = (app.platform(), Origin::call(IpAddr::from([50 + high, middle, low, 7])));
    let desk = Desk {
        database: &platform.database,
        keys: platform.keys().unwrap(),
        hashing: &platform.hashing,
        base_url: "https://viak.example",
        language: Locale::English,
        origin: &origin,
        device: "a program",
        token: None,
        mark: None,
        at: app.now(),
    };
    sign_in(&desk, contact, &Password::typed(password)).await.map(|_| ())
}

async fn refusals_in_the_trail(app: &TestApp) -> i64 {
    let reader = app.platform().database.reader();
    let sql = "select count(*) as held from audit_event where action = 'sign_in_refused'";
    let statement = Statement::from_string(reader.get_database_backend(), sql);
    reader.query_one_raw(statement).await.unwrap().unwrap().try_get("", "held").unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_guesses_from_many_addresses_do_not_get_in_nor_lock_the_owner_out() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    sign_up(&app, &mut owner, PHONE).await;
    owner.done("/sign-out", &[]).await;
    app.short_messages().await;
    let contact: Contact = PHONE.1.parse().unwrap();
    let (all, at_once) = GUESSES;
    let (mut looked_at, mut refused, mut letters) = (0, 0, 0);
    for number in 0..all {
        if number > 0 && number % at_once == 0 {
            letters += app.short_messages().await.len();
            app.seconds_pass(15 * 60);
        }
        // The last of each quarter is the right one: it has a code sent to the owner, and lets nobody in.
        let password =
            if (number + 1) % at_once == 0 { PASSWORD.to_owned() } else { format!("guess number {number}") };
        match guess(&app, &contact, number, &password).await {
            Err(SignInError::Wrong) => looked_at += 1,
            Err(SignInError::Throttled(_)) => refused += 1,
            other => panic!("guess {number}: {other:?}"),
        }
    }
    let windows = all / at_once;
    assert_eq!((looked_at, refused), (10 * windows, all - 10 * windows));
    assert_eq!(refusals_in_the_trail(&app).await, i64::from(10 * windows), "the trail is not flooded");
    let a_day = usize::try_from(Limits::shipped().sms_password_a_day).unwrap();
    assert_eq!(letters, a_day, "a right password each quarter, and so many letters a day");
    assert_eq!(sign_in_on_a_page(&mut owner, PHONE.0, PASSWORD).await.0, 200, "the owner's device is let in");
}
