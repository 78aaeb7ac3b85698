//! A verified organisation comes by the vacancies that imports brought under its name: by an officer, never by a name.

use super::{employer, listed, member, people_of, vacancy_id, welder, welder_wanted};
use crate::access::organisation;
use axum::http::StatusCode;
use sea_orm::EntityTrait;
use server::access::model::{Area, Role, Seat};
use server::ids::OrganisationId;
use server::organisations::model::{OrganisationKind, Standing};
use server::people::model::Visibility;
use tests::{Device, Postgres, TestApp};

/// A verified organisation of the district, founded here, with the name of an imported employer.
async fn founded(app: &TestApp) -> OrganisationId {
    let id = organisation(app, OrganisationKind::Employer, "Mekong Works Ltd", None).await;
    let Some(Area::District { province, district }) =
        Area::of(&app.book(), app.book().codes.place("1301").unwrap())
    else {
        panic!("a district");
    };
    let row = server::db::entities::organisation::ActiveModel {
        id: sea_orm::ActiveValue::Set(id),
        source: sea_orm::ActiveValue::Set("founded".to_owned()),
        province_id: sea_orm::ActiveValue::Set(Some(province)),
        district_id: sea_orm::ActiveValue::Set(Some(district)),
        ..Default::default()
    };
    let transaction = app.platform().database.begin().await.unwrap();
    server::db::entities::organisation::Entity::update(row).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    id
}

async fn officer<'a>(app: &'a TestApp, number: &str, code: &str) -> Device<'a> {
    let office = organisation(app, OrganisationKind::Office, "Office", None).await;
    let area = Area::of(&app.book(), app.book().codes.place(code).unwrap());
    let mut device = Device::new(app);
    let seat = Seat { role: Role::DistrictOfficer, organisation: Some(office), area, administers: false };
    device.strong(number, &seat).await;
    device
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_ties_an_imported_record_to_a_verified_organisation_and_unties_it() {
    a_record_is_tied(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_ties_an_imported_record_to_a_verified_organisation_and_unties_it_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    a_record_is_tied(&TestApp::start_on(postgres.url()).await).await;
}

async fn a_record_is_tied(app: &TestApp) {
    app.publish("board", &[welder_wanted(app, "one")]).await;
    app.register("town", &[welder(app, "anon", Visibility::Anonymous)]).await;
    app.settle().await;
    let record = employer(app, "Mekong Works", Standing::Unverified).await;
    let (own, vacancy) = (founded(app).await, vacancy_id(app, "one").await);
    let mut theirs = member(app, "+8562055551001", own).await;
    let list = format!("/organisation/{own}/vacancies");
    assert!(listed(&theirs.open(&list).await, "vacancies").is_empty(), "a like name is no proof");
    assert_eq!(theirs.look(&people_of(own, vacancy)).await.status, StatusCode::NOT_FOUND);

    let mut officer = officer(app, "+8562055551002", "1301").await;
    let page = officer.open(&format!("/officer/organisations/{own}")).await;
    let records = page.link("Records of imported adverts");
    let page = officer.open(&records).await;
    assert_eq!(listed(&page, "records"), ["Mekong Works"], "{}", page.main_text());
    let id = record.to_string();
    let hold = [
        ("id", id.as_str()),
        ("step", "hold"),
        ("reason", "<b>ທະບຽນ</b> 01-123'; drop table organisation;--"),
    ];
    for wrong in [
        [hold[0], hold[1], ("reason", " ")],
        [hold[0], ("step", "own"), hold[2]],
        [("id", "x"), hold[1], hold[2]],
        [("id", "018f0000-0000-7000-8000-000000000000"), hold[1], hold[2]],
        [hold[0], ("step", "release"), hold[2]],
    ] {
        let page = officer.send(&records, &wrong, &[("sec-fetch-site", "same-origin")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        assert!(!page.body().contains("<b>ທະບຽນ"), "{wrong:?}");
    }
    assert!(listed(&theirs.open(&list).await, "vacancies").is_empty());
    officer.done(&records, &hold).await;
    assert_eq!(listed(&theirs.open(&list).await, "vacancies"), ["Welder one"]);
    assert_eq!(listed(&theirs.open(&people_of(own, vacancy)).await, "people").len(), 1);
    assert_eq!(theirs.open("/employer").await.link("1 open jobs of Mekong Works Ltd"), list);
    let again = officer.send(&records, &hold, &[("sec-fetch-site", "same-origin")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the second window comes too late");
    officer.done(&records, &[hold[0], ("step", "release"), ("reason", "another company")]).await;
    assert_eq!(theirs.look(&people_of(own, vacancy)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_ties_records_outside_of_the_area_for_themselves_or_for_whoever_is_not_verified() {
    let app = TestApp::start().await;
    app.publish("board", &[welder_wanted(&app, "one")]).await;
    app.settle().await;
    let record = employer(&app, "Mekong Works", Standing::Unverified).await;
    let own = founded(&app).await;
    let id = record.to_string();
    let hold = [("id", id.as_str()), ("step", "hold"), ("reason", "registry")];
    let records = format!("/officer/organisations/{own}/records");
    let from = [("sec-fetch-site", "same-origin")];
    let mut elsewhere = officer(&app, "+8562055551002", "1302").await;
    assert_eq!(elsewhere.look(&records).await.status, StatusCode::NOT_FOUND);
    assert_eq!(elsewhere.send(&records, &hold, &from).await.status, StatusCode::NOT_FOUND);
    let mut here = officer(&app, "+8562055551003", "1301").await;
    super::stand(&app, own, Standing::Suspended).await;
    assert_eq!(here.send(&records, &hold, &from).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    super::stand(&app, own, Standing::Verified).await;
    app.give("+8562055551003", &tests::member::seat(Role::EmployerUser, Some(own), false)).await;
    assert_eq!(here.send(&records, &hold, &from).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a member");
    let mut theirs = member(&app, "+8562055551004", own).await;
    assert_eq!(theirs.send(&records, &hold, &from).await.status, StatusCode::FORBIDDEN);
    let found = server::db::entities::organisation::Entity::find_by_id(record);
    assert_eq!(found.one(app.platform().database.reader()).await.unwrap().unwrap().held_by, None);
}
