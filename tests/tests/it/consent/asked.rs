//! An organisation asks, the person answers, takes it back, or lets it end.

use super::{OTHER, WORKER, asks, employer, is_seen, worker};
use crate::accounts::PASSWORD;
use server::consent::commands::AskError;
use server::consent::model::Purposes;
use tests::{Postgres, TestApp};

#[tokio::test]
async fn somebody_is_asked_says_yes_and_takes_it_back() {
    asked_given_and_withdrawn(TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    asked_given_and_withdrawn(TestApp::start_on(cluster.url()).await).await;
}

async fn asked_given_and_withdrawn(app: TestApp) {
    let (mut device, person) = worker(&app, WORKER).await;
    let (_, other) = worker(&app, OTHER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let rival = employer(&app, "Other Brewery").await;
    app.short_messages().await;
    let request = asks(&app, brewery, person).await.unwrap();
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == WORKER && text.contains("Lao Brewery")), "{told:?}");
    assert!(!is_seen(&app, brewery, person).await, "asking alone shows nothing");

    let page = device.open("/me").await;
    assert!(page.main_text().contains("1 organisation asks to see your details"), "{}", page.main_text());
    let page = device.open(&format!("/me/consent-requests/{request}")).await;
    assert_eq!(page.heading(), "Lao Brewery asks to see your details");
    let shown = page.main_text();
    for told in ["We look for welders", "name, phone, e-mail, place", "I can take this back at any time"] {
        assert!(shown.contains(told), "{told} is not in {shown}");
    }
    let fields = [("answer", "yes"), ("ends", "2027-02-20")];
    let page = device.submit(&format!("/me/consent-requests/{request}"), &fields).await;
    assert!(page.main_text().contains("You said yes."), "{}", page.main_text());
    assert!(page.texts("#live ~ ul .card")[0].contains("Until 20/02/2027"), "{}", page.main_text());
    assert!(is_seen(&app, brewery, person).await);
    assert!(!is_seen(&app, rival, person).await, "another employer sees nothing");
    assert!(!is_seen(&app, brewery, other).await, "of another person nothing is seen");
    assert!(matches!(asks(&app, brewery, person).await, Err(AskError::Live)));

    let href = page.attributes("#live ~ ul h3 a", "href").swap_remove(0);
    let page = device.open(&href).await;
    assert!(page.main_text().contains("Lao Brewery may see my name"), "{}", page.main_text());
    let page = device.submit(&format!("{href}/withdraw"), &[]).await;
    assert!(page.main_text().contains("Taken back."), "{}", page.main_text());
    assert!(!is_seen(&app, brewery, person).await, "not a moment longer");
    assert!(page.texts("#past ~ ul .card")[0].contains("Taken back on 22/11/2026"), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test]
async fn who_says_no_shows_nothing_and_may_be_asked_again() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    assert!(matches!(asks(&app, brewery, person).await, Err(AskError::Open)), "once at a time");
    let page = device.submit(&format!("/me/consent-requests/{request}"), &[("answer", "no")]).await;
    assert!(page.main_text().contains("You said no."), "{}", page.main_text());
    assert!(!is_seen(&app, brewery, person).await);
    assert!(asks(&app, brewery, person).await.is_ok());
    app.settle().await;
}

#[tokio::test]
async fn a_request_lapses_after_its_last_day_and_leaves_the_page() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let open = Purposes::shipped().terms.open_days;
    app.days_pass(open);
    device.done("/sign-in", &[("contact", WORKER), ("password", PASSWORD)]).await;
    let page = device.open("/me/consents").await;
    assert!(page.main_text().contains("wait for your answer"), "the last day counts: {}", page.main_text());
    app.days_pass(1);
    let page = device.open("/me/consents").await;
    assert!(!page.main_text().contains("wait for your answer"), "{}", page.main_text());
    let fields = [("answer", "yes"), ("ends", "2027-02-20")];
    let page = device.submit(&format!("/me/consent-requests/{request}"), &fields).await;
    assert_eq!(page.status, 404);
    assert!(!is_seen(&app, brewery, person).await);
    assert!(asks(&app, brewery, person).await.is_ok(), "what lapsed stands in nobody's way");
    app.settle().await;
}

#[tokio::test]
async fn a_consent_ends_by_itself_after_its_last_day() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    let request = asks(&app, brewery, person).await.unwrap();
    let fields = [("answer", "yes"), ("ends", "2026-11-24")];
    device.done(&format!("/me/consent-requests/{request}"), &fields).await;
    app.days_pass(2);
    assert!(is_seen(&app, brewery, person).await, "the last day counts");
    app.days_pass(1);
    assert!(!is_seen(&app, brewery, person).await);
    app.settle().await;
}

#[tokio::test]
async fn an_organisation_asks_only_so_often_in_a_day() {
    let app = TestApp::start().await;
    let brewery = employer(&app, "Lao Brewery").await;
    let a_day = Purposes::shipped().terms.a_day;
    for n in 0..=a_day {
        let number = format!("+85620567{n:05}");
        let (_, person) = worker(&app, &number).await;
        let asked = asks(&app, brewery, person).await;
        assert_eq!(asked.is_ok(), n < a_day, "{n}: {asked:?}");
    }
    app.settle().await;
}
