//! An alert hears of a vacancy exactly where the results page finds it.

use super::{confirmed, letters, turn};
use sea_orm::EntityTrait;
use server::db::entities::{alert, alert_hit};
use server::vacancies::query::JobsQuery;
use server::vacancies::search::ask;
use std::collections::{BTreeMap, BTreeSet};
use tests::TestApp;
use tests::drafts::Hashed;
use tests::market::market;

const SEARCHES: &[&str] = &[
    "",
    "q=welder",
    "q=weldre",
    "q=ຊ່າງເຊື່ອມ",
    "q=ຊ່າງເຊື່ອມສະຫວັນນະເຂດ",
    "q=thợ hàn",
    "q=tho han",
    "q=xang suam",
    "q=cook night",
    "q=java backend",
    "q=ຮ້ານ",
    "q=welder&as_words=1",
    "q=shipyrad",
    "province=13",
    "province=none",
    "province=13&province=01",
    "district=1301",
    "occupation=72",
    "occupation=7212&province=13",
    "occupation=none",
    "contract=day_labour",
    "contract=none",
    "wage_min=3500000",
    "wage_min=none",
    "posted=7",
    "where=abroad",
    "where=home&q=cook",
    "from=01&within=50",
    "q=nothing of the kind anywhere",
];

#[tokio::test]
async fn what_alerts_hear_of_is_what_their_searches_find() {
    let app = TestApp::with_market().await;
    turn(&app).await;
    for (number, query) in SEARCHES.iter().enumerate() {
        confirmed(&app, query, &format!("a{number}@example.la"), "daily").await;
    }
    let mut changed = market(&app);
    for advert in &mut changed {
        advert.description.push_str(" Apply soon.");
    }
    let changed: Vec<_> = changed.into_iter().map(Hashed::hashed).collect();
    app.publish(tests::market::BOARD, &changed).await;
    turn(&app).await;
    let reader = app.platform().database.reader();
    let mut heard: BTreeMap<_, BTreeSet<u128>> = BTreeMap::new();
    for hit in alert_hit::Entity::find().all(reader).await.unwrap() {
        heard.entry(hit.alert_id).or_default().insert(hit.vacancy_id.as_u128());
    }
    let alerts = alert::Entity::find().all(reader).await.unwrap();
    assert_eq!(alerts.len(), SEARCHES.len());
    let (book, today) = (app.book(), app.platform().clock.today());
    let mut all = 0;
    for alert in alerts {
        let (asked, ignored) = JobsQuery::parse(&alert.query, &book).unwrap();
        assert_eq!(ignored, [], "{}", alert.query);
        let request = search::Request { limit: 1_000, ..asked.request(&book, today) };
        let found = ask(app.platform(), &book, request).await.unwrap();
        let found: BTreeSet<u128> = found.hits.iter().map(|hit| hit.key.0).collect();
        assert_eq!(heard.remove(&alert.id).unwrap_or_default(), found, "{}", alert.query);
        all += found.len();
    }
    assert!(all > 60, "the searches find too little to say anything: {all}");
    assert_eq!(letters(&app).await.len(), 0);
}
