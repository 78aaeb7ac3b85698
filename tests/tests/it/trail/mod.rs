//! The trail, as a worker reads it.

mod told;
mod words;

use crate::consent::{WORKER, account_of, asker, asks, employer, worker};
use server::access::model::{Area, Role, Seat};
use server::audit::model::{Action, Actor, Code, PERSON, Subject};
use server::audit::{self, Event};
use tests::member::seat;
use tests::{Device, Postgres, TestApp};

const OFFICER: &str = "+8562056784567";

/// Records that somebody did something to the record of a person.
async fn record(app: &TestApp, event: &Event) {
    let transaction = app.platform().database.begin().await.unwrap();
    audit::record(&transaction, event, app.now()).await.unwrap();
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn the_trail_says_who_did_what_in_which_role_and_why() {
    who_did_what(TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    who_did_what(TestApp::start_on(cluster.url()).await).await;
}

async fn who_did_what(app: TestApp) {
    let (mut device, person) = worker(&app, WORKER).await;
    let brewery = employer(&app, "Lao Brewery").await;
    asker(&app, brewery).await;
    app.give(crate::consent::ASKER, &seat(Role::EmployerUser, Some(brewery), false)).await;
    app.seconds_pass(60);
    asks(&app, brewery, person).await.unwrap();
    Device::new(&app).register(OFFICER).await;
    let office = crate::access::organisation(
        &app,
        server::organisations::model::OrganisationKind::Office,
        "ຫ້ອງການແຮງງານ",
        None,
    );
    let place = app.book().codes.place("1301").unwrap();
    let seat = Seat {
        role: Role::DistrictOfficer,
        organisation: Some(office.await),
        area: Area::of(&app.book(), place),
        administers: false,
    };
    app.give(OFFICER, &seat).await;
    let officer = Actor::Account(account_of(&app, OFFICER).await.as_uuid());
    let role = Code::known("district_officer");
    let seen = Event::new(officer, role, Action::Revealed, Subject::of(PERSON, person.as_uuid()))
        .about(person)
        .fields(&["phone"])
        .because("<b>ໂທຫາ</b> ເລື່ອງວຽກ");
    app.seconds_pass(60);
    record(&app, &seen).await;
    let noted = Event { action: Action::Read, reason: "a note of a program".to_owned(), ..seen };
    app.seconds_pass(-1);
    record(&app, &noted).await;
    app.seconds_pass(1);

    let page = device.open("/me/trail").await;
    let rows = page.texts("#entries ~ ul .card");
    assert!(rows[0].starts_with("Saw in full your profile"), "{}", rows[0]);
    for told in ["district officer, ຫ້ອງການແຮງງານ", "What exactly: phone", "Why: “<b>ໂທຫາ</b> ເລື່ອງວຽກ”"]
    {
        assert!(rows[0].contains(told), "{told} is not in {}", rows[0]);
    }
    assert!(rows[1].starts_with("Looked at your profile") && !rows[1].contains("note"), "{}", rows[1]);
    let rows = &rows[1..];
    assert!(rows[1].starts_with("Asked to see your details"), "{}", rows[1]);
    assert!(rows[1].contains("Lao Brewery") && rows[1].contains("We look for welders"), "{}", rows[1]);
    assert!(rows[1].contains("What for: To offer me work"), "{}", rows[1]);
    assert!(rows.iter().any(|row| row.starts_with("Changed your profile") && row.contains("By: you")));
    assert!(rows.iter().any(|row| row.starts_with("Added your account")), "{rows:?}");
    assert!(
        !page.main_text().contains(OFFICER) && !page.main_text().contains("account:"),
        "no key, no phone"
    );
    app.settle().await;
}

#[tokio::test]
async fn who_has_no_profile_reads_what_was_done_with_the_account() {
    let app = TestApp::start().await;
    let mut device = Device::new(&app);
    device.register(WORKER).await;
    let mut other = Device::new(&app);
    other.register(OFFICER).await;
    other.strengthen().await;
    let page = device.open("/me").await;
    let trail = page.link("Who looked at my details");
    let page = device.open(&trail).await;
    let rows = page.texts("#entries ~ ul .card");
    assert_eq!(rows.len(), 2, "{rows:?}");
    for told in ["Signed in", "Added your account"] {
        assert!(rows.iter().any(|row| row.starts_with(told) && row.contains("By: you")), "{told}: {rows:?}");
    }
    app.settle().await;
}

#[tokio::test]
async fn a_long_trail_is_read_page_by_page_without_gap_or_double() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    for n in 0..45 {
        app.seconds_pass(1);
        let reader = Event::new(
            Actor::CommandLine,
            audit::model::OPERATOR,
            if n % 2 == 0 { Action::Read } else { Action::Exported },
            Subject::of(PERSON, person.as_uuid()),
        );
        record(&app, &reader.about(person)).await;
    }
    let mut address = "/me/trail".to_owned();
    let mut rows: Vec<String> = Vec::new();
    loop {
        let page = device.open(&address).await;
        rows.extend(page.texts("#entries ~ ul .card"));
        match page.attributes("nav.pages a", "href").last() {
            Some(next) if page.main_text().contains("Older") => address.clone_from(next),
            _ => break,
        }
    }
    let read = rows.iter().filter(|row| row.starts_with("Looked at")).count();
    let written = rows.iter().filter(|row| row.starts_with("Wrote to a file")).count();
    assert_eq!((read, written), (23, 22), "{rows:#?}");
    for odd in ["/me/trail?before=x", "/me/trail?before=%27%20or%201%3D1"] {
        assert_eq!(device.open(odd).await.status, 200, "{odd}");
    }
    app.settle().await;
}
