//! Whoever is named in a list finds it in the own trail, and nobody is told names without end.

use super::{PHONE, employer, page_of, town};
use server::access::model::{Role, Seat};
use server::api::token;
use server::audit::model::{Action, Actor, OPERATOR, PERSON, Subject};
use server::audit::{self, Event, Recorded};
use server::ids::PersonId;
use server::seen::commands::{found, listed_by_program};
use server::seen::model::{Limits, Onlooker, Sighted};
use tests::{Page, Postgres, TestApp};

async fn trail(app: &TestApp, person: PersonId) -> Vec<Recorded> {
    audit::of_person(app.platform().database.reader(), person, None, 10).await.unwrap()
}

fn listed_with(page: &Page, text: &str) -> PersonId {
    page_of(page, text).trim_start_matches("/people/").parse().unwrap()
}

async fn whoever_is_named_is_told_on(app: TestApp) {
    town(&app).await;
    let (mut device, id) = employer(&app, "+8562055551001").await;
    let page = device.open("/people?province=13").await;
    assert!(!page.body().contains("5512378") && !page.body().contains(PHONE), "{}", page.main_text());
    let (cook, nameless) = (listed_with(&page, "Givencook"), listed_with(&page, "anon at work"));
    let [read] = trail(&app, cook).await.try_into().unwrap();
    assert_eq!((read.action.as_str(), read.role.as_str()), ("read", "employer_user"));
    assert_eq!(read.personal.unwrap().fields, ["experience", "name"]);
    let program =
        token::create_of(&app.platform().database, "employer_user", id, "test", app.now()).await.unwrap();
    let answer = app.get_as(&program, "/api/v1/people?q=&lang=en").await;
    assert!(answer.body().contains("Givencook") && !answer.body().contains(PHONE), "{}", answer.body());
    let actors = trail(&app, cook).await.into_iter().map(|read| read.personal.unwrap().actor);
    let programs = actors.filter(|actor| actor.starts_with("token")).count();
    assert_eq!(programs, 1, "the program is told apart");
    assert!(trail(&app, nameless).await.is_empty(), "who is not named is not looked at");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_named_in_a_list_finds_it_in_the_own_trail() {
    whoever_is_named_is_told_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    whoever_is_named_is_told_on(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_told_names_without_end() {
    let app = TestApp::start().await;
    town(&app).await;
    let (mut device, id) = employer(&app, "+8562055551001").await;
    let page = device.open("/people?province=13").await;
    let cook = listed_with(&page, "Givencook");
    for _ in 1..Limits::shipped().opened {
        assert_eq!(device.look("/people?province=13").await.status, 200);
    }
    assert_eq!(device.look("/people?province=13").await.status, 429);
    assert_eq!(device.look("/people?province=01").await.status, 200, "nobody is named there");

    let seat = Seat { role: Role::EmployerUser, organisation: Some(id), area: None, administers: false };
    let database = &app.platform().database;
    let today = app.platform().clock.today();
    let seen = found(database.reader(), &Onlooker::member(&seat).unwrap(), &[cook], today).await.unwrap();
    let names: Vec<&Sighted> = seen.iter().cycle().take(1_000).collect();
    let list = || Event::new(Actor::System, OPERATOR, Action::Read, Subject::any(PERSON));
    let mut told = Vec::new();
    for _ in 0..4 {
        told.push(listed_by_program(database, id, (list(), &names), app.now()).await.unwrap());
    }
    assert_eq!(told, [true, true, true, false]);
}
