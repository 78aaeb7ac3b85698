//! How does an alert begin and end?

use super::{a_welder_is_wanted, ask, asked, confirmed, letters, link, turn};
use axum::http::StatusCode;
use tests::{Device, TestApp};

#[tokio::test]
async fn an_alert_begins_on_the_results_page_and_is_watched_once_a_button_was_pressed() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    let mut device = Device::new(&app);
    let results = device.open("/jobs?q=welder&province=13&sort=wage&page=1").await;
    let form = device.open(&results.link("Be told of new jobs like these")).await;
    assert!(form.main_text().contains("Search: welder · Savannakhet"), "{}", form.main_text());
    let search = form.attributes("input[name=search]", "value").concat();
    assert_eq!(search, "q=welder&province=13");
    let sent = ask(&app, &search, "Anong@Example.LA", "at_once").await;
    assert_eq!(sent.heading(), "One step more");
    let first = letters(&app).await;
    assert_eq!(first.len(), 1);
    let path = link(&first[0]);
    // Programs that look through mail open links.
    let opened = device.open(&path).await;
    assert!(opened.main_text().contains("not confirmed yet"), "{}", opened.main_text());
    a_welder_is_wanted(&app, "w1", "Welder before").await;
    assert_eq!(letters(&app).await.len(), 0, "nobody has pressed the button");
    let pressed = device.submit(&path, &[("deed", "confirm")]).await;
    assert!(pressed.main_text().contains("Confirmed."), "{}", pressed.main_text());
    a_welder_is_wanted(&app, "w2", "Welder after").await;
    let told = letters(&app).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("Welder after") && !told[0].contains("Welder before"), "{}", told[0]);
    assert!(told[0].contains("To: anong@example.la"), "{}", told[0]);
    assert_eq!(link(&told[0]), path, "each letter leads to where it is ended");
    assert!(told[0].contains(&format!("List-Unsubscribe: <https://viak.example{path}>")), "{}", told[0]);
}

#[tokio::test]
async fn what_was_stopped_is_told_no_more_and_what_rests_waits() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    let path = confirmed(&app, "q=welder", "a@example.la", "at_once").await;
    let mut device = Device::new(&app);
    device.done(&path, &[("deed", "pause")]).await;
    a_welder_is_wanted(&app, "w1", "Welder one").await;
    assert_eq!(letters(&app).await.len(), 0);
    device.done(&path, &[("deed", "resume")]).await;
    turn(&app).await;
    a_welder_is_wanted(&app, "w2", "Welder two").await;
    assert_eq!(letters(&app).await.len(), 1);
    let stopped = device.submit(&path, &[("deed", "stop")]).await;
    assert!(stopped.main_text().contains("Stopped."), "{}", stopped.main_text());
    a_welder_is_wanted(&app, "w3", "Welder three").await;
    assert_eq!(letters(&app).await.len(), 0);
    let again = device.submit(&path, &[("deed", "pause")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_phone_is_asked_by_short_message_and_never_told_at_once() {
    let app = TestApp::with_market().await;
    let page = ask(&app, "q=welder", "020 5512 3456", "at_once").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.main_text().contains("once a day or once a week"), "{}", page.main_text());
    assert_eq!(app.short_messages().await.len(), 0);
    asked(&app, "q=welder", "020 5512 3456", "daily").await;
    let messages = app.short_messages().await;
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].0, "+8562055123456");
    let path = link(&format!("{} ", messages[0].1));
    Device::new(&app).done(&path, &[("deed", "confirm")]).await;
    turn(&app).await;
    a_welder_is_wanted(&app, "w1", "Welder").await;
    assert_eq!(app.short_messages().await.len(), 0, "not before the morning");
    app.days_pass(1);
    turn(&app).await;
    let told = app.short_messages().await;
    assert_eq!(told.len(), 1);
    assert!(told[0].1.contains(&path), "{}", told[0].1);
}

#[tokio::test]
async fn what_nobody_confirmed_is_forgotten_after_a_week() {
    let app = TestApp::with_market().await;
    asked(&app, "q=welder", "a@example.la", "daily").await;
    let path = link(&letters(&app).await[0]);
    app.days_pass(6);
    server::service::do_chores(app.platform().clone()).await.unwrap();
    server::service::forget(app.platform().clone()).await.unwrap();
    assert_eq!(Device::new(&app).open(&path).await.status, StatusCode::OK);
    app.days_pass(2);
    server::service::forget(app.platform().clone()).await.unwrap();
    assert_eq!(Device::new(&app).open(&path).await.status, StatusCode::NOT_FOUND);
    app.settle().await;
}
