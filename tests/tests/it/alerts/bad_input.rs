//! What strangers send: nothing of it reaches a letter as more than words, and nobody is written to too often.

use super::{a_welder_is_wanted, ask, asked, confirmed, letters, link, turn};
use axum::http::StatusCode;
use tests::{Device, TestApp};

#[tokio::test]
async fn every_problem_is_told_at_once_and_what_was_typed_stays() {
    let app = TestApp::with_market().await;
    let page = ask(&app, "q=welder", "anong@", "hourly").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.texts(".problem").len(), 2, "{}", page.main_text());
    assert_eq!(page.field("E-mail or phone"), ("contact".to_owned(), "anong@".to_owned()));
    let unknown = ask(&app, "q=welder&nonsense=1&province=nowhere", "a@example.la", "daily").await;
    assert_eq!(unknown.heading(), "One step more");
    let endless = ask(&app, &format!("q={}", "ກ".repeat(2_000)), "b@example.la", "daily").await;
    assert_eq!(endless.status, StatusCode::BAD_REQUEST);
    let broken = ask(&app, "q=%ff%fe", "b@example.la", "daily").await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    assert_eq!(letters(&app).await.len(), 1);
}

#[tokio::test]
async fn a_link_that_was_not_sent_leads_nowhere() {
    let app = TestApp::with_market().await;
    asked(&app, "q=welder", "a@example.la", "daily").await;
    let path = link(&letters(&app).await[0]);
    let (head, signature) = path.rsplit_once('/').unwrap();
    let other = signature.chars().rev().collect::<String>();
    let mut device = Device::new(&app);
    for wrong in [format!("{head}/{other}"), format!("{head}/{}", &signature[1..]), "/alerts/1/2".to_owned()]
    {
        assert_eq!(device.open(&wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
        let pressed = device.submit(&wrong, &[("deed", "confirm")]).await;
        assert_eq!(pressed.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let strange = device.submit(&path, &[("deed", "destroy")]).await;
    assert_eq!(strange.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn nobody_is_asked_more_than_three_times_a_day_nor_shown_what_a_stranger_typed() {
    let app = TestApp::with_market().await;
    for number in 0..3 {
        let search = format!("q=buy+at+evil.example+{number}");
        assert_eq!(ask(&app, &search, "victim@example.la", "daily").await.heading(), "One step more");
    }
    let page = ask(&app, "q=cook", "victim@example.la", "daily").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.main_text().contains("Try again tomorrow."), "{}", page.main_text());
    let sent = letters(&app).await;
    assert_eq!(sent.len(), 3);
    assert!(sent.iter().all(|letter| !letter.contains("evil")), "{sent:?}");
    app.days_pass(1);
    assert_eq!(ask(&app, "q=cook", "victim@example.la", "daily").await.heading(), "One step more");
}

#[tokio::test]
async fn marks_and_formulas_in_a_search_are_words() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    let search = "q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E+%3Dcmd%7C%27+welder%0d%0aBcc:+victim";
    let path = confirmed(&app, search, "a@example.la", "at_once").await;
    let page = Device::new(&app).open(&path).await;
    assert!(!page.body().contains("<script>alert"), "it is escaped");
    assert!(page.main_text().contains("=cmd|' welder"), "{}", page.main_text());
    a_welder_is_wanted(&app, "w1", "Welder <b>now</b> script").await;
    let told = letters(&app).await;
    assert_eq!(told.len(), 1);
    assert!(!told[0].to_lowercase().contains("\nbcc:"), "{}", told[0]);
    let html = &told[0][told[0].find("<!DOCTYPE").unwrap()..];
    assert!(!html.contains("<script>") && !html.contains("<b>now"), "{html}");
}
