//! What is kept of searches: nothing by which somebody could be reached, and after a while only sums.

use super::{number, rows, search};
use proptest::prelude::*;
use server::audit::By;
use server::learning::commands::{forget, keep_for};
use tests::{TestApp, encoded, trials};

/// Phone numbers, addresses and other numbers as people write them.
fn personal() -> impl Strategy<Value = String> {
    let digits = (proptest::collection::vec(0..10_u32, 5..13), "[ .\\-/()]{0,2}");
    let script = prop_oneof![Just('0'), Just('໐'), Just('๐')];
    let number = (digits, script).prop_map(|((digits, gap), zero)| {
        let digit = |digit: u32| char::from_u32(zero as u32 + digit).unwrap().to_string();
        digits.into_iter().map(digit).collect::<Vec<_>>().join(&gap)
    });
    let mail = "[a-z]{2,8}(\\.[a-z]{2,6})?@[a-z]{2,8}\\.(la|com|org)";
    prop_oneof![number, mail, "\\+856 20 5[0-9]{3} ?[0-9]{4}"]
}

#[test]
fn personal_data_never_lands_in_the_log() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let app = runtime.block_on(TestApp::with_market());
    let words = prop_oneof![Just("welder"), Just("ຊ່າງເຊື່ອມ "), Just("thợ hàn "), Just("pakse "), Just("")];
    let law = |(before, secret, after): (&str, String, &str)| {
        let typed = format!("{before}{secret}{after}");
        for path in ["/jobs", "/api/v1/jobs"] {
            let page = runtime.block_on(app.english(&format!("{path}?q={}", encoded(&typed))));
            prop_assert!(page.status == 200, "{typed}");
        }
        let held = runtime.block_on(rows(&app));
        prop_assert!(held.is_empty(), "{typed:?} left {held:?}");
        Ok(())
    };
    trials(60).run(&(words.clone(), personal(), words), law).unwrap();
    runtime.block_on(search(&app, "welder", 1));
    assert_eq!(runtime.block_on(rows(&app)).len(), 1, "the log would notice");
}

#[tokio::test]
async fn texts_of_odd_length_and_kind_are_answered_and_not_kept() {
    let app = TestApp::with_market().await;
    for text in ["x".repeat(81), "ກ".repeat(10_000 / 3), "  ".to_owned(), "savannakhet".to_owned()] {
        search(&app, &text, 1).await;
    }
    assert!(rows(&app).await.is_empty());
}

#[tokio::test]
async fn the_table_itself_refuses_a_number_or_a_mailbox() {
    let app = TestApp::start().await;
    let row = |query: &str| server::db::entities::search_log::ActiveModel {
        day: sea_orm::Set(app.platform().clock.today()),
        query: sea_orm::Set(query.to_owned()),
        language: sea_orm::Set("en".to_owned()),
        place: sea_orm::Set(String::new()),
        understood: sea_orm::Set(String::new()),
        band: sea_orm::Set(0),
        asked: sea_orm::Set(1),
        without_hits: sea_orm::Set(0),
        clicks: sea_orm::Set(0),
    };
    let transaction = app.platform().database.begin().await.unwrap();
    for (query, fits) in [("welder", true), ("noy 12345", false), ("noy@example", false), ("", false)] {
        let stored = sea_orm::ActiveModelTrait::insert(row(query), &transaction).await;
        assert_eq!(stored.is_ok(), fits, "{query:?}");
    }
}

#[tokio::test]
async fn after_the_days_that_texts_are_kept_only_sums_stay() {
    let app = TestApp::with_market().await;
    search(&app, "welder", 2).await;
    search(&app, "stevedore", 3).await;
    assert_eq!(rows(&app).await.len(), 2);
    let platform = app.platform();
    let sums = "select coalesce(sum(asked * 100 + without_hits), 0) as n from search_sum";
    app.days_pass(89);
    assert_eq!(forget(&platform.database, platform.clock.today()).await.unwrap(), 0, "ninety days are kept");
    app.days_pass(1);
    assert_eq!(forget(&platform.database, platform.clock.today()).await.unwrap(), 2);
    assert_eq!(number(&platform.database, sums).await, 503);
    search(&app, "welder", 1).await;
    assert_eq!(rows(&app).await.len(), 1);
    app.days_pass(7);
    assert_eq!(
        keep_for(&platform.database, &By::at_command_line(), 7, (platform.clock.today(), app.now()))
            .await
            .unwrap(),
        1,
        "a setting"
    );
    assert_eq!(number(&platform.database, sums).await, 603);
    app.platform().close_the_day().await.unwrap();
    app.settle().await;
}
