//! Does the trail say who, for whom and what for, and nothing that is another's?

use super::{OFFICER, record};
use crate::access::organisation;
use crate::consent::{WORKER, account_of, employer, worker};
use server::access::model::{Grant, Permission, Reach, Role, Seat};
use server::accounts::commands::administer::{Keeper, end_sessions, look};
use server::audit::Event;
use server::audit::model::{Action, Actor, Code, Origin, PERSON, Subject};
use server::ids::AccountId;
use server::organisations::model::OrganisationKind;
use std::collections::BTreeSet;
use tests::member::{PASSWORD, seat};
use tests::{Device, Postgres, TestApp};

/// The entries of a worker's trail, newest first.
async fn entries(device: &mut Device<'_>) -> Vec<String> {
    device.open("/me/trail").await.texts("#entries ~ ul .card")
}

async fn an_owner_reads_what_an_administrator_did_on(app: TestApp) {
    let (mut device, _) = worker(&app, WORKER).await;
    let mut admin = Device::new(&app);
    admin.register(OFFICER).await;
    app.give(OFFICER, &seat(Role::SystemAdmin, None, false)).await;
    let grant = Grant {
        permission: Permission::ManageAccounts,
        role: Role::SystemAdmin,
        audience: None,
        reach: Reach::default(),
    };
    let account = account_of(&app, OFFICER).await;
    let keeper = Keeper::of(&grant, account, Origin::default()).unwrap();
    let owner = account_of(&app, WORKER).await;
    app.seconds_pass(60);
    look(&app.platform().database, &keeper, owner, app.now()).await.unwrap().unwrap();
    let rows = entries(&mut device).await;
    assert!(rows[0].starts_with("Looked at your account"), "{rows:?}");
    assert!(rows[0].contains("system administrator"), "{}", rows[0]);
    app.seconds_pass(60);
    assert!(end_sessions(&app.platform().database, &keeper, owner, app.now()).await.unwrap() > 0);
    device.done("/sign-in", &[("contact", WORKER), ("password", PASSWORD)]).await;
    let rows = entries(&mut device).await;
    let ended = rows.iter().find(|row| row.starts_with("Signed out")).expect("it stands there");
    assert!(ended.contains("system administrator"), "{ended}");
    app.settle().await;
}

#[tokio::test]
async fn an_owner_reads_what_an_administrator_did() {
    an_owner_reads_what_an_administrator_did_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_reads_what_an_administrator_did_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    an_owner_reads_what_an_administrator_did_on(TestApp::start_on(cluster.url()).await).await;
}

async fn an_account_without_profile_has_a_trail_on(app: TestApp) {
    let (mut device, mut admin) = (Device::new(&app), Device::new(&app));
    device.register(WORKER).await;
    admin.register(OFFICER).await;
    app.give(OFFICER, &seat(Role::SystemAdmin, None, false)).await;
    let grant = Grant {
        permission: Permission::ManageAccounts,
        role: Role::SystemAdmin,
        audience: None,
        reach: Reach::default(),
    };
    let keeper = Keeper::of(&grant, account_of(&app, OFFICER).await, Origin::default()).unwrap();
    let (database, owner) = (&app.platform().database, account_of(&app, WORKER).await);
    app.seconds_pass(60);
    look(database, &keeper, owner, app.now()).await.unwrap().unwrap();
    app.seconds_pass(60);
    let office = employer(&app, "Lao Brewery").await;
    app.give(WORKER, &seat(Role::EmployerUser, Some(office), false)).await;
    app.seconds_pass(60);
    assert!(end_sessions(database, &keeper, owner, app.now()).await.unwrap() > 0);
    app.seconds_pass(60);
    device.done("/sign-in", &[("contact", WORKER), ("password", PASSWORD)]).await;
    let rows = entries(&mut device).await;
    let told = ["Signed in", "Signed out", "A role of yours began", "Looked at your account"];
    let by = ["By: you", "system administrator", "whoever runs Viak", "system administrator"];
    for (place, (deed, who)) in told.into_iter().zip(by).enumerate() {
        assert!(rows[place].starts_with(deed) && rows[place].contains(who), "{deed} by {who}: {rows:#?}");
    }
    admin.done("/sign-in", &[("contact", OFFICER), ("password", PASSWORD)]).await;
    let rows = entries(&mut admin).await;
    let others = rows.iter().filter(|row| row.starts_with("Looked at your account")).count();
    assert_eq!(others, 0, "what somebody did to others is not done to the own account: {rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("A role of yours began")), "{rows:#?}");
    app.settle().await;
}

#[tokio::test]
async fn an_owner_without_profile_reads_what_was_done_to_the_account() {
    an_account_without_profile_has_a_trail_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_without_profile_reads_what_was_done_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    an_account_without_profile_has_a_trail_on(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn a_stranger_who_guesses_a_code_is_not_the_owner() {
    let app = TestApp::start().await;
    let (mut device, _) = worker(&app, WORKER).await;
    app.seconds_pass(60);
    let mut stranger = Device::new(&app);
    stranger.done("/sign-in/code", &[("contact", WORKER)]).await;
    let code = app.code_for(WORKER).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let page = stranger.submit("/code", &[("code", wrong)]).await;
    assert_eq!(page.status, 422, "{}", page.main_text());
    let rows = entries(&mut device).await;
    assert!(rows[0].starts_with("Somebody tried to sign in, and could not"), "{rows:?}");
    assert!(rows[0].contains("nobody knows who") && !rows[0].contains("By: you"), "{}", rows[0]);
}

/// An event about the worker, of an officer who holds the same role in two offices and another in a brewery.
async fn seen(app: &TestApp, person: server::ids::PersonId, action: Action) -> (AccountId, Event) {
    Device::new(app).register(OFFICER).await;
    for (place, name) in [("1301", "ຫ້ອງການໜຶ່ງ"), ("1302", "ຫ້ອງການສອງ")]
    {
        let office = organisation(app, OrganisationKind::Office, name, None).await;
        let area = server::access::model::Area::of(&app.book(), app.book().codes.place(place).unwrap());
        let seat = Seat { role: Role::DistrictOfficer, organisation: Some(office), area, administers: false };
        app.give(OFFICER, &seat).await;
    }
    let brewery = employer(app, "Lao Brewery").await;
    app.give(OFFICER, &seat(Role::EmployerUser, Some(brewery), false)).await;
    let account = account_of(app, OFFICER).await;
    let actor = Actor::Account(account.as_uuid());
    let subject = Subject::of(PERSON, person.as_uuid());
    app.seconds_pass(60);
    (account, Event::new(actor, Code::known("district_officer"), action, subject).about(person))
}

#[tokio::test]
async fn the_organisation_is_the_one_for_which_it_was_done_and_no_other() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let (_, event) = seen(&app, person, Action::Read).await;
    let third = employer(&app, "Third Works").await;
    record(&app, &event).await;
    let rows = entries(&mut device).await;
    assert!(rows[0].contains("By: district officer") && !rows[0].contains("ຫ້ອງການ"), "two are no answer");
    assert!(!rows[0].contains("Lao Brewery"), "{}", rows[0]);
    app.seconds_pass(1);
    record(&app, &event.clone().from(Origin::default().of_office(Some(&third)))).await;
    assert!(entries(&mut device).await[0].contains("district officer, Third Works"));
    app.seconds_pass(1);
    let odd = Event { role: Code::known("officer"), ..event };
    record(&app, &odd).await;
    let rows = entries(&mut device).await;
    assert!(!rows[0].contains("Lao Brewery") && !rows[0].contains("offers work"), "{}", rows[0]);
    app.settle().await;
}

#[tokio::test]
async fn a_purpose_is_called_by_its_own_name_in_every_language() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let (_, event) = seen(&app, person, Action::Revealed).await;
    let purposes = server::seen::model::Purposes::shipped().all();
    for purpose in purposes {
        app.seconds_pass(1);
        record(&app, &event.clone().purpose(purpose.code.clone()).fields(&["phone"])).await;
    }
    for (at, language) in ["lo", "en", "vi"].into_iter().enumerate() {
        let page = device.open(&format!("/me/trail?lang={language}")).await;
        for purpose in purposes {
            assert!(page.main_text().contains(&purpose.names[at]), "{purpose:?} in {language}");
        }
    }
    let told = device.open("/me/trail?lang=en").await.main_text();
    assert!(!told.contains("To be registered for work"), "a look of an officer is no consent: {told}");
    let names: BTreeSet<_> = purposes.iter().map(|purpose| &purpose.names[1]).collect();
    assert_eq!(names.len(), purposes.len());
    app.settle().await;
}
