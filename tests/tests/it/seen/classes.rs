//! A consent shows the classes that it was given for, whatever the table of fields opens.

use sea_orm::{ConnectionTrait, Statement};
use server::access::model::{Role, Seat};
use tests::{Device, Postgres, TestApp};

async fn a_consent_shows_its_classes_on(app: TestApp) {
    let (mut owner, person) = crate::consent::worker(&app, crate::consent::WORKER).await;
    let organisation = crate::consent::employer(&app, "Lao Brewery").await;
    let request = crate::consent::asks(&app, organisation, person).await.unwrap();
    let yes = [("answer", "yes"), ("ends", "2027-02-20")];
    let page = owner.submit(&format!("/me/consent-requests/{request}"), &yes).await;
    assert_eq!(page.attributes("#live ~ ul h3 a", "href").len(), 1, "{}", page.main_text());
    let seat =
        Seat { role: Role::EmployerUser, organisation: Some(organisation), area: None, administers: false };
    let mut device = Device::new(&app);
    device.strong("+8562055551001", &seat).await;
    let page = device.open(&format!("/people/{person}")).await;
    for told in ["ບຸນມີ ແກ້ວມະນີ", "+8562056781234"] {
        assert!(page.main_text().contains(told), "{told}: {}", page.main_text());
    }
    narrow(&app, "work name").await;
    let text = device.open(&format!("/people/{person}")).await.main_text();
    assert!(text.contains("ບຸນມີ ແກ້ວມະນີ") && !text.contains("+8562056781234"), "{text}");
    narrow(&app, "work contact").await;
    let text = device.open(&format!("/people/{person}")).await.main_text();
    assert!(!text.contains("ບຸນມີ") && text.contains("+8562056781234"), "{text}");
    owner.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    assert_eq!(device.open(&format!("/people/{person}")).await.status, 200, "the work is shown by consent");
    narrow(&app, "name contact").await;
    assert_eq!(device.open(&format!("/people/{person}")).await.status, 404, "and not without one to it");
}

/// Makes the consent that is there one to some classes alone, as one that was given to other words.
async fn narrow(app: &TestApp, classes: &str) {
    let transaction = app.platform().database.begin().await.unwrap();
    let sql = format!("update consent set classes = '{classes}'");
    let statement = Statement::from_string(transaction.get_database_backend(), sql);
    assert_eq!(transaction.execute_raw(statement).await.unwrap().rows_affected(), 1);
    transaction.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consent_shows_what_it_was_given_for_and_no_more() {
    a_consent_shows_its_classes_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consent_shows_no_more_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    a_consent_shows_its_classes_on(TestApp::start_on(cluster.url()).await).await;
}
