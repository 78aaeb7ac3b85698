//! US-04: a scam advertiser. Nobody sees the advert, whoever posted it hears only that it is under review.

use super::{confirmed, does, factory, inspector, public, sewing, step, with, written};
use tests::{Device, TestApp};

const SCAM: &[(&str, &str)] = &[
    ("title", "Online customer service"),
    ("place", "05"),
    ("wage_min", "1500"),
    ("currency", "USD"),
    (
        "description",
        "Bokeo SEZ. 1,500 USD, no skill needed, only a typing test. We pay the travel. Telegram @goldenjob88.",
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_04_a_scam_is_held_and_whatever_else_its_account_posted_is_hidden() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let mut inspector = inspector(&app, "01", "+8562055559001").await;
    let (mut device, id) = factory(&app, "Golden Job", "+8562055551001").await;
    let other = written(&mut device, id, &sewing()).await;
    does(&mut device, &other, &[("step", "submit")]).await;
    app.settle().await;
    assert_eq!(Device::new(&app).look(&public(&other)).await.status, 200);

    let at = written(&mut device, id, &with(SCAM)).await;
    let page = device.open(&at).await;
    assert!(!page.main_text().contains("Telegram @goldenjob88 is"), "{}", page.main_text());
    let page = step(&mut device, &at, &[("step", "submit")]).await;
    let told = page.main_text();
    assert!(told.contains("Under review"), "{told}");
    for word in ["flag", "scam", "points", "Telegram only"] {
        assert!(!told.to_lowercase().contains(word), "whoever posted it learns nothing: {word}: {told}");
    }
    app.settle().await;
    let mut visitor = Device::new(&app);
    assert_eq!(visitor.look(&public(&at)).await.status, 404, "nobody sees it");
    assert_eq!(visitor.look(&public(&other)).await.status, 404, "nor what else the account posted");
    let results = visitor.look("/jobs?q=customer+service").await;
    assert!(!results.main_text().contains("Golden Job"), "{}", results.main_text());

    let queue = inspector.open("/officer/vacancies").await;
    assert!(queue.main_text().contains("ຊ່າງຫຍິບ"), "the other advert waits with it: {}", queue.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_04_the_inspector_is_written_to_at_once_and_sees_what_shows_it() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let mut inspector = inspector(&app, "01", "+8562055559001").await;
    let (mut device, id) = factory(&app, "Golden Job", "+8562055551001").await;
    let here: Vec<(&'static str, &str)> = SCAM.iter().filter(|(name, _)| *name != "place").copied().collect();
    let at = written(&mut device, id, &with(&here)).await;
    does(&mut device, &at, &[("step", "submit")]).await;
    let told = app.short_messages().await;
    assert!(told.iter().any(|(to, text)| to == "+8562055559001" && text.contains("held")), "{told:?}");
    let page = inspector.open("/officer/vacancies").await;
    let case = page.link("Online customer service");
    let page = inspector.open(&case).await;
    let said = page.main_text();
    assert!(said.contains("Red flags of a scam"), "{said}");
    assert!(said.contains("points together"), "{said}");
    assert!(said.to_lowercase().contains("telegram"), "the words are named: {said}");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_04_adverts_from_one_hand_are_shown_together() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let mut inspector = inspector(&app, "01", "+8562055559001").await;
    let text = "Ask for the work by phone 020 5555 0199. Bank account 0101 2345 6789 0123 for the deposit.";
    let (mut first, one) = factory(&app, "First Name", "+8562055551001").await;
    let at = written(&mut first, one, &with(&[("description", text), ("title", "Packer one")])).await;
    does(&mut first, &at, &[("step", "submit")]).await;
    let (mut second, two) = factory(&app, "Second Name", "+8562055551002").await;
    let again = written(&mut second, two, &with(&[("description", text), ("title", "Packer two")])).await;
    does(&mut second, &again, &[("step", "submit")]).await;
    app.settle().await;
    let page = inspector.open("/officer/vacancies").await;
    let case = page.link("Packer two");
    let said = inspector.open(&case).await.main_text();
    assert!(said.contains("Packer one") && said.contains("Same phone number"), "{said}");
    assert!(said.contains("Same bank account"), "{said}");
}
