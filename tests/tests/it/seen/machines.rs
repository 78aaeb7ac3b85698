//! What programs of organisations are given: what their members see, and never a field more.

use super::{officer, town};
use crate::access::organisation;
use serde_json::Value;
use server::api::token;
use server::organisations::model::OrganisationKind;
use std::collections::BTreeSet;
use tests::TestApp;

async fn token_of(app: &TestApp, role: &str, kind: OrganisationKind) -> String {
    let id = organisation(app, kind, "Program", None).await;
    token::create_of(&app.platform().database, role, id, "test", app.now()).await.unwrap()
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.keys().cloned());
            fields.values().for_each(|value| keys(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_employers_program_sees_what_its_members_see_and_no_field_that_it_may_not() {
    let app = TestApp::start().await;
    town(&app).await;
    let employer = token_of(&app, "employer_user", OrganisationKind::Employer).await;
    let answer = app.get_as(&employer, "/api/v1/people?q=&lang=en").await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let json = answer.json();
    assert_eq!(json["total"], 3, "nobody who hides");
    let body = answer.body();
    for secret in ["1998", "hidden at work", "neighbour at work", "Givenanon", "Givenfar"] {
        assert!(!body.contains(secret), "{secret}: {body}");
    }
    let mut found = BTreeSet::new();
    keys(&json["items"], &mut found);
    for never in [
        "welfare",
        "health",
        "birth_date",
        "identifier",
        "address",
        "sex",
        "wage",
        "complaint",
        "phone",
        "email",
    ] {
        assert!(!found.contains(never), "{never}: {found:?}");
    }
    let named: Vec<&Value> =
        json["items"].as_array().unwrap().iter().filter(|item| !item["name"].is_null()).collect();
    assert_eq!(named.len(), 1, "the open cook alone");
    assert_eq!(named[0]["name"], "Givencook ແກ້ວມະນີ");
    assert_eq!(named[0]["of_age"], true);
    assert!(!body.contains(super::PHONE), "a list tells nobody's number: {body}");
    let facets = &json["facets"];
    assert!(
        facets.as_object().unwrap().values().all(|counts| counts.as_array().unwrap().is_empty()),
        "{facets}"
    );
    assert_eq!(app.get_as(&employer, "/api/v1/people?q=&page=500&limit=100").await.status, 400);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_agencys_program_learns_nobodys_name() {
    let app = TestApp::start().await;
    town(&app).await;
    let agency = token_of(&app, "agency_user", OrganisationKind::Agency).await;
    let answer = app.get_as(&agency, "/api/v1/people?q=").await;
    assert_eq!(answer.json()["total"], 3);
    let items = answer.json()["items"].to_string();
    for secret in ["Given", "ແກ້ວມະນີ", "2378", "of_age", "district"] {
        assert!(!items.contains(secret), "{secret}: {items}");
    }
    for path in ["/api/v1/people?contract=full_time", "/api/v1/people?q=hidden"] {
        assert!(!app.get_as(&agency, path).await.body().contains("hidden at work"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_page_tells_and_what_the_interface_tells_is_the_same() {
    let app = TestApp::start().await;
    town(&app).await;
    let employer = token_of(&app, "employer_user", OrganisationKind::Employer).await;
    let json = app.get_as(&employer, "/api/v1/people?q=&province=13&lang=en").await.json();
    let (mut device, _) = super::employer(&app, "+8562055551001").await;
    let page = device.open("/people?province=13").await;
    let links: BTreeSet<String> = page.attributes("#found ~ ul h3 a", "href").into_iter().collect();
    let ids = json["items"].as_array().unwrap().iter();
    let ids: BTreeSet<String> = ids.map(|item| format!("/people/{}", item["id"].as_str().unwrap())).collect();
    assert_eq!(links, ids);
    let operator = token::create(&app.platform().database, "operator", "test", app.now()).await.unwrap();
    assert_eq!(app.get_as(&operator, "/api/v1/people?q=").await.json()["total"], 5);
    let mut here = officer(&app, "+8562055551002", "1301").await;
    assert_eq!(here.open("/people").await.texts("#found"), ["3 people"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_employers_programs_read_no_more_pages_a_day_than_people_do() {
    let app = TestApp::start().await;
    app.settle().await;
    let id = organisation(&app, OrganisationKind::Employer, "Program", None).await;
    let database = &app.platform().database;
    let mut tokens = Vec::new();
    for name in ["one", "other"] {
        tokens.push(token::create_of(database, "employer_user", id, name, app.now()).await.unwrap());
    }
    let limit = server::seen::model::Limits::shipped().searches;
    for token in tokens.iter().cycle().take(limit as usize) {
        assert_eq!(app.get_as(token, "/api/v1/people?q=nobody").await.status, 200);
    }
    for token in &tokens {
        let answer = app.get_as(token, "/api/v1/people?q=nobody").await;
        assert_eq!(answer.status, 429, "of all programs of the organisation together: {}", answer.body());
    }
    let other = token_of(&app, "employer_user", OrganisationKind::Employer).await;
    assert_eq!(app.get_as(&other, "/api/v1/people?q=nobody").await.status, 200);
}
