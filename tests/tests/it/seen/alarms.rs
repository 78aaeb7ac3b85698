//! Whoever has many covered values shown raises an alarm, is refused, and is looked into.

use super::{PHONE, officer, page_of, town};
use server::access::model::Audience;
use server::access::model::{Role, Seat};
use server::audit::model::Origin;
use server::ids::AccountId;
use server::ids::PersonId;
use server::seen::commands::{By, RevealError, alarms, reveal};
use server::seen::model::{AlarmKind, Covered, Limits, Onlooker, Scope};
use std::collections::BTreeSet;
use tests::{Device, Postgres, TestApp};

const PLACEMENT: [(&str, &str); 2] = [("what", "phone"), ("purpose", "placement")];

async fn auditor<'a>(app: &'a TestApp, number: &str) -> Device<'a> {
    let seat = Seat { role: Role::Auditor, organisation: None, area: None, administers: false };
    let mut device = Device::new(app);
    device.strong(number, &seat).await;
    device
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_fifty_first_number_of_a_day_raises_an_alarm_and_the_hundred_and_first_is_refused() {
    let app = TestApp::start().await;
    town(&app).await;
    let mut auditor = auditor(&app, "+8562055551002").await;
    let mut device = officer(&app, "+8562055551001", "1301").await;
    let address = page_of(&device.open("/people").await, "hidden at work");
    let to = format!("{address}/reveal");
    assert!(auditor.open("/admin/alarms").await.main_text().contains("Nothing was noticed."));
    let limits = Limits::shipped();
    for number in 1..=limits.reveals_refused {
        if number == limits.reveals_alarm + 1 {
            assert!(auditor.open("/admin/alarms").await.main_text().contains("Nothing was noticed."));
        }
        let page = device.submit(&to, &PLACEMENT).await;
        assert!(page.main_text().contains("+856 20 55 512 378"), "{number}: {}", page.main_text());
    }
    let page = auditor.open("/admin/alarms").await;
    assert_eq!(page.texts("#alarms ~ ul h3").len(), 1, "{}", page.main_text());
    assert!(page.main_text().contains("22/11/2026: 51 covered values shown"), "{}", page.main_text());
    let page = device.submit(&to, &PLACEMENT).await;
    assert_eq!(page.status, 429);
    assert!(!page.body().contains(PHONE) && page.main_text().contains("It was reported"));
    assert_eq!(auditor.open("/admin/alarms").await.texts("#alarms ~ ul h3").len(), 2);
    app.days_pass(1);
    let reader = app.platform().database.reader();
    let letters = app.short_messages().await;
    let told = letters
        .iter()
        .filter(|(number, text)| number == "+8562055551002" && text.contains("looks at many people"));
    assert_eq!(told.count(), 2, "{letters:?}");
    assert_eq!(alarms(reader, (1, 20)).await.unwrap().1, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alarm_is_closed_once_with_words_and_by_nobody_about_themselves() {
    let app = TestApp::start().await;
    town(&app).await;
    raised(&app, "+8562055551001").await;
    let mut device = auditor(&app, "+8562055551002").await;
    let page = device.open("/admin/alarms").await;
    let id = page.attributes("#what option", "value").swap_remove(0);
    let close = "/admin/alarms/close";
    let wordless = device.submit(close, &[("what", id.as_str()), ("words", "  ")]).await;
    assert_eq!(wordless.status, 422);
    assert!(wordless.main_text().contains("Say what you found"));
    let unknown = [("what", "018f0000-0000-7000-8000-000000000000"), ("words", "x")];
    assert_eq!(device.submit(close, &unknown).await.status, 404);
    let words = "ໂທຫາຜູ້ສະໝັກ <script>";
    let page = device.submit(close, &[("what", id.as_str()), ("words", words)]).await;
    assert!(page.main_text().contains("The alarm was closed."), "{}", page.main_text());
    assert!(page.main_text().contains(words) && !page.body().contains(words));
    assert_eq!(
        device.submit(close, &[("what", id.as_str()), ("words", words)]).await.status,
        404,
        "a second time"
    );
    // The officer becomes an auditor as well, and cannot close the own alarm.
    let mut own = raised(&app, "+8562055551003").await;
    let seat = Seat { role: Role::Auditor, organisation: None, area: None, administers: false };
    app.give("+8562055551003", &seat).await;
    let id = own.open("/admin/alarms").await.attributes("#what option", "value").swap_remove(0);
    let page = own.submit(close, &[("what", id.as_str()), ("words", "nothing")]).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("Nobody closes an alarm about themselves"), "{}", page.main_text());
}

/// An officer who has had more than the usual number shown.
async fn raised<'a>(app: &'a TestApp, number: &str) -> Device<'a> {
    let mut device = officer(app, number, "1301").await;
    let to = format!("{}/reveal", page_of(&device.open("/people").await, "hidden at work"));
    for _ in 0..=Limits::shipped().reveals_alarm {
        assert_eq!(device.submit(&to, &PLACEMENT).await.status, 200);
    }
    device
}

fn by(app: &TestApp, account: AccountId) -> By {
    let areas = BTreeSet::from([super::district(app, "1301")]);
    let onlooker = Onlooker {
        audience: Some(Audience::DistrictOfficer),
        role: Some(Role::DistrictOfficer),
        organisations: BTreeSet::new(),
        scope: Scope::Within(areas),
        reveals: true,
    };
    By { account, onlooker, origin: Origin::default() }
}

async fn hidden(app: &TestApp) -> PersonId {
    let mut device = officer(app, "+8562055551001", "1301").await;
    let address = page_of(&device.open("/people").await, "hidden at work");
    address.rsplit('/').next().unwrap().parse().unwrap()
}

/// Of many at once at the limit exactly as many are shown a number as may be.
async fn at_once(app: &TestApp) {
    town(app).await;
    let id = hidden(app).await;
    let by = by(app, AccountId::new(app.now()));
    let limits = Limits::shipped();
    let one = || {
        let (platform, by, at) = (app.platform().clone(), by.clone(), app.now());
        tokio::spawn(async move {
            let what = (id, Covered::Phone);
            let site = ("https://viak.example", at);
            reveal(&platform.database, &by, what, ("placement", ""), site).await
        })
    };
    let asked: Vec<_> = (0..limits.reveals_refused + 8).map(|_| one()).collect();
    let (mut shown, mut refused) = (0, 0);
    for answer in asked {
        match answer.await.unwrap() {
            Ok(value) => {
                assert_eq!(value, PHONE);
                shown += 1;
            }
            Err(RevealError::TooMany) => refused += 1,
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!((shown, refused), (limits.reveals_refused, 8));
    let (raised, total) = alarms(app.platform().database.reader(), (1, 20)).await.unwrap();
    assert_eq!(total, 2, "each kind once");
    let many = raised.iter().find(|listed| listed.alarm.kind == AlarmKind::Many).unwrap();
    assert_eq!(many.alarm.count, limits.reveals_alarm + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_pass_no_limit() {
    at_once(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_pass_no_limit_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    at_once(&TestApp::start_on(cluster.url()).await).await;
}
