//! Vacancies for everybody.

use serde_json::Value;
use tests::TestApp;

/// The fields of an object, in order.
fn fields(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn has(value: &Value, wanted: &[&str]) {
    for field in wanted {
        assert!(fields(value).contains(field), "{field} is missing from {:?}", fields(value));
    }
}

#[tokio::test]
async fn a_search_answers_with_the_promised_fields() {
    let app = TestApp::with_market().await;
    let answer = app.get("/api/v1/jobs?q=welder+savannakhet&lang=en").await;
    assert_eq!(answer.status, 200);
    assert!(answer.header("content-type").starts_with("application/json"));
    let json = answer.json();
    has(&json, &["total", "understood", "items", "facets"]);
    assert_eq!(json["total"], 3);
    let understood = json["understood"].as_array().unwrap();
    assert_eq!(understood.len(), 2);
    has(&understood[0], &["kind", "code", "label", "text"]);
    let kinds: Vec<(&str, &str)> = understood
        .iter()
        .map(|read| (read["kind"].as_str().unwrap(), read["code"].as_str().unwrap()))
        .collect();
    assert!(kinds.contains(&("occupation", "7212")) && kinds.contains(&("place", "13")), "{kinds:?}");
    let item = &json["items"][0];
    has(
        item,
        &["id", "title", "employer", "occupation", "province", "wage", "published_at", "score", "matched"],
    );
    has(&item["occupation"], &["code", "label"]);
    has(&item["wage"], &["min", "max", "currency", "period"]);
    assert_eq!((&item["wage"]["min"], &item["wage"]["currency"]), (&3_000_000.into(), &"LAK".into()));
    assert_eq!(item["published_at"], "2026-11-22");
    for dimension in ["province", "occupation"] {
        has(&json["facets"][dimension][0], &["value", "label", "count"]);
    }
}

#[tokio::test]
async fn the_answer_is_that_of_the_page() {
    let app = TestApp::with_market().await;
    for query in
        ["", "q=welder", "q=cook&where=home", "province=13", "occupation=7&sort=wage", "contract=none"]
    {
        let page = app.english(&format!("/jobs?{query}")).await;
        let json = app.get(&format!("/api/v1/jobs?{query}")).await.json();
        let titles: Vec<&str> =
            json["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect();
        assert_eq!(page.cards(), titles, "{query}");
        let total = json["total"].as_u64().unwrap();
        assert!(page.heading().starts_with(&total.to_string()), "{query}");
    }
}

#[tokio::test]
async fn facets_of_a_query_add_up_to_its_total() {
    let app = TestApp::with_market().await;
    let json = app.get("/api/v1/jobs").await.json();
    for dimension in ["province", "occupation", "contract"] {
        let counts = json["facets"][dimension].as_array().unwrap().iter();
        let sum: u64 = counts.map(|value| value["count"].as_u64().unwrap()).sum();
        assert!(sum >= 11, "{dimension} adds up to {sum}");
        assert!(sum <= json["total"].as_u64().unwrap(), "{dimension} counts a vacancy twice");
    }
}

#[tokio::test]
async fn pages_of_any_size_hold_the_same() {
    let app = TestApp::with_market().await;
    let ids = async |query: &str| -> Vec<String> {
        let json = app.get(&format!("/api/v1/jobs?{query}")).await.json();
        json["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let whole = ids("limit=100").await;
    assert_eq!(whole.len(), 12);
    let parts =
        [ids("limit=5&page=1").await, ids("limit=5&page=2").await, ids("limit=5&page=3").await].concat();
    assert_eq!(parts, whole);
}

#[tokio::test]
async fn a_vacancy_comes_whole_with_its_posting_and_is_not_sent_twice() {
    let app = TestApp::with_market().await;
    let id =
        app.get("/api/v1/jobs?q=java&as_words=1").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/jobs/{id}");
    let one = app.get(&path).await;
    let json = one.json();
    assert_eq!((one.status.as_u16(), json["title"].as_str()), (200, Some("Backend developer (Java)")));
    assert_eq!(json["json_ld"]["@type"], "JobPosting");
    assert_eq!(json["json_ld"]["validThrough"].as_str().map(|day| &day[..10]), Some("2026-12-22"));
    let tag = one.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = app.get_with(&path, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
}

#[tokio::test]
async fn a_closed_vacancy_is_gone() {
    let app = TestApp::with_market().await;
    let json = app.get("/api/v1/jobs?q=electrician").await.json();
    let path = format!("/api/v1/jobs/{}", json["items"][0]["id"].as_str().unwrap());
    app.days_pass(3);
    let gone = app.get(&path).await;
    assert_eq!(gone.status, 410);
    assert!(gone.header("content-type").starts_with("application/problem+json"));
}
