//! Only employers and agencies that were verified see people, wherever people are seen.

use super::{stand, town, welder};
use crate::access::organisation;
use axum::http::StatusCode;
use server::access::model::Role;
use server::organisations::model::{OrganisationKind, Standing};
use server::people::model::Visibility;
use tests::member::seat;
use tests::{Device, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn employers_see_people_in_exactly_the_standings_of_the_table() {
    let app = TestApp::start().await;
    let (mut device, id, vacancy) = town(&app, &[welder(&app, "anon", Visibility::Anonymous)]).await;
    let page = device.open("/people").await;
    let person = page.attributes("#found ~ ul h3 a", "href").swap_remove(0);
    let list = super::people_of(id, vacancy);
    let table = seed_data::standings().unwrap();
    let enough = &table.iter().find(|row| row.permission == "see_people").unwrap().standings;
    for standing in Standing::all() {
        stand(&app, id, standing).await;
        let may = enough.split_whitespace().any(|code| code == standing.code());
        for address in ["/people", person.as_str(), list.as_str()] {
            let page = device.look(address).await;
            let to =
                page.status == StatusCode::SEE_OTHER && page.header("location") == "/organisations/standing";
            assert_eq!(page.status == StatusCode::OK, may, "{standing:?} {address}: {}", page.status);
            assert_eq!(to, !may, "{standing:?} {address}");
        }
        let told = device.open("/organisations/standing").await;
        assert!(told.main_text().contains("Mekong Works"), "{standing:?}");
        assert_eq!(
            told.main_text().contains("Nothing is missing."),
            may,
            "{standing:?}: {}",
            told.main_text()
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_verification_that_ended_yesterday_shows_nobody_before_any_chore_has_noticed() {
    let app = TestApp::start().await;
    app.settle().await;
    let id = organisation(&app, OrganisationKind::Employer, "Mekong Works", None).await;
    app.days_pass(365);
    app.settle().await;
    let mut device = Device::new(&app);
    device.register("+8562055551050").await;
    app.give("+8562055551050", &seat(Role::EmployerUser, Some(id), false)).await;
    assert_eq!(device.look("/people").await.status, StatusCode::OK, "its last day");
    app.days_pass(1);
    assert_eq!(device.look("/people").await.header("location"), "/organisations/standing");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_organisation_that_may_is_enough_and_lends_the_other_nothing() {
    let app = TestApp::start().await;
    let (mut device, id, vacancy) = town(&app, &[welder(&app, "anon", Visibility::Anonymous)]).await;
    let other = organisation(&app, OrganisationKind::Employer, "Suspended Works", None).await;
    stand(&app, other, Standing::Suspended).await;
    app.give("+8562055551001", &seat(Role::EmployerUser, Some(other), false)).await;
    assert_eq!(device.look("/people").await.status, StatusCode::OK);
    assert_eq!(device.look(&super::people_of(id, vacancy)).await.status, StatusCode::OK);
    let page = device.open(&format!("/organisation/{other}/vacancies")).await;
    assert!(page.main_text().contains("once your organisation is verified"), "{}", page.main_text());
}
