//! What is wrong with a record is told in plain words, field by field, and nothing is stored.

use super::{HELPER, KEY, card, district, helper, queued, record, with};
use crate::access::organisation;
use crate::advice::stand;
use axum::http::StatusCode;
use server::access::model::{Area, Role, Seat};
use server::limits::Limits;
use server::organisations::model::{OrganisationKind, Standing};
use tests::{Device, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn impossible_dates_places_and_phones_are_refused_in_plain_words() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    for (other, field, words) in [
        (vec![("birth_day", "31"), ("birth_month", "2")], "birth_day", "There is no such day"),
        (vec![("birth_year", "1896")], "birth_year", "older"),
        (vec![("birth_year", "2027")], "birth_year", "has not come yet"),
        (vec![("birth_year", "2023")], "birth_year", "younger than 14"),
        (vec![("given", "")], "given", ""),
        (vec![("given", "12345")], "given", ""),
        (vec![("district", "0101")], "district", "not one in which you register"),
        (vec![("district", "13")], "district", ""),
        (vec![("district", "'; drop table person; --")], "district", ""),
        (vec![("phone", "")], "phone", ""),
        (vec![("phone", "12")], "phone", ""),
        (vec![("phone_of", "nobody")], "phone_of", "say whose phone it is"),
        (vec![("phone_of", "president")], "phone_of", ""),
        (vec![("reads", "")], "reads", ""),
        (vec![("witness", " ")], "witness", ""),
        (vec![("agreed", "")], "agreed", "Without the person’s consent"),
        (vec![("version", "99")], "agreed", "words of consent have changed"),
        (vec![("heard_in", "xx")], "heard_in", ""),
        (vec![("document_kind", "passport")], "document_number", "Type the number"),
        (vec![("document_number", "PA1234567")], "document_kind", "Choose one"),
        (vec![("document_kind", "napkin"), ("document_number", "1")], "document_kind", "Choose one"),
        (
            vec![("document_kind", "household_book"), ("document_number", "ປຶ້ມ <b>'; drop table person; --")],
            "document_number",
            "only the letters and digits",
        ),
        (vec![("key", "1")], "key", "incomplete"),
    ] {
        let fields = with(record(KEY), &other);
        let answer = queued(&mut helper, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{other:?}: {}", answer.body());
        let told = answer.json()["problems"][0].clone();
        assert_eq!(told["field"], field, "{other:?}: {told}");
        assert!(told["text"].as_str().unwrap().contains(words), "{other:?}: {told}");
        let page = helper.submit("/helper/register", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{other:?}");
        if field != "witness" {
            assert_eq!(page.field("Name of the witness").1, "ນາງ ແສງ", "what was typed is kept");
        }
    }
    assert!(helper.open("/helper").await.main_text().contains("Nobody yet."), "nothing was stored");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn markup_and_sql_in_lao_text_are_text() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let typed = "ນາງ <b>ຄຳ</b>'; drop table person; --";
    let page =
        helper.submit("/helper/register", &with(record(KEY), &[("given", typed), ("work", typed)])).await;
    assert_eq!(page.heading(), typed);
    assert!(helper.open("/helper").await.texts("h3").contains(&typed.to_owned()));
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_helper_of_another_district_finds_nothing_and_makes_no_card() {
    let app = TestApp::start().await;
    let mut one = helper(&app, HELPER, "1301").await;
    let mut other = helper(&app, "+8562055510002", "0101").await;
    let place = queued(&mut one, &record(KEY)).await.json()["href"].as_str().unwrap().to_owned();
    card(&mut one, &place).await;
    assert_eq!(other.open(&place).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.submit(&format!("{place}/card"), &[]).await.status, StatusCode::NOT_FOUND);
    for nothing in ["/helper/records/nothing", "/helper/records/018f0000-0000-7000-8000-000000000000"] {
        assert_eq!(one.open(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    assert_eq!(one.open("/helper?page=99").await.status, StatusCode::NOT_FOUND);
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_page_that_works_without_a_network_may_leave_a_worker() {
    let app = TestApp::start().await;
    let mut helper = helper(&app, HELPER, "1301").await;
    let policy = |page: &tests::Page| page.header("content-security-policy").to_owned();
    let page = helper.open("/helper/register").await;
    assert!(policy(&page).contains("worker-src 'self'"), "{}", policy(&page));
    assert!(page.main_text().contains("For working without a network it needs script"));
    assert_eq!(page.attributes("script", "src"), ["/helper/queue.js", "/helper/register.js"]);
    for path in ["/", "/helper", "/me", "/me/claim", "/card", "/sign-in"] {
        let page = helper.open(path).await;
        assert!(policy(&page).contains("worker-src 'none'"), "{path}: {}", policy(&page));
    }
    let mut stranger = Device::new(&app);
    let worker = stranger.look("/helper/worker.js").await;
    assert!(worker.header("content-type").starts_with("text/javascript"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_agency_that_is_not_verified_takes_nobody_down() {
    let app = TestApp::start().await;
    let area = district(&app, "1301");
    let Area::District { province, .. } = area else { panic!("{area:?} is no district") };
    let agency = organisation(&app, OrganisationKind::Agency, "Mekong Placement", Some(province)).await;
    let (mut device, area) = (Device::new(&app), Some(area));
    let seat = Seat { role: Role::ProxyHelper, organisation: Some(agency), area, administers: false };
    device.register(HELPER).await;
    app.give(HELPER, &seat).await;
    let place = queued(&mut device, &record(KEY)).await.json()["href"].as_str().unwrap().to_owned();
    for standing in [Standing::Unverified, Standing::Suspended, Standing::Barred] {
        stand(&app, agency, standing).await;
        for path in ["/helper", "/helper/register", &place] {
            let page = device.open(path).await;
            assert!(
                device.path.starts_with("/organisations/standing"),
                "{standing:?} {path}: {}",
                page.main_text()
            );
        }
    }
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_registers_more_people_a_day_than_one_may() {
    let app = TestApp::start().await;
    let mut device = helper(&app, HELPER, "1301").await;
    let most = Limits::shipped().registered_a_day;
    let keys: Vec<String> =
        (0..=most).map(|number| format!("6f0c1a52-6d6e-4f2b-9d3a-{number:012x}")).collect();
    let mut states = Vec::new();
    for key in &keys {
        let mut fields: Vec<(&str, &str)> = record(KEY);
        fields.retain(|(name, _)| *name != "key");
        fields.push(("key", key));
        states.push(queued(&mut device, &fields).await.status);
    }
    assert_eq!(states.pop(), Some(StatusCode::TOO_MANY_REQUESTS));
    assert!(states.iter().all(|status| *status == StatusCode::OK), "{states:?}");
    app.settle().await;
}
