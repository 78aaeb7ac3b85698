//! Vacancies published and withdrawn through the interface: once each, by whoever may.

use crate::access::organisation;
use axum::body::Body;
use serde_json::{Value, json};
use server::api::token;
use server::organisations::model::OrganisationKind;
use server::tokens::model::Presented;
use std::sync::Arc;
use tests::{Page, Postgres, TestApp};

pub(super) async fn token_for(app: &TestApp, role: &str, source: &str) -> String {
    token::create_for(&app.platform().database, role, source, "test", app.now()).await.unwrap()
}

pub(super) fn welder() -> Value {
    json!({
        "@type": "JobPosting",
        "identifier": "A-17",
        "title": "Welder",
        "hiringOrganization": {"name": "Mekong Works"},
        "description": "Steel frames, day shift.",
        "jobLocation": {"address": {"addressRegion": "Savannakhet", "addressCountry": "LA"}},
        "baseSalary": {"currency": "LAK", "value": {"minValue": 4_000_000, "unitText": "MONTH"}},
        "validThrough": "2026-12-31",
    })
}

pub(super) async fn post(app: &TestApp, token: &str, key: Option<&str>, body: impl Into<Body>) -> Page {
    let authorization = format!("Bearer {token}");
    let mut headers = vec![("authorization", authorization.as_str()), ("content-type", "application/json")];
    headers.extend(key.map(|key| ("idempotency-key", key)));
    app.send("POST", "/api/v1/jobs?lang=en", &headers, body.into()).await
}

pub(super) async fn delete(app: &TestApp, token: &str, path: &str) -> Page {
    app.ask("DELETE", path, &[("authorization", &format!("Bearer {token}"))]).await
}

/// The problem's `type`, last part, after checking that it says something.
fn kind(page: &Page) -> String {
    assert!(page.header("content-type").starts_with("application/problem+json"), "{}", page.body());
    let problem = page.json();
    assert!(problem["detail"].as_str().unwrap().len() > 10, "{problem}");
    problem["type"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_published_vacancy_is_given_as_reading_gives_it_and_is_found() {
    let app = TestApp::start().await;
    let token = token_for(&app, "publisher", "mekong").await;
    let made = post(&app, &token, None, welder().to_string()).await;
    assert_eq!(made.status, 201, "{}", made.body());
    let place = made.header("location").to_owned();
    let read = app.get(&format!("{place}?lang=en")).await;
    assert_eq!((read.status.as_u16(), read.json()), (200, made.json()));
    assert_eq!(read.header("etag"), made.header("etag"));
    assert_eq!(made.json()["occupation"]["code"], "7212");
    assert_eq!(made.json()["wage"]["min"], 4_000_000);
    app.settle().await;
    let found = app.get("/api/v1/jobs?q=welder").await.json();
    assert_eq!(found["items"][0]["id"], made.json()["id"]);
}

#[tokio::test]
async fn the_same_identifier_again_amends_and_only_within_its_source() {
    let app = TestApp::start().await;
    let (ours, theirs) =
        (token_for(&app, "publisher", "mekong").await, token_for(&app, "operator", "other").await);
    let made = post(&app, &ours, None, welder().to_string()).await.json();
    let same = post(&app, &ours, None, welder().to_string()).await;
    assert_eq!((same.status.as_u16(), same.json()), (200, made.clone()), "nothing has changed");
    let mut posting = welder();
    posting["title"] = "Senior welder".into();
    let amended = post(&app, &ours, None, posting.to_string()).await;
    assert_eq!(amended.status, 200);
    assert_eq!((&amended.json()["id"], &amended.json()["title"]), (&made["id"], &"Senior welder".into()));
    let other = post(&app, &theirs, None, welder().to_string()).await;
    assert_eq!(other.status, 201, "another source has identifiers of its own");
    let path = format!("/api/v1/jobs/{}", made["id"].as_str().unwrap());
    let refused = delete(&app, &theirs, &path).await;
    assert_eq!((refused.status.as_u16(), kind(&refused).as_str()), (403, "not-allowed"));
    app.settle().await;
}

#[tokio::test]
async fn a_withdrawn_vacancy_is_gone_stays_gone_and_may_be_offered_again() {
    let app = TestApp::start().await;
    let token = token_for(&app, "publisher", "mekong").await;
    let made = post(&app, &token, None, welder().to_string()).await.json();
    let path = format!("/api/v1/jobs/{}", made["id"].as_str().unwrap());
    for _ in 0..2 {
        let gone = delete(&app, &token, &path).await;
        assert_eq!((gone.status.as_u16(), gone.bytes.len()), (204, 0));
        assert_eq!(app.get(&path).await.status, 410);
    }
    app.settle().await;
    assert_eq!(app.get("/api/v1/jobs?q=welder").await.json()["total"], 0);
    let again = post(&app, &token, None, welder().to_string()).await;
    assert_eq!((again.status.as_u16(), &again.json()["id"]), (200, &made["id"]));
    assert_eq!(app.get(&path).await.status, 200);
    for missing in ["/api/v1/jobs/00000000-0000-7000-8000-000000000000", "/api/v1/jobs/nothing"] {
        assert_eq!(delete(&app, &token, missing).await.status, 404);
    }
    app.settle().await;
}

/// What holds for keys on either database.
async fn keys_hold(app: &TestApp) {
    let token = token_for(app, "publisher", "mekong").await;
    let first = post(app, &token, Some("k-1"), welder().to_string()).await;
    assert_eq!(first.status, 201);
    let mut posting = welder();
    posting["title"] = "Master welder".into();
    assert_eq!(post(app, &token, Some("k-2"), posting.to_string()).await.status, 200);
    let repeated = post(app, &token, Some("\"k-1\""), welder().to_string()).await;
    assert_eq!((repeated.status, repeated.json()), (first.status, first.json()), "as the first time");
    for header in ["location", "etag"] {
        assert_eq!(repeated.header(header), first.header(header));
    }
    let path = first.header("location");
    assert_eq!(app.get(path).await.json()["title"], "Master welder", "a repetition writes nothing");
    let other = post(app, &token, Some("k-1"), posting.to_string()).await;
    assert_eq!((other.status.as_u16(), kind(&other).as_str()), (422, "key-reused"));
    let another = token_for(app, "publisher", "mekong").await;
    assert_eq!(
        post(app, &another, Some("k-1"), posting.to_string()).await.status,
        200,
        "keys are a token's own"
    );
    let odd = post(app, &token, Some("two words"), welder().to_string()).await;
    assert_eq!((odd.status.as_u16(), kind(&odd).as_str()), (400, "bad-request"));
    app.days_pass(2);
    server::service::forget(app.platform().clone()).await.unwrap();
    assert_eq!(
        post(app, &token, Some("k-1"), posting.to_string()).await.status,
        200,
        "a day later it is free"
    );
    app.settle().await;
}

#[tokio::test]
async fn a_write_with_a_key_happens_once() {
    keys_hold(&TestApp::start().await).await;
}

#[tokio::test]
async fn a_write_with_a_key_happens_once_on_postgresql_too() {
    let Some(cluster) = Postgres::start() else { return };
    keys_hold(&TestApp::start_on(cluster.url()).await).await;
}

/// Many callers at once: some with one key, some with one identifier.
async fn nobody_gets_a_fault(app: TestApp) {
    let token = token_for(&app, "publisher", "mekong").await;
    let app = Arc::new(app);
    let mut calls = Vec::new();
    for number in 0..24 {
        let (app, token) = (app.clone(), token.clone());
        calls.push(tokio::spawn(async move {
            let mut posting = welder();
            posting["identifier"] = format!("A-{}", number % 3).into();
            posting["title"] = format!("Welder {}", number % 12).into();
            let key = format!("k-{}", number % 12);
            post(&app, &token, Some(&key), posting.to_string()).await.status.as_u16()
        }));
    }
    let mut statuses = Vec::new();
    for call in calls {
        statuses.push(call.await.unwrap());
    }
    let of = |wanted: u16| statuses.iter().filter(|status| **status == wanted).count();
    assert_eq!(of(200) + of(201) + of(409), 24, "{statuses:?}");
    app.settle().await;
    assert_eq!(app.get("/api/v1/jobs?q=welder").await.json()["total"], 3, "one for each identifier");
    server::checks::run(app.platform()).await.map(|found| assert!(found.failures.is_empty())).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_writers_at_once_wait_for_each_other() {
    nobody_gets_a_fault(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_writers_at_once_on_postgresql_make_one_vacancy_for_each_identifier() {
    let Some(cluster) = Postgres::start() else { return };
    nobody_gets_a_fault(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn who_may_not_write_is_told_why() {
    let app = TestApp::start().await;
    let bare = app.send("POST", "/api/v1/jobs", &[], welder().to_string().into()).await;
    assert_eq!((bare.status.as_u16(), kind(&bare).as_str()), (401, "token-needed"));
    let unknown = post(&app, &format!("viak_{}", "0".repeat(64)), None, welder().to_string()).await;
    assert_eq!((unknown.status.as_u16(), kind(&unknown).as_str()), (401, "token-unknown"));
    let publisher = token_for(&app, "publisher", "mekong").await;
    let people = app.get_as(&publisher, "/api/v1/people?q=welder").await;
    assert_eq!((people.status.as_u16(), kind(&people).as_str()), (403, "not-allowed"));
    assert!(people.header("www-authenticate").contains("scope=\"people:read\""));
}

#[tokio::test]
async fn a_posting_that_cannot_be_taken_is_refused_with_its_property() {
    let app = TestApp::start().await;
    let token = token_for(&app, "publisher", "mekong").await;
    let with = |name: &str, value: Value| {
        let mut posting = welder();
        posting[name] = value;
        posting.to_string()
    };
    for (body, property) in [
        (with("title", "".into()), "title"),
        (with("hiringOrganization", Value::Null), "hiringOrganization"),
        (with("identifier", Value::Null), "identifier"),
        (with("identifier", "x".repeat(201).into()), "identifier"),
        (with("validThrough", "2026-11-21".into()), "validThrough"),
        (with("validThrough", "soon".into()), "validThrough"),
        (with("validTrough", "2026-12-31".into()), "validTrough"),
        (with("@type", "Person".into()), "@type"),
        (with("description", "a\0b".into()), "description"),
        (with("baseSalary", json!({"currency": "shells", "value": 3})), "baseSalary"),
    ] {
        let refused = post(&app, &token, Some("k"), body).await;
        assert_eq!(
            (refused.status.as_u16(), kind(&refused).as_str()),
            (422, "posting-refused"),
            "{property}"
        );
        assert_eq!(refused.json()["property"], property);
    }
    for (body, status, expected) in [
        ("{\"title\": ".to_owned(), 400, "bad-request"),
        ("[]".to_owned(), 422, "posting-refused"),
        (String::new(), 400, "bad-request"),
        (with("description", "x".repeat(260_000).into()), 413, "too-large"),
    ] {
        let refused = post(&app, &token, None, body).await;
        assert_eq!((refused.status.as_u16(), kind(&refused).as_str()), (status, expected));
    }
    let authorization = format!("Bearer {token}");
    let headers = [("authorization", authorization.as_str()), ("content-type", "text/csv")];
    let refused = app.send("POST", "/api/v1/jobs", &headers, "a,b".into()).await;
    assert_eq!((refused.status.as_u16(), kind(&refused).as_str()), (415, "not-json"));
    assert_eq!(
        post(&app, &token, Some("k"), welder().to_string()).await.status,
        201,
        "a refusal keeps no key"
    );
    app.settle().await;
}

#[tokio::test]
async fn a_request_whose_first_is_still_running_may_ask_again() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    let token = token_for(&app, "publisher", "mekong").await;
    let shown = token::verify(&app.platform().database, &token, app.now()).await.unwrap();
    let Presented::Held(held) = shown else { panic!("{shown:?}") };
    let running = app.platform().database.begin().await.unwrap();
    let lock = format!("select pg_advisory_xact_lock(hashtextextended('write {} k-1', 0))", held.digest);
    sea_orm::ConnectionTrait::execute_unprepared(&running, &lock).await.unwrap();
    let busy = post(&app, &token, Some("k-1"), welder().to_string()).await;
    assert_eq!((busy.status.as_u16(), kind(&busy).as_str()), (409, "key-running"));
    assert_eq!(busy.header("retry-after"), "1");
    running.rollback().await.unwrap();
    assert_eq!(post(&app, &token, Some("k-1"), welder().to_string()).await.status, 201);
    app.settle().await;
}

#[tokio::test]
async fn under_the_name_of_an_office_nobody_publishes_but_the_office_and_the_operator() {
    let app = TestApp::start().await;
    let office = organisation(&app, OrganisationKind::Office, "Ministry of Labour", None).await;
    let theirs = token_for(&app, "publisher", "mekong").await;
    let mut posting = welder();
    for name in ["Ministry of Labour", "M1nistry of Labour", "ກະຊ່ວງແຮງງານ", "Viak", "District Labour Office"]
    {
        posting["hiringOrganization"]["name"] = name.into();
        let refused = post(&app, &theirs, None, posting.to_string()).await;
        assert_eq!((refused.status.as_u16(), kind(&refused).as_str()), (422, "posting-refused"), "{name}");
        assert_eq!(refused.json()["property"], "hiringOrganization");
        assert!(refused.json()["detail"].as_str().unwrap().contains("only an office"), "{}", refused.body());
    }
    let own = token_for(&app, "publisher", &office.to_string()).await;
    let operator = token_for(&app, "operator", "mekong").await;
    for (token, name, status) in [
        (&own, "Ministry of Labour", 201),
        (&operator, "Ministry of Labour", 201),
        (&own, "M1nistry of Labour", 422),
        (&operator, "Ministry of Health", 422),
    ] {
        posting["hiringOrganization"]["name"] = name.into();
        assert_eq!(post(&app, token, None, posting.to_string()).await.status, status, "{name}");
    }
    app.settle().await;
    let found = app.get("/api/v1/jobs?q=welder").await.json();
    assert_eq!(found["total"], 2, "what was refused is not there: {found}");
}
