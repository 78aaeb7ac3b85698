//! Somebody without a phone asks at an office.

use super::{places_of, sound, turned};
use crate::consent::{WORKER, worker};
use crate::identities::officer;
use server::erasure::commands::{Turned, counted};
use server::ids::PersonId;
use server::people::store::all_ids;
use tests::drafts::person;
use tests::{Page, Postgres, TestApp};

const OFFICER: &str = "+8562056780011";

/// A record without an owner in a district, and the page on which it is erased.
async fn brought(app: &TestApp, district: &str) -> (String, String) {
    let mut draft = person(app, "p1", "Welder", "7212", district);
    draft.identity.given_name = Some("ຄຳພອນ".to_owned());
    app.register("paper list", &[draft]).await;
    let ids = all_ids(app.platform().database.reader()).await.unwrap();
    let id = PersonId::from_u128(*ids.first().unwrap()).to_string();
    (id.clone(), format!("/officer/people/{id}/erasure"))
}

const SAID: [(&str, &str); 2] = [("reason", "ມາເອງ ພ້ອມລູກສາວກົກ"), ("witness", "ນາຍບ້ານ ສີສະຫວາດ")];

#[tokio::test]
async fn an_officer_has_somebody_erased_who_came() {
    whole(TestApp::start().await).await;
}

#[tokio::test]
async fn the_same_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    whole(TestApp::start_on(cluster.url()).await).await;
}

async fn whole(app: TestApp) {
    let (id, address) = brought(&app, "1301").await;
    let mut officer = officer(&app, OFFICER, "1301").await;
    let page = officer.open(&format!("/officer/people/{id}/documents")).await;
    let way = page.link("Have everything about ຄຳພອນ erased");
    assert_eq!(way, address);
    officer.done(&address, &SAID).await;
    let page = officer.open(&address).await;
    assert!(page.main_text().contains("An office was asked"), "{}", page.main_text());
    let page: Page = officer.submit(&format!("{address}/keep"), &[]).await;
    assert!(page.main_text().contains("Nothing is erased"), "{}", page.main_text());
    app.seconds_pass(1);
    officer.done(&address, &SAID).await;
    app.days_pass(13);
    assert_eq!(turned(&app).await, Turned::default());
    app.days_pass(1);
    assert_eq!(turned(&app).await, Turned { erased: 1, ..Turned::default() });
    app.settle().await;
    for gone in [id.as_str(), "ຄຳພອນ", "ສີສະຫວາດ", "ລູກສາວກົກ"] {
        assert_eq!(places_of(&app, gone).await, Vec::<String>::new(), "{gone}");
    }
    assert_eq!(counted(app.platform().database.reader()).await.unwrap(), 1);
    sound(&app).await;
}

#[tokio::test]
async fn nobody_is_erased_without_a_reason_a_witness_or_out_of_the_area() {
    let app = TestApp::start().await;
    let (_, address) = brought(&app, "1301").await;
    let mut away = officer(&app, "+8562056780012", "0101").await;
    assert_eq!(away.send(&address, &SAID, &[("sec-fetch-site", "same-origin")]).await.status, 404);
    let mut officer = officer(&app, OFFICER, "1301").await;
    let page =
        officer.submit(&address, &[("reason", "<b>'; drop table person; --</b>"), ("witness", " ")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(page.field("Why is it asked for?").1, "<b>'; drop table person; --</b>");
    let page = officer.submit(&format!("{address}/keep"), &[]).await;
    assert_eq!(page.status, 422, "nothing waits that could be taken back");
    app.settle().await;
}

#[tokio::test]
async fn whoever_has_a_phone_asks_alone() {
    let app = TestApp::start().await;
    let (mut device, person) = worker(&app, WORKER).await;
    let place = [("what", "district"), ("province", "13"), ("district", "1301")];
    device.done("/me/profile/place", &place).await;
    let mut officer = officer(&app, OFFICER, "1301").await;
    let page = officer.submit(&format!("/officer/people/{person}/erasure"), &SAID).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("asks alone"), "{}", page.main_text());
    app.settle().await;
}
