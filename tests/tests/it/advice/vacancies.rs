//! The vacancies of an organisation, for its own people.

use super::{employer, listed, member, town, welder, welder_wanted};
use server::access::model::Role;
use server::organisations::model::{OrganisationKind, Standing};
use server::people::model::Visibility;
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn few_people_who_fit_are_not_counted_out() {
    let app = TestApp::start().await;
    let people: Vec<_> =
        (0..4).map(|number| welder(&app, &format!("anon {number}"), Visibility::Anonymous)).collect();
    let (mut device, id, _) = town(&app, &people).await;
    let address = format!("/organisation/{id}/vacancies");
    let page = device.open(&address).await;
    assert!(page.main_text().contains("Fewer than 5 people fit."), "{}", page.main_text());
    app.register("town", &[welder(&app, "fifth", Visibility::Anonymous)]).await;
    app.settle().await;
    let page = device.open(&address).await;
    assert!(page.main_text().contains("5 people fit."), "{}", page.main_text());
    let home = device.open("/employer").await;
    assert_eq!(home.link("1 open jobs of Mekong Works"), address);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn open_ones_come_first_then_those_that_are_closed() {
    open_ones_first(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn open_ones_come_first_then_those_that_are_closed_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    open_ones_first(&TestApp::start_on(postgres.url()).await).await;
}

async fn open_ones_first(app: &TestApp) {
    let all: Vec<_> = (0..23).map(|number| welder_wanted(app, &format!("w{number:02}"))).collect();
    app.publish("board", &all).await;
    app.settle().await;
    let id = employer(app, "Mekong Works", Standing::Verified).await;
    let mut device = member(app, "+8562055551001", id).await;
    let page = device.open(&format!("/organisation/{id}/vacancies")).await;
    assert_eq!(page.texts("#vacancies"), ["23 vacancies"]);
    assert_eq!(listed(&page, "vacancies").len(), 20);
    let next = page.link("Next");
    let page = device.open(&next).await;
    assert_eq!(listed(&page, "vacancies").len(), 3, "{}", page.main_text());
    assert_eq!(page.link("Previous"), format!("/organisation/{id}/vacancies"));
    app.days_pass(40);
    app.expire().await;
    app.publish("board", &[welder_wanted(app, "fresh")]).await;
    app.settle().await;
    let mut device = member(app, "+8562055551077", id).await;
    let page = device.open(&format!("/organisation/{id}/vacancies")).await;
    let first = listed(&page, "vacancies").swap_remove(0);
    assert_eq!(first, "Welder fresh");
    assert!(page.main_text().contains("Closed since"), "{}", page.main_text());
    let far = device.open(&format!("/organisation/{id}/vacancies?page=99999999999999")).await;
    assert!(listed(&far, "vacancies").is_empty(), "a page that is not there is empty, not an error");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_organisation_without_vacancies_is_told_so_and_one_that_nobody_verified_what_it_lacks() {
    let app = TestApp::start().await;
    app.settle().await;
    let id = crate::access::organisation(&app, OrganisationKind::Employer, "Quiet Works", None).await;
    let mut device = member(&app, "+8562055551001", id).await;
    let page = device.open(&format!("/organisation/{id}/vacancies")).await;
    assert!(page.main_text().contains("There is no vacancy of your organisation"), "{}", page.main_text());
    super::stand(&app, id, Standing::Unverified).await;
    let page = device.open(&format!("/organisation/{id}/vacancies")).await;
    assert_eq!(page.link("Why people cannot be seen yet"), "/organisations/standing");
    let mut planner = Device::new(&app);
    planner.strong("+8562055551002", &seat(Role::LabourUnitPlanner, Some(id), false)).await;
    assert_eq!(planner.open(&format!("/organisation/{id}/vacancies")).await.status, 200);
}
