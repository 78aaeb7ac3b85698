//! Does the audit trail tell what tokens do to vacancies?

use super::writes::{delete, post, token_for, welder};
use server::api::token;
use server::tokens::model::Presented;
use tests::{Postgres, TestApp};

/// What the trail says of vacancies, oldest first: what was done, by whom, in which role, for which source, to what.
async fn traced(app: &TestApp) -> Vec<(String, String, String, String, String)> {
    let filter = server::audit::Filter::default();
    let mut events = server::audit::listed(app.platform().database.reader(), &filter, 100).await.unwrap();
    events.reverse();
    let of_vacancies = events.into_iter().filter(|event| event.subject == "vacancy");
    let told = of_vacancies.map(|event| {
        let personal = event.personal.unwrap();
        (event.action, personal.actor, event.role, personal.office.unwrap_or_default(), personal.subject)
    });
    told.collect()
}

async fn each_change_is_one_event_on(app: TestApp) {
    let token = token_for(&app, "publisher", "mekong").await;
    let other = token_for(&app, "operator", "other").await;
    let mut amended = welder();
    amended["title"] = "Senior welder".into();
    let made = post(&app, &token, Some("k"), welder().to_string()).await.json();
    let id = made["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/jobs/{id}");
    for (key, posting) in [(Some("k"), welder()), (None, welder()), (None, amended)] {
        app.seconds_pass(1);
        assert!(post(&app, &token, key, posting.to_string()).await.status.is_success());
    }
    assert_eq!(post(&app, &token, None, "{}").await.status, 422);
    assert_eq!(delete(&app, &other, &path).await.status, 403);
    for _ in 0..2 {
        app.seconds_pass(1);
        assert_eq!(delete(&app, &token, &path).await.status, 204);
    }
    let Ok(Presented::Held(held)) = token::verify(&app.platform().database, &token, app.now()).await else {
        panic!("the token is good");
    };
    let actor = server::audit::model::Actor::token(&held.digest).to_string();
    let line = |action: &str| {
        (action.to_owned(), actor.clone(), "publisher".to_owned(), "mekong".to_owned(), id.clone())
    };
    assert_eq!(traced(&app).await, [line("created"), line("changed"), line("removed")]);
    app.settle().await;
}

#[tokio::test]
async fn each_change_of_a_vacancy_is_one_event_and_nothing_else_is() {
    each_change_is_one_event_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_change_of_a_vacancy_is_one_event_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    each_change_is_one_event_on(TestApp::start_on(cluster.url()).await).await;
}
