//! Each role finds on its home what waits for it, and nothing of others.

use crate::access::organisation;
use axum::http::StatusCode;
use server::access::model::{Area, Role, Seat};
use server::organisations::commands::{Narrowed, listed};
use server::organisations::model::OrganisationKind;
use tests::member::seat;
use tests::{Device, TestApp};

#[tokio::test]
async fn an_officer_sees_how_many_of_the_own_area_wait_and_no_others() {
    let app = TestApp::start().await;
    app.settle().await;
    let province = |code: &str| app.book().codes.place(code).map(|key| i32::try_from(key.0).unwrap());
    let (here, there) = (province("01"), province("13"));
    let office = organisation(&app, OrganisationKind::Office, "Office", here).await;
    let mut owner = Device::new(&app);
    owner.register("+8562055512378").await;
    owner.strengthen().await;
    for (name, district) in [("Weaving School", "0101"), ("Pakse Mechanics College", "1301")] {
        let founding = [("kind", "school"), ("name", name), ("district", district), ("isic", "P")];
        let page = owner.submit("/organisations/new", &founding).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.main_text());
        let address = owner.path.clone();
        let address = address.split('?').next().unwrap().to_owned();
        let paper = [("kind", "office_decision"), ("number", "12/2026")];
        owner.done(&format!("{address}/evidence"), &paper).await;
        owner.done(&format!("{address}/submit"), &[]).await;
    }
    let home = owner.open("/school").await.main_text();
    assert!(home.contains("Weaving School") && home.contains("An officer is looking"), "{home}");
    assert_eq!(owner.look("/officer").await.status, StatusCode::FORBIDDEN);

    let mut officer = Device::new(&app);
    let area = Some(Area::Province(here.unwrap()));
    let of_province =
        Seat { role: Role::ProvincialOfficer, organisation: Some(office), area, administers: false };
    officer.strong("+8562055512379", &of_province).await;
    let home = officer.open("/officer").await.main_text();
    assert!(home.contains("1 organisation waits") && home.contains("Weaving School"), "{home}");
    assert!(!home.contains("Pakse Mechanics College"), "{there:?} is no part of the area: {home}");
    let me = officer.open("/me").await;
    assert_eq!(me.link("Open this page: At the office"), "/officer");
    assert!(me.main_text().contains("1 organisation waits"), "{}", me.main_text());
}

#[tokio::test]
async fn an_employer_sees_how_many_of_the_own_vacancies_are_open() {
    let app = TestApp::with_market().await;
    app.settle().await;
    let employers = Narrowed { kind: Some(OrganisationKind::Employer), standing: None };
    let all = listed(app.platform().database.reader(), employers).await.unwrap();
    let id = all.first().expect("the market has employers").id;
    let mut device = Device::new(&app);
    device.strong("+8562055512378", &seat(Role::EmployerUser, Some(id), true)).await;
    let home = device.open("/employer").await.main_text();
    assert!(home.contains("open jobs of") && home.contains("Bring the papers"), "{home}");
}

#[tokio::test]
async fn an_agency_sees_how_it_stands_and_a_planner_how_much_was_searched_in_vain() {
    let app = TestApp::start().await;
    let agency = organisation(&app, OrganisationKind::Agency, "Golden Bridge", None).await;
    let mut device = Device::new(&app);
    device.strong("+8562055512378", &seat(Role::AgencyUser, Some(agency), true)).await;
    let page = device.open("/agency").await;
    let home = page.main_text();
    assert!(home.contains("Golden Bridge") && home.contains("Verified until 22/11/2027"), "{home}");
    assert_eq!(device.open(&format!("/organisation/{agency}")).await.status, StatusCode::OK);
    assert_eq!(device.look("/planning").await.status, StatusCode::FORBIDDEN);

    let ministry = organisation(&app, OrganisationKind::Office, "Ministry", None).await;
    let mut planner = Device::new(&app);
    planner.strong("+8562055512379", &seat(Role::Planner, Some(ministry), false)).await;
    let page = planner.open("/planning").await;
    let links = page.attributes("main a", "href");
    assert!(links.iter().any(|href| href.starts_with("/admin/board")), "{links:?}");
    assert_eq!(planner.open("/admin/board").await.status, StatusCode::OK);
    assert_eq!(planner.look("/agency").await.status, StatusCode::FORBIDDEN);
}
