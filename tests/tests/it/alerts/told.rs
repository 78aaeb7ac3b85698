//! What is told, when, and to whom no more?

use super::{a_welder_is_wanted, confirmed, hits, letters, turn};
use crate::mail::worker;
use sea_orm::{ActiveValue::Set, EntityTrait};
use server::db::entities::undeliverable;
use server::mail::Channel;
use server::vacancies::draft::Closes;
use tests::drafts::{Hashed, day, vacancy};
use tests::{Device, TestApp};
use tokio::sync::watch;

#[tokio::test]
async fn all_alerts_of_a_person_come_in_one_letter_of_the_morning_without_what_has_closed() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    for query in ["q=welder", "province=13", "q=nurse"] {
        confirmed(&app, query, "a@example.la", "daily").await;
        // A letter a day and contact is sent three times at most; the hour does not matter.
        app.seconds_pass(60);
    }
    let mut closing = vacancy(&app, "w0", "Welder for a day", "7212", "13");
    closing.closes = Closes::On(day(2026, 11, 22));
    app.publish("board", &[closing.hashed()]).await;
    a_welder_is_wanted(&app, "w1", "Welder who stays").await;
    assert_eq!((letters(&app).await.len(), hits(&app).await), (0, (4, 0)), "it is not morning");
    app.days_pass(1);
    app.expire().await;
    turn(&app).await;
    let told = letters(&app).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Subject: 1 new job for you"), "{}", told[0]);
    assert!(told[0].contains("Welder who stays") && !told[0].contains("Welder for a day"), "{}", told[0]);
    assert!(
        told[0].contains("“welder”") && told[0].contains("“Savannakhet”") && !told[0].contains("“nurse”")
    );
    assert_eq!(hits(&app).await, (2, 2));
    for _ in 0..3 {
        app.days_pass(1);
        turn(&app).await;
    }
    assert_eq!(letters(&app).await.len(), 0, "nothing is told twice");
}

#[tokio::test]
async fn a_change_of_a_vacancy_is_no_news_and_one_that_comes_to_fit_is() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    confirmed(&app, "q=kafka", "a@example.la", "at_once").await;
    a_welder_is_wanted(&app, "w1", "Welder").await;
    assert_eq!(letters(&app).await.len(), 0);
    a_welder_is_wanted(&app, "w1", "Welder who knows kafka").await;
    assert_eq!(letters(&app).await.len(), 1);
    a_welder_is_wanted(&app, "w1", "Welder who knows kafka well").await;
    assert_eq!(letters(&app).await.len(), 0);
}

#[tokio::test]
async fn an_address_from_which_letters_come_back_is_told_nothing_more() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    let path = confirmed(&app, "q=welder", "gone@example.la", "at_once").await;
    let row = undeliverable::ActiveModel {
        channel: Set(Channel::Email),
        recipient: Set("gone@example.la".to_owned()),
        since: Set(app.now()),
        reason: Set("550 no such user".to_owned()),
    };
    let transaction = app.platform().database.begin().await.unwrap();
    undeliverable::Entity::insert(row).exec_without_returning(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    a_welder_is_wanted(&app, "w1", "Welder").await;
    assert_eq!(letters(&app).await.len(), 0);
    let mut device = Device::new(&app);
    let page = device.open(&path).await;
    assert!(page.main_text().contains("our messages came back"), "{}", page.main_text());
    device.done(&path, &[("deed", "resume")]).await;
    turn(&app).await;
    a_welder_is_wanted(&app, "w2", "Second welder").await;
    let told = letters(&app).await;
    assert_eq!(told.len(), 2, "whoever has the link has the mailbox again, and hears what waited");
}

#[tokio::test]
async fn a_mail_server_that_is_down_for_two_days_costs_nobody_a_vacancy() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    confirmed(&app, "q=welder", "a@example.la", "at_once").await;
    let nowhere = worker(&app, "smtp://127.0.0.1:1");
    let (_told, ended) = watch::channel(false);
    a_welder_is_wanted(&app, "w1", "Welder of the first day").await;
    for _ in 0..48 {
        nowhere.send_due(Channel::Email, &ended).await.unwrap();
        app.seconds_pass(3_600);
        turn(&app).await;
    }
    a_welder_is_wanted(&app, "w2", "Welder of the third day").await;
    app.days_pass(1);
    turn(&app).await;
    let told = letters(&app).await;
    let times = |title: &str| told.iter().filter(|letter| letter.contains(title)).count();
    assert_eq!((times("Welder of the first day"), times("Welder of the third day")), (1, 1), "{told:?}");
}
