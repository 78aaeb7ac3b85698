//! Officers are told which jobs fit a person of the own area, and nobody else is.

use super::{employer, listed, member, welder, welder_wanted};
use crate::access::organisation;
use axum::http::StatusCode;
use server::access::model::{Area, Role, Seat};
use server::audit;
use server::ids::{OrganisationId, PersonId};
use server::organisations::model::{OrganisationKind, Standing};
use server::people::model::Visibility;
use server::people::store::all_ids;
use tests::member::seat;
use tests::{Device, TestApp};

async fn officer<'a>(
    app: &'a TestApp,
    number: &str,
    (role, code): (Role, &str),
    office: OrganisationId,
) -> Device<'a> {
    let area = app.book().codes.place(code).and_then(|key| Area::of(&app.book(), key));
    let mut device = Device::new(app);
    device.strong(number, &Seat { role, organisation: Some(office), area, administers: false }).await;
    device
}

/// A town with twelve vacancies for welders and a hidden welder.
async fn town(app: &TestApp) -> PersonId {
    let wanted: Vec<_> = (0..12).map(|number| welder_wanted(app, &format!("w{number:02}"))).collect();
    app.publish("board", &wanted).await;
    app.register("town", &[welder(app, "one", Visibility::Hidden)]).await;
    app.settle().await;
    the_one(app).await
}

/// The one person there is.
async fn the_one(app: &TestApp) -> PersonId {
    let all = all_ids(app.platform().database.reader()).await.unwrap();
    PersonId::from_u128(all.into_iter().next().expect("a person"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_of_the_area_sees_the_best_ten_jobs_with_reasons_and_the_look_stands_in_the_trail() {
    let app = TestApp::start().await;
    let person = town(&app).await;
    let office = organisation(&app, OrganisationKind::Office, "Office", None).await;
    let mut device = officer(&app, "+8562055551001", (Role::DistrictOfficer, "1301"), office).await;
    let page = device.open(&format!("/people/{person}")).await;
    assert_eq!(listed(&page, "jobs").len(), 10, "{}", page.main_text());
    let first = &page.texts("#jobs ~ ul .card")[0];
    assert!(first.contains("% match") && first.contains("Mekong Works"), "{first}");
    assert!(first.contains("elder"), "it says what fits: {first}");
    let href = page.attributes("#jobs ~ ul h3 a", "href").swap_remove(0);
    assert_eq!(device.open(&href).await.status, StatusCode::OK, "each leads to the job");
    let trail = audit::of_person(app.platform().database.reader(), person, None, 100).await.unwrap();
    let looks: Vec<_> = trail.iter().filter(|event| event.purpose == "look").collect();
    assert_eq!(looks.len(), 1, "{trail:?}");
    assert_eq!((looks[0].action.as_str(), looks[0].role.as_str()), ("read", "district_officer"));

    let mut elsewhere = officer(&app, "+8562055551002", (Role::DistrictOfficer, "0101"), office).await;
    let page = elsewhere.open(&format!("/people/{person}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "of another district nobody is told");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_no_officer_of_the_area_is_recommended_no_jobs_for_a_person() {
    let app = TestApp::start().await;
    app.publish("board", &[welder_wanted(&app, "one")]).await;
    app.register("town", &[welder(&app, "shown", Visibility::Anonymous)]).await;
    app.settle().await;
    let person = the_one(&app).await;
    let address = format!("/people/{person}");
    let works = employer(&app, "Mekong Works", Standing::Verified).await;
    let ministry = organisation(&app, OrganisationKind::Office, "Ministry", None).await;
    let agency = organisation(&app, OrganisationKind::Agency, "Bridge", None).await;
    super::stand(&app, agency, Standing::Verified).await;
    let mut devices = [Device::new(&app), Device::new(&app)];
    devices[0].strong("+8562055551003", &seat(Role::OverseasOfficer, Some(ministry), false)).await;
    devices[1].strong("+8562055551004", &seat(Role::AgencyUser, Some(agency), false)).await;
    let company = member(&app, "+8562055551001", works).await;
    for mut device in devices.into_iter().chain([company]) {
        let page = device.open(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.main_text());
        assert!(page.texts("#jobs").is_empty(), "{}", page.main_text());
        assert!(!page.body().contains("Givenshown"), "and nobody learns a name");
    }
    let school = organisation(&app, OrganisationKind::School, "Weaving School", None).await;
    let mut registrar = Device::new(&app);
    registrar.strong("+8562055551005", &seat(Role::SchoolRegistrar, Some(school), false)).await;
    assert_eq!(registrar.open(&address).await.status, StatusCode::FORBIDDEN);
}
