//! Somebody asks, is written to, and is erased; or comes back and stays.

use super::{ERASE, ask, places_of, sound, turned};
use crate::consent::{ASKER, WORKER, account_of, asks, employer, worker};
use server::erasure::commands::{Turned, counted};
use tests::member::PASSWORD;
use tests::{Device, Postgres, TestApp};

#[tokio::test]
async fn who_asks_is_told_three_times_and_nothing_is_left() {
    whole(TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    whole(TestApp::start_on(cluster.url()).await).await;
}

async fn whole(app: TestApp) {
    let (mut device, person) = worker(&app, WORKER).await;
    let (_, stays) = worker(&app, "+8562056782345").await;
    let account = account_of(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    device.done("/me/profile/skills", &[("what", "add"), ("skill", "arc-welding")]).await;
    device.done("/me/profile/documents", &[("kind", "household_book"), ("number", "HB-1234567")]).await;
    let request = asks(&app, brewery, person).await.unwrap();
    device
        .done(&format!("/me/consent-requests/{request}"), &[("answer", "yes"), ("ends", "2027-02-20")])
        .await;
    app.settle().await;
    let page = device.open("/me/data").await;
    let page = device.open(&page.link("Have everything erased")).await;
    assert!(page.main_text().contains("You have 30 days to think again"), "{}", page.main_text());
    app.seconds_pass(1);
    ask(&mut device).await;
    let page = device.open(ERASE).await;
    assert!(page.main_text().contains("Everything about you is erased on"), "{}", page.main_text());
    let trail = device.open("/me/trail").await;
    assert_eq!(trail.texts("#entries ~ ul h3")[0], "Asked that everything about you be erased");
    let told = async |words: &str| {
        let sent = app.short_messages().await;
        assert!(sent.iter().any(|(to, text)| to == WORKER && text.contains(words)), "{words}: {sent:?}");
    };
    told("To stay, sign in.").await;
    // Nothing is due before its day, and the last letter comes a week before it.
    assert_eq!(turned(&app).await, Turned::default());
    app.days_pass(22);
    assert_eq!(turned(&app).await, Turned::default());
    app.days_pass(1);
    assert_eq!(turned(&app).await, Turned { warned: 1, ..Turned::default() });
    assert_eq!(turned(&app).await, Turned::default());
    told("To stay, sign in before.").await;
    app.days_pass(6);
    assert_eq!(turned(&app).await, Turned::default());
    app.settle().await;
    app.days_pass(1);
    assert_eq!(turned(&app).await, Turned { erased: 1, ..Turned::default() });
    assert_eq!(turned(&app).await, Turned::default());
    app.settle().await;
    told("all about you is erased").await;
    // The last letter was sent, and goes with the next forgetting.
    assert_eq!(places_of(&app, WORKER).await, ["message.recipient"]);
    server::service::forget(app.platform().clone()).await.unwrap();
    for gone in [WORKER, "HB-1234567", &account.to_string(), &person.to_string(), &request.to_string()] {
        assert_eq!(places_of(&app, gone).await, Vec::<String>::new(), "{gone}");
    }
    assert!(!places_of(&app, &stays.to_string()).await.is_empty(), "others are as they were");
    assert_eq!(counted(app.platform().database.reader()).await.unwrap(), 1);
    sound(&app).await;
    // Whoever was signed in is not any more, and may begin anew.
    let page = device.look("/me").await;
    assert!(page.header("location").starts_with("/sign-in"), "{:?}", page.status);
    Device::new(&app).register(WORKER).await;
    app.settle().await;
}

#[tokio::test]
async fn whoever_takes_it_back_or_signs_in_stays() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    ask(&mut device).await;
    let page = device.submit("/me/data/keep", &[]).await;
    assert_eq!(device.path, "/me/data/erase?done=kept", "{}", page.main_text());
    app.seconds_pass(1);
    ask(&mut device).await;
    app.days_pass(29);
    assert_eq!(turned(&app).await.warned, 1);
    let mut elsewhere = Device::new(&app);
    let page = elsewhere.submit("/sign-in", &[("contact", WORKER), ("password", PASSWORD)]).await;
    assert_eq!(elsewhere.path, "/me", "{}", page.main_text());
    let trail = elsewhere.open("/me/trail").await;
    let kept = trail.texts("#entries ~ ul h3");
    let kept = kept.iter().filter(|title| *title == "Took the request to erase back: everything stays");
    assert_eq!(kept.count(), 2);
    app.days_pass(30);
    assert_eq!(turned(&app).await, Turned::default());
    assert!(!places_of(&app, &person.to_string()).await.is_empty());
    app.settle().await;
}

#[tokio::test]
async fn a_last_letter_that_is_late_leaves_a_week_all_the_same() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    ask(&mut device).await;
    app.days_pass(60);
    assert_eq!(turned(&app).await, Turned { warned: 1, ..Turned::default() });
    app.days_pass(6);
    assert_eq!(turned(&app).await, Turned::default());
    app.days_pass(1);
    assert_eq!(turned(&app).await.erased, 1);
    app.settle().await;
}

#[tokio::test]
async fn who_has_no_profile_is_erased_too_and_counts_as_no_record() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register(ASKER).await;
    let account = account_of(&app, ASKER).await;
    ask(&mut device).await;
    app.days_pass(23);
    turned(&app).await;
    app.days_pass(7);
    assert_eq!(turned(&app).await.erased, 1);
    app.settle().await;
    assert_eq!(places_of(&app, &account.to_string()).await, Vec::<String>::new());
    assert_eq!(counted(app.platform().database.reader()).await.unwrap(), 0);
    sound(&app).await;
}
