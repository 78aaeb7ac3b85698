//! What goes by itself once its term is over, and what is said before.

use chrono::TimeDelta;
use server::access::model::Role;
use server::erasure::commands::counted;
use server::people::store::all_ids;
use server::retention::commands::{lines, runs};
use server::retention::model::{Class, Line};
use server::service;
use tests::drafts::person;
use tests::member::seat;
use tests::{Device, Postgres, Said, TestApp, viak};

async fn line(app: &TestApp, class: Class) -> Line {
    let all = lines(app.platform().database.reader(), app.now()).await.unwrap();
    all.into_iter().find(|line| line.rule.class == class).unwrap()
}

/// One turn of all that has a term.
async fn turned(app: &TestApp) {
    service::keep_terms(app.platform()).await.unwrap();
    app.settle().await;
}

#[tokio::test]
async fn a_record_that_nobody_claims_is_announced_and_goes_after_two_years() {
    lapses(TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    lapses(TestApp::start_on(cluster.url()).await).await;
}

async fn lapses(app: TestApp) {
    let drafts = ["p1", "p2"].map(|key| person(&app, key, "Welder", "7212", "1301"));
    app.register("paper list", &drafts).await;
    app.settle().await;
    turned(&app).await;
    let held = line(&app, Class::UnclaimedRecord).await;
    assert_eq!((held.held, held.due, held.in_90_days), (2, 0, 0));
    app.days_pass(690);
    // One is told anew, as an import does with a record that changed.
    let mut again = person(&app, "p2", "Welder of pipes", "7212", "1301");
    "another".clone_into(&mut again.content_hash);
    app.register("paper list", &[again]).await;
    let soon = line(&app, Class::UnclaimedRecord).await;
    assert_eq!((soon.held, soon.due, soon.in_90_days), (2, 0, 1));
    turned(&app).await;
    assert_eq!(all_ids(app.platform().database.reader()).await.unwrap().len(), 2);
    app.days_pass(20);
    turned(&app).await;
    let announced = runs(app.platform().database.reader(), app.now()).await.unwrap();
    let announced: Vec<_> = announced.iter().filter(|run| run.class == Class::UnclaimedRecord).collect();
    assert_eq!((announced[0].warned, announced[0].done), (1, 0));
    app.days_pass(31);
    turned(&app).await;
    assert_eq!(all_ids(app.platform().database.reader()).await.unwrap().len(), 1);
    assert_eq!(counted(app.platform().database.reader()).await.unwrap(), 1);
    let last = runs(app.platform().database.reader(), app.now()).await.unwrap();
    let last = last.iter().find(|run| run.class == Class::UnclaimedRecord).unwrap();
    assert_eq!((last.warned, last.done), (0, 1));
}

#[tokio::test]
async fn a_record_that_is_told_anew_after_the_announcement_stays() {
    let app = TestApp::start().await;
    app.register("paper list", &[person(&app, "p1", "Welder", "7212", "1301")]).await;
    app.settle().await;
    app.days_pass(710);
    turned(&app).await;
    app.days_pass(1);
    let mut again = person(&app, "p1", "Welder of pipes", "7212", "1301");
    "another".clone_into(&mut again.content_hash);
    app.register("paper list", &[again]).await;
    app.days_pass(40);
    turned(&app).await;
    assert_eq!(all_ids(app.platform().database.reader()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn letters_go_after_their_term_and_the_page_says_so() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.strong("+8562056780001", &seat(Role::SystemAdmin, None, false)).await;
    app.settle().await;
    assert!(!app.short_messages().await.is_empty());
    assert!(line(&app, Class::Letter).await.held > 0);
    let page = device.open("/admin").await;
    let page = device.open(&page.link("How long what is kept")).await;
    assert!(page.main_text().contains("Nothing in the last 90 days"), "{}", page.main_text());
    app.days_pass(91);
    service::forget(app.platform().clone()).await.unwrap();
    assert_eq!(line(&app, Class::Letter).await.held, 0);
    let done = runs(app.platform().database.reader(), app.now()).await.unwrap();
    assert!(done.iter().any(|run| run.class == Class::Letter && run.done > 0), "{done:?}");
    let trail = line(&app, Class::Trail).await;
    assert!(trail.held > 0 && trail.due == 0);
    // What was done long ago is listed no more.
    app.days_pass(91);
    let done = runs(app.platform().database.reader(), app.now() + TimeDelta::days(1)).await.unwrap();
    assert!(done.is_empty(), "{done:?}");
    app.settle().await;
}

#[test]
fn the_command_lists_every_class_and_does_what_is_due() {
    let folder = tempfile::tempdir().unwrap();
    Said::by(viak(folder.path()).args(["seed", "--people", "20", "--vacancies", "5"])).done();
    let said = Said::by(viak(folder.path()).arg("retention")).done();
    assert!(said.out.contains("unclaimed_record") && said.out.contains("24 months"), "{}", said.out);
    let said = Said::by(viak(folder.path()).args(["retention", "--run", "--json"])).done();
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 4);
    assert_eq!(json[0]["class"], "unclaimed_record");
    assert_eq!(json[0]["held"], 20);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(Said::by(viak(empty.path()).arg("retention")).code, Some(1));
}
