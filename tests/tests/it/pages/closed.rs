//! Vacancies that are open, closed, or never were.

use tests::drafts::vacancy;
use tests::market::{BOARD, market};
use tests::{Page, TestApp};

/// Where the card with this title leads.
fn leads(page: &Page, title: &str) -> String {
    let at = page.cards().iter().position(|card| card == title).unwrap();
    page.attributes("article.card :is(h2, h3) a", "href").remove(at)
}

#[tokio::test]
async fn an_open_vacancy_shows_what_the_advert_says() {
    let app = TestApp::with_market().await;
    let href = leads(&app.english("/jobs").await, "Backend developer (Java)");
    let page = app.english(&href).await;
    assert_eq!((page.status.as_u16(), page.heading().as_str()), (200, "Backend developer (Java)"));
    let text = page.main_text();
    for wanted in ["Mekong Works", "1,000", "2,000", "USD", "about", "Java", "22/12/2026"] {
        assert!(text.contains(wanted), "{wanted} is not on the page: {text}");
    }
    let json = page.texts("script[type='application/ld+json']").remove(0);
    let posting: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(posting["@type"], "JobPosting");
    assert_eq!(posting["title"], "Backend developer (Java)");
    assert_eq!(posting["hiringOrganization"]["name"], "Mekong Works");
}

#[tokio::test]
async fn a_wage_in_words_and_an_unknown_place_stand_as_advertised() {
    let app = TestApp::with_market().await;
    let results = app.english("/jobs").await;
    let vague = app.english(&leads(&results, "Someone who can start at once")).await;
    assert!(vague.main_text().contains("You'll love it"));
    let nurse = app.english(&leads(&results, "Nurse")).await;
    assert!(nurse.main_text().contains("Ban Somewhere"));
    assert!(nurse.main_text().contains("stays open until its source withdraws it"));
}

#[tokio::test]
async fn wages_are_written_as_lao_readers_write_them() {
    let app = TestApp::with_market().await;
    let results = app.get("/jobs?q=welder&lang=lo").await;
    assert!(
        results
            .texts("article.card .wage")
            .iter()
            .all(|wage| wage.contains("3.000.000") && wage.contains("ກີບ"))
    );
}

#[tokio::test]
async fn a_vacancy_past_its_last_day_is_gone_for_machines_and_explained_to_people() {
    let app = TestApp::with_market().await;
    let href = leads(&app.english("/jobs").await, "Electrician");
    assert_eq!(app.get(&href).await.status, 200);
    app.days_pass(2);
    assert_eq!(app.get(&href).await.status, 200, "the last day is a day on which one may apply");
    app.days_pass(1);
    let page = app.english(&href).await;
    assert_eq!(page.status, 410);
    assert_eq!(page.heading(), "Electrician");
    assert!(page.main_text().contains("This vacancy is closed"));
    assert!(
        page.texts("script[type='application/ld+json']").is_empty(),
        "no posting is offered to search engines"
    );
    assert!(
        !app.english("/jobs").await.cards().contains(&"Electrician".to_owned()),
        "not even before it is closed"
    );
    app.expire().await;
    app.settle().await;
    assert_eq!(app.english("/jobs").await.heading(), "11 jobs");
    assert_eq!(app.get(&href).await.status, 410);
}

#[tokio::test]
async fn a_closed_vacancy_offers_near_ones() {
    let app = TestApp::with_market().await;
    let href = leads(&app.english("/jobs?q=welder").await, "Welder for ship repair");
    let others: Vec<_> = market(&app).into_iter().filter(|advert| advert.source_key != "welder").collect();
    let short = vacancy(&app, "welder", "Welder for ship repair", "7212", "1301");
    let ended = server::vacancies::draft::VacancyDraft {
        closes: server::vacancies::draft::Closes::On(tests::drafts::day(2026, 11, 20)),
        content_hash: "ended".to_owned(),
        ..short
    };
    app.publish(BOARD, &[others, vec![ended]].concat()).await;
    app.expire().await;
    app.settle().await;
    let page = app.english(&href).await;
    assert_eq!(page.status, 410);
    assert!(page.cards().contains(&"Welder".to_owned()), "{:?}", page.cards());
    assert!(!page.cards().contains(&"Welder for ship repair".to_owned()));
}

#[tokio::test]
async fn an_advert_that_its_source_no_longer_holds_is_closed() {
    let app = TestApp::with_market().await;
    let href = leads(&app.english("/jobs").await, "Nurse");
    let others: Vec<_> = market(&app).into_iter().filter(|advert| advert.source_key != "nurse").collect();
    let (import, changed) = app.publish(BOARD, &others).await;
    assert_eq!(changed, 0, "the same adverts change nothing");
    assert_eq!(app.withdraw_missing(BOARD, import).await, 1);
    app.settle().await;
    assert_eq!(app.get(&href).await.status, 410);
    assert_eq!(app.english("/jobs").await.heading(), "11 jobs");
}

#[tokio::test]
async fn what_never_was_is_not_found_and_there_is_a_way_on() {
    let app = TestApp::with_market().await;
    for path in ["/nothing", "/jobs/nothing", "/jobs/00000000-0000-7000-8000-000000000000", "/jobs/1/2"] {
        let page = app.english(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.heading(), "Page not found");
        assert!(page.attributes("main a, header a", "href").iter().any(|href| href.starts_with("/jobs")));
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    }
}
