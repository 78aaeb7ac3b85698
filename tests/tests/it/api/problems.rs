//! Errors are problems; the description describes what is there; calls are counted.

use serde_json::Value;
use tests::{Page, TestApp};

/// Checks a problem's form and gives it back.
fn problem(page: &Page, status: u16) -> Value {
    assert_eq!(page.status.as_u16(), status);
    assert!(
        page.header("content-type").starts_with("application/problem+json"),
        "{}",
        page.header("content-type")
    );
    let json = page.json();
    for field in ["type", "title", "status", "detail"] {
        assert!(!json[field].is_null(), "the problem has no {field}: {json}");
    }
    assert_eq!(json["status"], status);
    json
}

#[tokio::test]
async fn values_that_mean_nothing_are_problems_that_name_them() {
    let app = TestApp::with_market().await;
    for (query, name) in [
        ("province=99", "province"),
        ("occupation=abc", "occupation"),
        ("sort=luck", "sort"),
        ("limit=0", "limit"),
        ("limit=many", "limit"),
        ("page=0", "page"),
        ("wage_min=-1", "wage_min"),
        ("where=moon", "where"),
    ] {
        let json = problem(&app.get(&format!("/api/v1/jobs?{query}")).await, 400);
        assert!(json.to_string().contains(name), "{query}: {json}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let app = TestApp::with_market().await;
    for path in
        ["/api/v1/nothing", "/api/v1/jobs/nothing", "/api/v1/jobs/00000000-0000-7000-8000-000000000000"]
    {
        problem(&app.get(path).await, 404);
    }
    problem(&app.ask("PUT", "/api/v1/jobs", &[]).await, 405);
    problem(&app.get("/api/v1/jobs?q=%ff").await, 400);
}

#[tokio::test]
async fn every_kind_of_problem_is_explained_at_its_address() {
    let app = TestApp::with_market().await;
    let met = [
        app.get("/api/v1/jobs?province=99").await,
        app.get("/api/v1/nothing").await,
        app.get("/api/v1/people").await,
    ];
    for page in met {
        let json = page.json();
        let explained = app.get(json["type"].as_str().unwrap()).await;
        assert_eq!(explained.status, 200);
        assert_eq!(explained.json()["title"], json["title"]);
    }
}

#[tokio::test]
async fn the_description_is_openapi_3_1_and_every_path_in_it_answers() {
    let app = TestApp::with_market().await;
    let description = app.get("/api/v1/openapi.json").await.json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    let paths = description["paths"].as_object().unwrap();
    for path in [
        "/api/v1/jobs",
        "/api/v1/jobs/{id}",
        "/api/v1/occupations",
        "/api/v1/skills",
        "/api/v1/places",
        "/api/v1/people",
        "/api/v1/vacancies/{id}/matches",
        "/api/v1/people/{id}/matches",
    ] {
        assert!(paths.contains_key(path), "{path} is not described");
    }
    for path in paths.keys().filter(|path| !path.contains('{')) {
        let status = app.get(&format!("{path}?q=welder")).await.status.as_u16();
        assert!([200, 401].contains(&status), "{path} answers {status}");
    }
    let routes = description.to_string();
    assert!(routes.contains("JobPosting") || routes.contains("json_ld"));
}

#[tokio::test]
async fn calls_are_counted_and_the_count_is_told() {
    let app = TestApp::with_market().await;
    let left = |page: &Page| page.header("ratelimit-remaining").parse::<u32>().unwrap();
    let first = app.get("/api/v1/places?q=vientiane").await;
    assert!(first.header("ratelimit-limit").parse::<u32>().unwrap() > left(&first));
    assert!(!first.header("ratelimit-reset").is_empty());
}
