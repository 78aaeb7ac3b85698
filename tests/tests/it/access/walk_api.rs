//! Every route of the interface for machines, with tokens of every scope, at what is one's own, another's and nobody's.
//!
//! The table is written by hand, as that of the pages is; a route that it does not hold fails the test.

use super::organisation;
use server::api::token;
use server::organisations::model::OrganisationKind;
use std::collections::BTreeSet;
use tests::TestApp;
use tests::market::BOARD;

/// Which tokens a route takes.
#[derive(Clone, Copy, PartialEq)]
enum Takes {
    /// All, and callers without one.
    Anyone,
    /// Those that may see people.
    Seers,
    /// Those that may see who fits a vacancy.
    Matchers,
    /// The operator's alone.
    Operator,
    /// Those that may write vacancies.
    Writers,
}

use Takes::{Anyone, Matchers, Operator, Seers, Writers};

/// Method, path, who may.
const TABLE: &[(&str, &str, Takes)] = &[
    ("get", "/api/v1/jobs", Anyone),
    ("get", "/api/v1/jobs/{id}", Anyone),
    ("post", "/api/v1/jobs", Writers),
    ("delete", "/api/v1/jobs/{id}", Writers),
    ("get", "/api/v1/occupations", Anyone),
    ("get", "/api/v1/skills", Anyone),
    ("get", "/api/v1/places", Anyone),
    ("get", "/api/v1/suggest", Anyone),
    ("get", "/api/v1/problems/{kind}", Anyone),
    ("get", "/api/v1/people", Seers),
    ("get", "/api/v1/vacancies/{id}/matches", Matchers),
    ("get", "/api/v1/people/{id}/matches", Operator),
    ("get", ITSELF, Anyone),
];

/// The description, which does not describe itself.
const ITSELF: &str = "/api/v1/openapi.json";

/// Callers: the name, and which routes take it besides those for anyone.
const CALLERS: [(&str, &[Takes]); 6] = [
    ("nobody", &[]),
    ("a stranger's token", &[]),
    ("operator", &[Seers, Matchers, Operator, Writers]),
    ("publisher", &[Writers]),
    ("employer_user", &[Seers, Matchers]),
    ("agency_user", &[Seers]),
];

async fn described(app: &TestApp) -> BTreeSet<(String, String)> {
    let described = app.get(ITSELF).await.json();
    let mut found = BTreeSet::from([("get".to_owned(), ITSELF.to_owned())]);
    for (path, item) in described["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            found.insert((method.clone(), path.clone()));
        }
    }
    found
}

#[tokio::test]
async fn every_route_of_the_interface_is_in_the_table_and_the_table_names_no_other() {
    let app = TestApp::start().await;
    let known: BTreeSet<_> =
        TABLE.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(described(&app).await, known);
}

async fn token_of(app: &TestApp, caller: &str) -> Option<String> {
    let database = &app.platform().database;
    let kind = match caller {
        "nobody" => return None,
        "a stranger's token" => return Some(format!("viak_{}", "0".repeat(64))),
        "employer_user" => OrganisationKind::Employer,
        "agency_user" => OrganisationKind::Agency,
        role => return Some(token::create(database, role, "test", app.now()).await.unwrap()),
    };
    let of = organisation(app, kind, caller, None).await;
    Some(token::create_of(database, caller, of, "test", app.now()).await.unwrap())
}

#[tokio::test]
async fn every_token_opens_what_it_may_and_nothing_else() {
    let app = TestApp::with_market().await;
    let operator = token_of(&app, "operator").await.unwrap();
    let id = |page: tests::Page| page.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let vacancy = id(app.get("/api/v1/jobs?q=welder").await);
    let person = id(app.get_as(&operator, "/api/v1/people?q=welder").await);
    let nobody = "018f0000-0000-7000-8000-000000000000";
    let (mut asked, mut wrong) = (0, Vec::new());
    for (caller, takes) in CALLERS {
        let token = token_of(&app, caller).await;
        for (method, path, wanted) in TABLE {
            let held = if path.contains("/people/") { &person } else { &vacancy };
            let ids = if path.contains("{id}") { vec![held.as_str(), nobody] } else { vec![""] };
            for id in ids {
                // What is written is nothing that could be stored: whoever may is told so, and nothing is changed.
                let there = if *method == "delete" { nobody } else { id };
                let address = path.replace("{id}", there).replace("{kind}", "not-found");
                let searches = *method == "get" && !path.contains('{');
                let query = if searches { "?q=welder" } else { "" };
                let bearer = token.as_ref().map(|token| format!("Bearer {token}"));
                let headers: Vec<_> =
                    bearer.iter().map(|bearer| ("authorization", bearer.as_str())).collect();
                let method_name = method.to_uppercase();
                let answer = app.ask(&method_name, &format!("{address}{query}"), &headers).await;
                asked += 1;
                let status = answer.status.as_u16();
                let may = *wanted == Anyone || takes.contains(wanted);
                let fits = match (may, caller) {
                    (true, _) => !matches!(status, 401 | 403 | 500..),
                    (false, "nobody" | "a stranger's token") => status == 401,
                    (false, _) => status == 403,
                };
                let nothing = id != nobody || !may || status == 404;
                if !fits || !nothing {
                    wrong.push(format!("{caller} {method} {address}: {status}"));
                }
            }
        }
    }
    println!("{} routes, {} callers, {asked} requests", TABLE.len(), CALLERS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_job_is_withdrawn_by_its_own_source_and_no_other() {
    let app = TestApp::with_market().await;
    let found = app.get("/api/v1/jobs?q=welder").await.json();
    let path = format!("/api/v1/jobs/{}", found["items"][0]["id"].as_str().unwrap());
    let withdraw = async |token: Option<&str>| {
        let bearer = token.map(|token| format!("Bearer {token}"));
        let headers: Vec<_> = bearer.iter().map(|bearer| ("authorization", bearer.as_str())).collect();
        app.ask("DELETE", &path, &headers).await.status.as_u16()
    };
    let database = &app.platform().database;
    let of = async |role, source| token::create_for(database, role, source, "test", app.now()).await.unwrap();
    for (caller, _) in CALLERS {
        let refused = if matches!(caller, "nobody" | "a stranger's token") { 401 } else { 403 };
        assert_eq!(withdraw(token_of(&app, caller).await.as_deref()).await, refused, "{caller}");
    }
    for role in ["publisher", "operator"] {
        assert_eq!(withdraw(Some(&of(role, "rival").await)).await, 403, "{role} of another source");
    }
    assert_eq!(app.get(&path).await.status, 200, "nobody of those has withdrawn it");
    let own = of("publisher", BOARD).await;
    assert_eq!(withdraw(Some(&own)).await, 204);
    assert_eq!(app.get(&path).await.status, 410);
    assert_eq!(withdraw(Some(&of("publisher", "rival").await)).await, 403, "nor what is gone");
    app.settle().await;
}

#[tokio::test]
async fn tokens_of_members_name_their_organisation_and_others_name_none() {
    let app = TestApp::start().await;
    let (database, at) = (&app.platform().database, app.now());
    let of = organisation(&app, OrganisationKind::Employer, "x", None).await;
    for role in ["employer_user", "agency_user"] {
        assert!(token::create(database, role, "test", at).await.is_err(), "{role}");
    }
    for role in ["operator", "publisher"] {
        assert!(token::create_of(database, role, of, "test", at).await.is_err(), "{role}");
    }
}
