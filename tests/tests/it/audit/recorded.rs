//! What is recorded, by whom it is found again, and how it is counted.

use super::{Ground, both, events, officer, person, reading, record};
use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use server::api::token;
use server::audit::model::{Action, OPERATOR, PERSON, Subject};
use server::audit::{self, Event, Filter, Recorded};
use tests::{Postgres, Said, TestApp, test_morning, viak};

async fn all(app: &TestApp) -> Vec<Recorded> {
    audit::listed(app.platform().database.reader(), &Filter::default(), 100).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reads_of_people_are_recorded_before_they_are_answered() {
    let app = TestApp::with_market().await;
    let database = &app.platform().database;
    let bearer = token::create(database, "operator", "test", app.now()).await.unwrap();
    let vacancy =
        app.get("/api/v1/jobs?q=welder").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(app.get(&format!("/jobs/{vacancy}")).await.status, 200);
    let [made] = all(&app).await.try_into().unwrap();
    let told = made.personal.unwrap();
    assert_eq!(
        (made.action.as_str(), made.subject.as_str(), told.actor.as_str()),
        ("created", "token", "command-line")
    );
    assert!(!told.subject.contains(&bearer), "not the token itself");

    let found = app.get_as(&bearer, "/api/v1/people?q=welder").await.json();
    let id = found["items"][0]["id"].as_str().unwrap().to_owned();
    let read = |events: Vec<Recorded>, kind: &'static str| {
        events.into_iter().find(|event| event.action == "read" && event.subject == kind).unwrap()
    };
    let one = read(all(&app).await, "person");
    let listed = one.personal.unwrap();
    assert_eq!(listed.fields, ["id", "headline", "occupations", "province", "skills"]);
    assert_eq!(listed.reason, "a search listed 1 of 1 people");
    assert_eq!(listed.actor, told.subject, "the token is named alike when it is made and when it reads");
    assert_eq!(
        (one.action.as_str(), one.subject.as_str(), one.role.as_str()),
        ("read", "person", "operator")
    );

    assert_eq!(app.get_as(&bearer, &format!("/api/v1/vacancies/{vacancy}/matches")).await.status, 200);
    let reason = read(all(&app).await, "vacancy").personal.unwrap().reason;
    assert_eq!(reason, "3 people were listed for a vacancy");
    assert_eq!(app.get_as(&bearer, &format!("/api/v1/people/{id}/matches")).await.status, 200);
    let trail = audit::of_person(database.reader(), id.parse().unwrap(), None, 10).await.unwrap();
    assert_eq!(trail.len(), 1, "the person finds who looked");
    assert_eq!(all(&app).await.len(), 4, "one event a call");
    assert_eq!(app.get_as("viak_wrong", "/api/v1/people?q=welder").await.status, 401);
    assert_eq!(app.get_as(&bearer, "/api/v1/people?q=welder&contract=nothing").await.status, 400);
    assert_eq!(all(&app).await.len(), 4, "what was given to nobody is no read");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_recorded_is_not_given_out() {
    let app = TestApp::with_market().await;
    let database = &app.platform().database;
    let bearer = token::create(database, "operator", "test", app.now()).await.unwrap();
    let transaction = database.begin().await.unwrap();
    transaction.execute_unprepared("alter table audit_event rename to audit_elsewhere").await.unwrap();
    transaction.commit().await.unwrap();
    let refused = app.get_as(&bearer, "/api/v1/people?q=welder").await;
    assert_eq!(refused.status, 500);
    assert!(!refused.body().contains("shipyard"));
    assert!(token::create(database, "operator", "unseen", app.now()).await.is_err(), "nor is a token made");
    assert_eq!(app.get("/jobs?q=welder").await.status, 200, "what concerns nobody is answered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_at_once_are_each_recorded_once() {
    let app = TestApp::start().await;
    let platform = app.platform();
    let record = |number: u128| {
        let (platform, event) = (platform.clone(), reading(person(number)));
        tokio::spawn(async move { platform.recorder.record(&platform.database, event, test_morning()).await })
    };
    let running: Vec<_> = (0..200).map(record).collect();
    // Whoever goes away takes nobody's event along.
    running[7].abort();
    for (call, number) in running.into_iter().zip(0..) {
        if number != 7 {
            call.await.unwrap().unwrap();
        }
    }
    let mut people: Vec<_> =
        events(&platform.database).await.iter().filter_map(|event| event.person_id).collect();
    people.sort();
    people.dedup();
    let (all, held) = (people.len(), events(&platform.database).await.len());
    assert!(all == held && (199..=200).contains(&all), "{all} {held}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reveals_are_counted_by_actor_and_day() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        let reveal = |number| Event::new(officer(number), OPERATOR, Action::Revealed, Subject::any(PERSON));
        // Seven in the morning in Vientiane: eight hours ago was yesterday.
        for (event, hours) in
            [(reveal(1), 0), (reveal(1), 6), (reveal(1), 8), (reveal(2), 0), (reading(person(1)), 0)]
        {
            let transaction = database.begin().await.unwrap();
            audit::record(&transaction, &event, test_morning() - TimeDelta::hours(hours)).await.unwrap();
            transaction.commit().await.unwrap();
        }
        let count = |number, hours| {
            let now = test_morning() + TimeDelta::hours(hours);
            async move { audit::reveals_today(database.reader(), &officer(number), now).await.unwrap() }
        };
        assert_eq!((count(1, 0).await, count(2, 0).await, count(3, 0).await), (2, 1, 0));
        assert_eq!((count(1, 16).await, count(1, 17).await), (2, 0), "the day ends at midnight in Vientiane");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trail_comes_in_pages_newest_first() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        for hour in 0..5 {
            let transaction = database.begin().await.unwrap();
            let at = test_morning() + TimeDelta::hours(hour);
            audit::record_all(&transaction, &[reading(person(1)), reading(person(2))], at).await.unwrap();
            transaction.commit().await.unwrap();
        }
        let reader = database.reader();
        let first = audit::of_person(reader, person(1), None, 3).await.unwrap();
        let rest = audit::of_person(reader, person(1), Some(first[2].id), 3).await.unwrap();
        let hours: Vec<i64> =
            first.iter().chain(&rest).map(|event| (event.at - test_morning()).num_hours()).collect();
        assert_eq!(hours, [4, 3, 2, 1, 0]);
        let since = Filter { since: Some(test_morning() + TimeDelta::hours(3)), ..Filter::default() };
        assert_eq!(audit::listed(reader, &since, 100).await.unwrap().len(), 4);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_event_that_is_rolled_back_never_was() {
    let cluster = Postgres::start();
    for Ground { database, .. } in &both(cluster.as_ref()).await {
        let transaction = database.begin().await.unwrap();
        audit::record(&transaction, &reading(person(1)), test_morning()).await.unwrap();
        transaction.rollback().await.unwrap();
        record(database, &[reading(person(2))]).await;
        assert_eq!(events(database).await.len(), 1);
    }
}

#[test]
fn the_command_lists_what_was_done_as_lines_and_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| Said::by(viak(folder.path()).args(arguments)).done().out;
    run(&["token", "create", "--role", "publisher", "--source", "mekong", "--label", "ວຽກ"]);
    run(&["board", "approve", "--query", "zqarcman", "--concept", "7212", "--by", "Test"]);
    run(&["board", "reject", "--query", "zqarcman", "--concept", "7212", "--by", "Test"]);
    let listed = run(&["audit"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!((lines.len(), lines[3]), (4, "3 events"), "{listed}");
    assert!(lines[0].contains("+07:00  "), "the time of Vientiane, as --since has it: {listed}");
    let one = run(&["audit", "--limit", "1"]);
    assert!(one.lines().last().unwrap().starts_with("the newest 1 of 3 events; --limit N"), "{one}");
    assert!(lines[0].contains("command-line (operator) removed synonym zqarcman (en)"), "{listed}");
    assert!(lines[1].contains("approved synonym") && lines[1].contains("decided by Test"), "{listed}");
    assert!(lines[2].contains("created token") && lines[2].contains("publisher of mekong: ວຽກ"), "{listed}");
    let json: serde_json::Value = serde_json::from_str(&run(&["audit", "--json", "--limit", "1"])).unwrap();
    assert_eq!(json["events"].as_array().unwrap().len(), 1);
    assert_eq!(json["events"][0]["personal"]["actor"], "command-line");
    assert_eq!(run(&["audit", "--since", "2099-01-01"]), "0 events\n");
    assert_eq!(run(&["audit", "--person", "00000000-0000-0000-0000-000000000001"]), "0 events\n");
    for wrong in
        [&["audit", "--since", "yesterday"][..], &["audit", "--person", "Noy"], &["audit", "--limit", "0"]]
    {
        assert_eq!(Said::by(viak(folder.path()).args(wrong)).code, Some(2), "{wrong:?}");
    }
}
