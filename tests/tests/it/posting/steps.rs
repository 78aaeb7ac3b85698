//! A vacancy is paused, extended, closed; forms that are old, steps that are out of order, two clicks at once.

use super::{confirmed, does, factory, public, sewing, step, with, written};
use server::access::model::Role;
use server::ids::OrganisationId;
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

async fn open(app: &TestApp) -> (Device<'_>, OrganisationId, String) {
    confirmed(app).await;
    let (mut device, id) = factory(app, "Lao Sewing", "+8562055551001").await;
    let at = written(&mut device, id, &sewing()).await;
    does(&mut device, &at, &[("step", "submit")]).await;
    app.settle().await;
    (device, id, at)
}

async fn seen(app: &TestApp, at: &str) -> u16 {
    app.settle().await;
    Device::new(app).look(&public(at)).await.status.as_u16()
}

async fn paused_extended_closed(app: TestApp) {
    let (mut device, id, at) = open(&app).await;
    does(&mut device, &at, &[("step", "pause")]).await;
    assert_eq!(seen(&app, &at).await, 410);
    does(&mut device, &at, &[("step", "resume")]).await;
    assert_eq!(seen(&app, &at).await, 200);
    app.days_pass(60);
    app.expire().await;
    assert_eq!(seen(&app, &at).await, 410, "its last day has passed");
    // Sessions have ended meanwhile: a colleague goes on.
    let mut device = Device::new(&app);
    device.strong("+8562055551009", &seat(Role::EmployerUser, Some(id), false)).await;
    let page = step(&mut device, &at, &[("step", "extend"), ("day_extend", "01/01/2020")]).await;
    assert_eq!(page.status, 422, "a last day that has passed");
    let page = step(&mut device, &at, &[("step", "extend"), ("day_extend", "01/03/2027")]).await;
    assert!(page.main_text().contains("01/03/2027"), "{}", page.main_text());
    assert_eq!(seen(&app, &at).await, 200);
    does(&mut device, &at, &[("step", "withdraw")]).await;
    assert_eq!(seen(&app, &at).await, 410);
    let page = step(&mut device, &at, &[("step", "resume")]).await;
    assert_eq!(page.status, 422, "out of order: {}", page.main_text());
    assert!(page.main_text().contains("This cannot be done any more."), "{}", page.main_text());
    let log = page.texts("#log ~ ul h3");
    let did = [
        "Closed",
        "Extended",
        "Closed, its last day passed",
        "Public again",
        "Paused",
        "Published",
        "Handed in",
        "Written",
    ];
    assert_eq!(log, did, "a row for each step");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vacancy_is_paused_extended_and_closed_on_sqlite() {
    paused_extended_closed(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vacancy_is_paused_extended_and_closed_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    paused_extended_closed(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_old_changes_nothing() {
    let app = TestApp::start().await;
    let (mut device, _, at) = open(&app).await;
    let edit = format!("{at}/edit");
    let change =
        |title: &'static str, revision: &'static str| with(&[("title", title), ("revision", revision)]);
    let sent = |fields: std::collections::BTreeMap<&'static str, String>| -> Vec<(&'static str, String)> {
        fields.into_iter().collect()
    };
    let first = sent(change("Tailor", "1"));
    let first: Vec<(&str, &str)> = first.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(device.submit(&edit, &first).await.status, 200);
    let second = sent(change("Cutter", "1"));
    let second: Vec<(&str, &str)> = second.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = device.submit(&edit, &second).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("Somebody changed this meanwhile."), "{}", page.main_text());
    assert_eq!(device.open(&at).await.heading(), "Tailor");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_people_see_is_checked_again_when_it_changes() {
    let app = TestApp::start().await;
    let (mut device, _, at) = open(&app).await;
    let edit = format!("{at}/edit");
    let lower = with(&[("wage_min", "1.000.000"), ("revision", "1")]);
    let lower: Vec<(&str, &str)> = lower.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = device.submit(&edit, &lower).await;
    assert_eq!(page.status, 422, "the rules refuse it: {}", page.main_text());
    let young = with(&[("least_age", "15"), ("revision", "1")]);
    let young: Vec<(&str, &str)> = young.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(device.submit(&edit, &young).await.status, 200);
    assert!(device.open(&at).await.main_text().contains("Under review"));
    assert_eq!(seen(&app, &at).await, 404, "hidden until somebody has looked");
}

async fn two_clicks_hand_it_in_once(app: TestApp) {
    confirmed(&app).await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = written(&mut device, id, &sewing()).await;
    let (mut one, mut other) = (device.stolen(), device.stolen());
    let (first, second) =
        tokio::join!(one.submit(&at, &[("step", "submit")]), other.submit(&at, &[("step", "submit")]));
    let mut came: Vec<u16> = [first, second].iter().map(|page| page.status.as_u16()).collect();
    came.sort_unstable();
    assert_eq!(came, [200, 422], "one of them hands it in");
    let page = device.open(&at).await;
    let handed_in = page.texts("#log ~ ul h3").iter().filter(|did| *did == "Handed in").count();
    assert_eq!(handed_in, 1);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clicks_at_once_hand_it_in_once_on_sqlite() {
    two_clicks_hand_it_in_once(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_clicks_at_once_hand_it_in_once_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    two_clicks_hand_it_in_once(TestApp::start_on(postgres.url()).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vacancy_of_others_is_not_there() {
    let app = TestApp::start().await;
    let (_, _, at) = open(&app).await;
    let (mut stranger, own) = factory(&app, "Other Works", "+8562055551002").await;
    assert_eq!(stranger.look(&at).await.status, 404);
    let id = at.rsplit('/').next().unwrap();
    for (path, status) in [
        (format!("/organisation/{own}/vacancies/{id}"), 404),
        (format!("/organisation/{own}/vacancies/{id}/edit"), 404),
        (format!("/organisation/{own}/vacancies/new?copy={id}"), 404),
    ] {
        assert_eq!(stranger.look(&path).await.status, status, "{path}");
    }
    assert_eq!(stranger.submit(&at, &[("step", "withdraw")]).await.status, 404);
    app.settle().await;
}
