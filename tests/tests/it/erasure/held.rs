//! What holds an erasure up, and records that were joined.

use super::{ERASE, ask, places_of, sound, turned};
use crate::consent::{WORKER, account_of, employer, worker};
use crate::identities::{looked, officer, say, two_records};
use server::access::model::Role;
use server::erasure::commands::{Turned, counted};
use tests::member::seat;
use tests::{Device, TestApp};

#[tokio::test]
async fn the_last_administrator_waits_for_another_and_is_told_why() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let seat = seat(Role::EmployerUser, Some(brewery), true);
    app.give(WORKER, &seat).await;
    ask(&mut device).await;
    let page = device.open(ERASE).await;
    assert!(page.main_text().contains("Nobody else looks after"), "{}", page.main_text());
    app.days_pass(23);
    turned(&app).await;
    app.days_pass(8);
    assert_eq!(turned(&app).await, Turned { held: 1, ..Turned::default() });
    let other = "+8562056782345";
    Device::new(&app).register(other).await;
    app.give(other, &seat).await;
    assert_eq!(turned(&app).await, Turned { erased: 1, ..Turned::default() });
    app.settle().await;
    assert_eq!(places_of(&app, WORKER).await, ["message.recipient"]);
    sound(&app).await;
}

#[tokio::test]
async fn records_about_to_be_joined_wait_and_both_halves_go_once_they_are() {
    let app = TestApp::start().await;
    let mut first = officer(&app, "+8562056780011", "1301").await;
    let (mut one, _, case) = two_records(&app, &mut first).await;
    assert!(say(&mut first, &case, "same").await.status.is_success());
    ask(&mut one).await;
    let accounts = [account_of(&app, "+8562056780001").await, account_of(&app, "+8562056780002").await];
    app.days_pass(23);
    assert_eq!(turned(&app).await.warned, 1);
    app.days_pass(7);
    assert_eq!(turned(&app).await, Turned { held: 1, ..Turned::default() });
    let mut second = officer(&app, "+8562056780012", "1301").await;
    assert!(say(&mut second, &case, "same").await.status.is_success());
    assert_eq!(turned(&app).await, Turned { erased: 1, ..Turned::default() });
    app.settle().await;
    assert_eq!(looked(&app).await, 0);
    for gone in accounts {
        assert_eq!(places_of(&app, &gone.to_string()).await, Vec::<String>::new());
    }
    let case = case.rsplit('/').next().unwrap();
    assert_eq!(places_of(&app, case).await, Vec::<String>::new(), "nothing is left to be parted");
    assert_eq!(counted(app.platform().database.reader()).await.unwrap(), 1, "two halves are one person");
    sound(&app).await;
}
