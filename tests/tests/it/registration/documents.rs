//! A helper writes a document down: its number is kept locked, and two records that bear one wait for an officer.

use super::{HELPER, KEY, helper, queued, record, with};
use axum::http::StatusCode;
use server::identities::commands::follow::look;
use tests::{Postgres, TestApp};

const OTHER: &str = "6f0c1a52-6d6e-4f2b-9d3a-0d7a6a3b1c02";
const BOOK: [(&str, &str); 2] = [("document_kind", "household_book"), ("document_number", "HB-9876543")];

async fn the_same_household_book_brings_two_records_together_on(app: TestApp) {
    let mut helper = helper(&app, HELPER, "1301").await;
    let page = helper.open("/helper/register").await;
    assert!(page.main_text().contains("Household book"), "{}", page.main_text());
    let first = queued(&mut helper, &with(record(KEY), &BOOK)).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.body());
    let again = queued(&mut helper, &with(record(KEY), &BOOK)).await;
    assert_eq!((again.status, again.json()), (StatusCode::OK, first.json()), "it arrives once");
    let another = queued(&mut helper, &record(KEY)).await;
    assert_eq!(another.status, StatusCode::CONFLICT, "without the document it is another record");
    app.seconds_pass(1);
    // The same woman again, a year older and in other words; the form of the page, not the queue.
    let twin = [("birth_year", "1983"), ("phone_of", "nobody"), ("phone", ""), ("skills", "")];
    let fields = with(with(record(OTHER), &BOOK), &twin);
    let page = helper.submit("/helper/register", &fields).await;
    assert!(page.main_text().contains("The person is registered."), "{}", page.main_text());
    let (platform, book) = (app.platform(), app.book());
    let mut opened = 0;
    for _ in 0..2 {
        let told = ("http://localhost", app.now());
        opened += look((&platform.database, &book), told).await.unwrap();
    }
    assert_eq!(opened, 1, "one case waits for an officer");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_household_book_brings_two_records_together() {
    the_same_household_book_brings_two_records_together_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_number_that_a_helper_types_lies_open_nowhere() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    assert_eq!(queued(&mut helper, &with(record(KEY), &BOOK)).await.status, StatusCode::OK);
    for file in ["viak.sqlite", "viak.sqlite-wal"] {
        let bytes = std::fs::read(app.folder().join(file)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("9876543"), "the number lies open in {file}");
    }
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_household_book_brings_two_records_together_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    let app = TestApp::start_on(postgres.url()).await;
    the_same_household_book_brings_two_records_together_on(app).await;
}
