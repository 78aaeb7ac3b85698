//! US-03: an employer posts a vacancy. A garment factory looks for 40 sewing operators and pays 2.6 million kip.

use super::{confirmed, factory, public, sewing, step, with, written};
use tests::{Device, Postgres, TestApp};

async fn handed_in(device: &mut Device<'_>, at: &str) -> tests::Page {
    step(device, at, &[("step", "submit")]).await
}

async fn a_lawful_vacancy_is_public_at_once(app: TestApp) {
    confirmed(&app).await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let at = written(&mut device, id, &sewing()).await;
    let mut visitor = Device::new(&app);
    assert_eq!(visitor.look(&public(&at)).await.status, 404, "nobody sees a draft");
    let page = device.open(&at).await;
    assert!(page.main_text().contains("Draft"), "{}", page.main_text());
    assert!(page.main_text().contains("Nothing speaks against it."), "{}", page.main_text());
    let page = handed_in(&mut device, &at).await;
    assert!(page.main_text().contains("Anybody can find it."), "{}", page.main_text());
    app.settle().await;
    let found = visitor.look(&public(&at)).await;
    assert_eq!(found.status, 200);
    assert!(found.main_text().contains("Lao Sewing"), "{}", found.main_text());
    let results = visitor.look("/jobs?q=sewing+machine+operator").await;
    assert!(results.main_text().contains("Lao Sewing"), "{}", results.main_text());
    let list = device.open(&format!("/organisation/{id}/vacancies")).await;
    assert_eq!(list.link("ຊ່າງຫຍິບ"), at);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_03_a_lawful_vacancy_is_public_at_once_on_sqlite() {
    a_lawful_vacancy_is_public_at_once(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_03_a_lawful_vacancy_is_public_at_once_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    a_lawful_vacancy_is_public_at_once(TestApp::start_on(postgres.url()).await).await;
}

/// What the page says of a vacancy that the rules refuse, which then cannot be handed in.
async fn refused(app: &TestApp, number: &str, changes: &[(&'static str, &str)]) -> String {
    let (mut device, id) = factory(app, &format!("Works {number}"), number).await;
    let at = written(&mut device, id, &with(changes)).await;
    let told = device.open(&at).await.main_text();
    let page = handed_in(&mut device, &at).await;
    assert_eq!(page.status, 422, "{}", page.main_text());
    assert!(page.main_text().contains("It cannot be handed in like this."), "{}", page.main_text());
    assert_eq!(Device::new(app).look(&public(&at)).await.status, 404);
    told
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_03_a_wage_below_the_floor_is_refused_with_floor_and_day() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let told =
        refused(&app, "+8562055551001", &[("wage_min", "2.400.000"), ("starts_on", "01/12/2026")]).await;
    assert!(told.contains("2,500,000") && told.contains("01/12/2026"), "{told}");
    assert!(told.contains("2,400,000"), "what the advert pays: {told}");
    let food = [("wage_min", "2.400.000"), ("allowances", "300.000 kip for food")];
    let told = refused(&app, "+8562055551002", &food).await;
    assert!(told.contains("without allowances"), "{told}");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_03_fifty_four_hours_a_week_are_refused() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let told = refused(&app, "+8562055551001", &[("hours_a_day", "9")]).await;
    assert!(told.contains("54 hours a week"), "{told}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn us_03_choosing_people_is_refused_and_an_exception_goes_to_an_officer() {
    let app = TestApp::start().await;
    confirmed(&app).await;
    let wording = "Sewing operators wanted: female, 18–25, single.";
    let told = refused(&app, "+8562055551001", &[("description", wording)]).await;
    assert!(told.contains("female"), "the words are named: {told}");
    let (mut device, id) = factory(&app, "Second Works", "+8562055551002").await;
    let excused = [("description", wording), ("exception", "It is a home for women who fled violence.")];
    let at = written(&mut device, id, &with(&excused)).await;
    let page = handed_in(&mut device, &at).await;
    assert!(page.main_text().contains("Under review"), "{}", page.main_text());
    assert_eq!(Device::new(&app).look(&public(&at)).await.status, 404, "until somebody has decided");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_confirmed_refuses_nothing_and_leads_to_an_officer() {
    let app = TestApp::start().await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let wording = "Sewing operators wanted: female, 18–25, single.";
    let at = written(&mut device, id, &with(&[("description", wording)])).await;
    let page = device.open(&at).await;
    assert!(page.main_text().contains("An officer will look at this."), "{}", page.main_text());
    let page = handed_in(&mut device, &at).await;
    assert!(page.main_text().contains("Under review"), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_with_everything_wrong_names_everything_and_keeps_what_was_typed() {
    let app = TestApp::start().await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let new = format!("/organisation/{id}/vacancies/new");
    let page = device.submit(&new, &[]).await;
    assert_eq!(page.status, 422);
    for field in ["title", "description", "wage_min", "place", "valid_through", "openings"] {
        let named = page.attributes(".detail a", "href");
        assert!(named.contains(&format!("#{field}")), "{field}: {named:?}");
    }
    let typed = [
        ("title", "=cmd|' /C calc'!A0<script>alert(1)</script>"),
        ("valid_through", "31/02/2027"),
        ("wage_min", "-5"),
    ];
    let page = device.submit(&new, &typed).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("Job title").1, typed[0].1);
    assert!(!page.body().contains("<script>alert"), "escaped");
    let past = with(&[("valid_through", "01/01/2026"), ("wage_max", "1")]);
    let past: Vec<(&str, &str)> = past.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = device.submit(&new, &past).await;
    assert!(page.main_text().contains("This day has passed."), "{}", page.main_text());
    assert!(page.main_text().contains("The highest is less than the lowest."), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_form_begins_with_what_was_typed_last() {
    let app = TestApp::start().await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    let new = format!("/organisation/{id}/vacancies/new");
    assert_eq!(device.open(&new).await.field("Hours of work a day").1, "8", "what is usual");
    let at = written(&mut device, id, &with(&[("hours_a_day", "7"), ("title", "Tailor")])).await;
    let page = device.open(&new).await;
    assert_eq!(page.field("Hours of work a day").1, "7");
    assert_eq!(page.field("Job title").1, "Tailor");
    assert_eq!(page.field("Last day to apply").1, "", "an old last day is none for a new vacancy");
    let own = device.open(&at).await;
    let copy = own.link("Post a copy of it");
    assert_eq!(device.open(&copy).await.field("Job title").1, "Tailor");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organisation_that_nobody_verified_writes_and_hands_nothing_in() {
    let app = TestApp::start().await;
    let (mut device, id) = factory(&app, "Lao Sewing", "+8562055551001").await;
    crate::advice::stand(&app, id, server::organisations::model::Standing::Unverified).await;
    let at = written(&mut device, id, &sewing()).await;
    let page = device.open(&at).await;
    assert!(
        page.main_text().contains("Only a verified organisation can hand a vacancy in."),
        "{}",
        page.main_text()
    );
    let page = handed_in(&mut device, &at).await;
    assert_eq!(page.status, 422);
    app.settle().await;
}
