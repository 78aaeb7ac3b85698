//! What the interface answers whoever shows a token that has ended, was taken back, or is bound to an area.

use super::{made, operator};
use serde_json::Value;
use server::access::model::Area;
use server::tokens::commands::{self, Keeper, Wanted};
use server::tokens::model::{Role, SOURCE};
use tests::drafts::{Hashed, person};
use tests::{Page, Postgres, TestApp};

const PEOPLE: &str = "/api/v1/people?q=welder&lang=en";

fn kind(page: &Page) -> (u16, String, String) {
    let kind = page.json()["type"].as_str().unwrap_or_default().rsplit('/').next().unwrap().to_owned();
    (page.status.as_u16(), kind, page.header("www-authenticate").to_owned())
}

#[tokio::test]
async fn a_token_that_has_ended_is_refused_with_a_problem_that_says_so() {
    let app = TestApp::start().await;
    app.settle().await;
    let (token, _) = made(&app, Wanted { days: Some(3), ..operator("short") }).await;
    app.days_pass(2);
    assert_eq!(app.get_as(&token, PEOPLE).await.status, 200);
    app.days_pass(1);
    let (status, slug, challenge) = kind(&app.get_as(&token, PEOPLE).await);
    assert_eq!((status, slug.as_str()), (401, "token-ended"));
    assert!(challenge.contains("invalid_token") && challenge.contains("has ended"), "{challenge}");
    assert_eq!(app.get_as(&token, "/api/v1/jobs").await.status, 200, "what is open to everybody stays so");
    let explained = app.get("/api/v1/problems/token-ended").await.json();
    assert_eq!(explained["status"], 401);
}

#[tokio::test]
async fn a_token_that_was_taken_back_is_refused_at_once_by_every_process() {
    let Some(cluster) = Postgres::start() else { return };
    let (here, there) = (TestApp::start_on(cluster.url()).await, TestApp::start_on(cluster.url()).await);
    here.settle().await;
    there.settle().await;
    let (token, id) = made(&here, operator("board")).await;
    for app in [&here, &there] {
        assert_eq!(app.get_as(&token, PEOPLE).await.status, 200);
    }
    let (keeper, id) = (Keeper::at_command_line(), id.parse().unwrap());
    let (one, other) = tokio::join!(
        commands::revoke(&here.platform().database, &keeper, id, here.now()),
        commands::revoke(&there.platform().database, &keeper, id, there.now()),
    );
    assert!(one.is_ok() != other.is_ok(), "of two at once one takes it back: {one:?} {other:?}");
    for app in [&here, &there] {
        let (status, slug, challenge) = kind(&app.get_as(&token, PEOPLE).await);
        assert_eq!((status, slug.as_str()), (401, "token-revoked"));
        assert!(challenge.contains("taken back"), "{challenge}");
    }
}

#[tokio::test]
async fn the_last_use_is_noted_and_calls_right_after_it_write_nothing() {
    let app = TestApp::start().await;
    app.settle().await;
    let (token, _) = made(&app, operator("used")).await;
    let used = async || {
        let keeper = Keeper::at_command_line();
        let read = commands::list(app.platform().database.reader(), &keeper, app.now()).await.unwrap();
        read.live[0].token.used_at
    };
    assert_eq!(used().await, None);
    let first = app.now();
    assert_eq!(app.get_as(&token, PEOPLE).await.status, 200);
    app.seconds_pass(60);
    assert_eq!(app.get_as(&token, PEOPLE).await.status, 200);
    assert_eq!(used().await, Some(first));
    app.seconds_pass(15 * 60);
    assert_eq!(app.get_as(&token, PEOPLE).await.status, 200);
    assert_eq!(used().await, Some(app.now()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_of_an_area_finds_people_there_alone() {
    let app = TestApp::start().await;
    let welder = |key, place| person(&app, key, "Welder at work", "7212", place).hashed();
    app.register("town", &[welder("a", "1301"), welder("b", "1302"), welder("c", "0101")]).await;
    app.settle().await;
    let area = |code| {
        let book = app.book();
        Area::of(&book, book.codes.place(code).unwrap())
    };
    for (code, people) in [(None, 3), (Some("13"), 2), (Some("1301"), 1), (Some("0201"), 0)] {
        let bound = code.and_then(area);
        let (token, _) = made(&app, Wanted { area: bound, ..operator("bound") }).await;
        let found = app.get_as(&token, PEOPLE).await.json();
        assert_eq!(found["total"], people, "{code:?}");
        let asked = app.get_as(&token, &format!("{PEOPLE}&province=01")).await.json();
        let there = u64::from(code.is_none());
        assert_eq!(asked["total"], there, "{code:?} asks for another province");
        let id = "018f0000-0000-7000-8000-000000000000";
        let matches = app.get_as(&token, &format!("/api/v1/people/{id}/matches")).await;
        let wanted = if code.is_none() { 404 } else { 403 };
        assert_eq!(matches.status, wanted, "{code:?}: matches are ranked over the whole country");
        let facets = found["facets"].as_object().unwrap();
        let silent = facets.values().all(|counts: &Value| counts.as_array().unwrap().is_empty());
        assert_eq!(silent, code.is_some(), "{code:?}: numbers would tell of others");
    }
}

#[tokio::test]
async fn only_programs_of_the_operator_are_bound_to_an_area_and_no_token_is_for_ever() {
    let app = TestApp::start().await;
    let database = &app.platform().database;
    let publisher = Wanted {
        role: Role::Publisher,
        source: SOURCE,
        organisation: None,
        area: Some(Area::Province(1)),
        days: None,
        name: "",
    };
    assert!(commands::make(database, publisher, app.now()).await.is_err());
    for days in [0, 1_096, u32::MAX] {
        let wanted = Wanted { days: Some(days), ..operator("long") };
        assert!(commands::make(database, wanted, app.now()).await.is_err(), "{days}");
    }
    let long = "ຍາວ".repeat(41);
    assert!(commands::make(database, operator(&long), app.now()).await.is_err());
    let nobody = "018f0000-0000-7000-8000-000000000000".parse().unwrap();
    let nowhere = Wanted { role: Role::Employer, organisation: Some(nobody), ..operator("") };
    assert!(commands::make(database, nowhere, app.now()).await.is_err());
}
