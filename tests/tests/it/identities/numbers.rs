//! Numbers are compared with what stands on the paper, and nobody learns by typing them who bears one.

use super::{
    FIRST, SOMXAY, documents_in_queue, looked, officer, person, say, tell, two_records, unverified,
    unverified_passport,
};
use axum::http::StatusCode;
use server::audit::{Filter, listed};
use tests::{Device, Page, Postgres, TestApp};

const PATH: &str = "/me/profile/documents";
const STRANGER: &str = "+8562056780003";
const FOURTH: &str = "+8562056780004";

/// What an officer types of a document.
async fn typed(office: &mut Device<'_>, path: &str, (id, number): (&str, &str)) -> Page {
    office.submit(path, &[("id", id), ("method", "original"), ("number", number)]).await
}

async fn the_number_on_the_paper_decides_on(app: TestApp) {
    let mut office = officer(&app, FIRST, "1301").await;
    let (mut one, _other, _) = two_records(&app, &mut office).await;
    let path = documents_in_queue(&mut office, 0).await;
    let id = unverified(&mut office, &path).await.swap_remove(0);
    let page = typed(&mut office, &path, (&id, "HB-7654567")).await;
    assert_eq!(page.status, 422, "the last four signs alone prove nothing");
    assert!(page.main_text().contains("This is not the number that was told."), "{}", page.main_text());
    assert_eq!(page.field("Number on the document").1, "HB-7654567");
    assert!(!page.body().contains("1234567"), "the number that was told is shown to nobody");
    for wrong in ["", "<script>", "ໜັງສື'; drop table person; --"] {
        assert_eq!(typed(&mut office, &path, (&id, wrong)).await.status, 422, "{wrong}");
    }
    let page = office.submit(&path, &[("id", &id), ("method", "x"), ("number", "HB1234567")]).await;
    assert_eq!(page.status, 422);
    let said = one.open("/me/trail").await.main_text();
    assert!(said.contains("Could not check the number of a document of yours"), "{said}");
    assert_eq!(typed(&mut office, &path, (&id, "hb 1234567")).await.status, 200);
    assert!(unverified(&mut office, &path).await.is_empty());
    let said = one.open("/me/trail").await.main_text();
    assert!(said.contains("Checked the number of a document of yours"), "{said}");
    assert!(said.contains("district officer, ຫ້ອງການແຮງງານ"), "{said}");
    assert!(!said.contains("original") && !said.contains("another number"), "no code, no note: {said}");
    app.settle().await;
}

#[tokio::test]
async fn the_number_on_the_paper_decides() {
    the_number_on_the_paper_decides_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_number_on_the_paper_decides_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    the_number_on_the_paper_decides_on(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn an_officer_who_guesses_numbers_is_stopped() {
    let app = TestApp::start().await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (_one, _other, _) = two_records(&app, &mut office).await;
    let path = documents_in_queue(&mut office, 0).await;
    let id = unverified(&mut office, &path).await.swap_remove(0);
    for guess in 0..20 {
        let page = typed(&mut office, &path, (&id, &format!("HB-20{guess:02}567"))).await;
        assert!(page.main_text().contains("This is not the number that was told."), "{guess}");
    }
    let page = typed(&mut office, &path, (&id, "HB-3000567")).await;
    assert!(page.main_text().contains("no more are compared"), "{}", page.main_text());
    app.settle().await;
}

/// A passport that is verified for somebody.
async fn verified_passport(app: &TestApp) -> Device<'_> {
    let mut office = officer(app, FIRST, "1301").await;
    let (mut one, _other, case) = two_records(app, &mut office).await;
    tell(&mut one, "passport", "PA7654321").await;
    let path = documents_in_queue(&mut office, 0).await;
    let id = unverified_passport(&mut office, &path).await;
    assert_eq!(typed(&mut office, &path, (&id, "PA 7654321")).await.status, 200);
    assert_eq!(say(&mut office, &case, "different").await.status, 200);
    office
}

async fn who_types_a_number_learns_nothing_of_its_bearer_on(app: TestApp) {
    let mut office = verified_passport(&app).await;
    let mut answers = Vec::new();
    let strangers = [
        (STRANGER, ("ຄຳລາ", "ສີສອນ"), "28", "PA 7654321", ("1969", "female", "01", "0101")),
        (FOURTH, ("ບຸນທັນ", "ວົງສາ"), "17", "PA 1111321", ("1952", "male", "03", "0301")),
    ];
    for (phone, name, day, number, (year, sex, province, district)) in strangers {
        let mut stranger = person(&app, phone, name, day).await;
        // In a town of five nobody shares sex, year and district with another by chance.
        let other = [("given", name.0), ("family", name.1), ("birth_year", year), ("sex", sex)];
        stranger.done("/me/profile/name", &other).await;
        let elsewhere = [("what", "district"), ("province", province), ("district", district)];
        stranger.done("/me/profile/place", &elsewhere).await;
        let before = app.short_messages().await.len();
        let page = stranger.submit(PATH, &[("kind", "passport"), ("number", number)]).await;
        looked(&app).await;
        let later = stranger.open(PATH).await;
        app.seconds_pass(7_200);
        // Entries of one second stand in no order.
        let mut trail = stranger.open("/me/trail").await.texts("#entries ~ ul h3");
        trail.sort();
        let letters: Vec<_> = app.short_messages().await.split_off(before);
        assert!(letters.iter().all(|(_, text)| !text.contains("Two records")), "{letters:?}");
        answers.push((page.main_text().replace('4', "1"), later.main_text().replace('4', "1"), trail));
    }
    assert_eq!(answers[0], answers[1], "a number that somebody bears is answered as any other");
    let page = office.open("/officer/duplicates").await;
    assert!(page.main_text().contains("both bear the same document number"), "{}", page.main_text());
    app.settle().await;
}

#[tokio::test]
async fn who_types_a_number_learns_nothing_of_its_bearer() {
    who_types_a_number_learns_nothing_of_its_bearer_on(TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_types_a_number_learns_nothing_of_its_bearer_on_postgresql() {
    let Some(cluster) = Postgres::start() else { return };
    who_types_a_number_learns_nothing_of_its_bearer_on(TestApp::start_on(cluster.url()).await).await;
}

#[tokio::test]
async fn an_account_tells_ten_numbers_a_day() {
    let app = TestApp::start().await;
    let mut device = person(&app, SOMXAY, ("ສົມໄຊ", "ແກ້ວວົງ"), "5").await;
    for number in 0..10 {
        let number = format!("PA10000{number:02}");
        tell(&mut device, "passport", &number).await;
        let page = device.open(PATH).await;
        let id = page.attributes("input[name=id]", "value").swap_remove(0);
        device.done(PATH, &[("what", "remove"), ("id", &id)]).await;
    }
    let page = device.submit(PATH, &[("kind", "passport"), ("number", "PA2000001")]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(page.field("Number").1, "PA2000001");
    app.seconds_pass(86_400);
    tell(&mut device, "passport", "PA2000001").await;
    app.settle().await;
}

#[tokio::test]
async fn a_document_that_is_claimed_again_waits_again_after_two_people_were_told_apart() {
    let app = TestApp::start().await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (mut one, mut other, case) = two_records(&app, &mut office).await;
    tell(&mut one, "passport", "PA7654321").await;
    let path = documents_in_queue(&mut office, 0).await;
    let id = unverified_passport(&mut office, &path).await;
    assert_eq!(typed(&mut office, &path, (&id, "PA7654321")).await.status, 200);
    assert_eq!(say(&mut office, &case, "different").await.status, 200);
    assert!(office.open("/officer/duplicates").await.main_text().contains("Nothing here."));
    tell(&mut other, "passport", "PA7654321").await;
    let page = office.open("/officer/duplicates").await;
    assert_eq!(page.attributes("h3 a", "href"), std::slice::from_ref(&case), "{}", page.main_text());
    let page = office.open(&case).await;
    assert!(page.main_text().contains("saw both cards"), "what was decided is not forgotten");
    // Who told them apart by mistake says so.
    assert_eq!(say(&mut office, &case, "different").await.status, 200);
    assert_eq!(say(&mut office, &case, "unsure").await.status, 200);
    assert!(office.open("/officer/duplicates").await.main_text().contains("It could not be told yet"));
    app.settle().await;
}

#[tokio::test]
async fn of_a_record_elsewhere_an_officer_sees_how_far_it_agrees() {
    let app = TestApp::start().await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (mut one, mut other, case) = two_records(&app, &mut office).await;
    let reach = |phone| [("what", "reach"), ("phone", phone), ("email", "")];
    one.done("/me/profile/place", &reach("+8562055551234")).await;
    other.done("/me/profile/place", &reach("+8562055559876")).await;
    other.done("/me/profile/name", &[("given", "ຄຳຫຼ້າ"), ("family", "ວົງໄກ"), ("birth_year", "1961")]).await;
    let away = [("what", "district"), ("province", "01"), ("district", "0101")];
    other.done("/me/profile/place", &away).await;
    let said = office.open("/officer/duplicates").await.main_text();
    assert!(said.contains("ສົມໄຊ") && !said.contains("ຄຳຫຼ້າ"), "{said}");
    let page = office.open(&case).await;
    let said = page.main_text();
    assert!(said.contains("ສົມໄຊ") && said.contains("+856 20 *** **34"), "{said}");
    for hidden in ["5555", "ຄຳຫຼ້າ", "ວົງໄກ", "1961", "**76"] {
        assert!(!said.contains(hidden), "{hidden} in {said}");
    }
    assert!(said.contains("This record lies outside your area") && said.contains("not shown"), "{said}");
    assert!(said.contains("the same"), "how they agree is told: {said}");
    app.settle().await;
}

#[tokio::test]
async fn who_opens_too_many_pairs_in_a_day_sees_no_more() {
    let app = TestApp::start().await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (_one, _other, case) = two_records(&app, &mut office).await;
    let mut shown = 0;
    while office.open(&case).await.status == StatusCode::OK {
        shown += 1;
        assert!(shown <= 150, "three hundred people a day are a hundred and fifty pairs");
    }
    assert_eq!(shown, 150);
    assert_eq!(office.open(&case).await.status, StatusCode::TOO_MANY_REQUESTS);
    app.settle().await;
}

#[tokio::test]
async fn names_in_the_queue_are_read_with_an_event() {
    let app = TestApp::start().await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (_one, _other, _) = two_records(&app, &mut office).await;
    let reads = async || {
        let events = listed(app.platform().database.reader(), &Filter::default(), 1_000).await.unwrap();
        let named = |event: &server::audit::Recorded| {
            let personal = event.personal.as_ref().unwrap();
            event.role == "district_officer" && personal.subject.is_empty() && personal.fields == ["names"]
        };
        events.iter().filter(|event| named(event)).count()
    };
    let before = reads().await;
    assert_eq!(office.open("/officer/duplicates").await.status, 200);
    assert_eq!(reads().await, before + 1);
    assert_eq!(office.open("/officer/duplicates?part=merged").await.status, 200);
    assert_eq!(reads().await, before + 1, "who reads nobody's name leaves no event");
    app.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_verify_one_number_at_once_verify_it_once() {
    let Some(cluster) = Postgres::start() else { return };
    let app = TestApp::start_on(cluster.url()).await;
    let mut office = officer(&app, FIRST, "1301").await;
    let (mut one, mut other, _) = two_records(&app, &mut office).await;
    tell(&mut one, "passport", "PA7654321").await;
    tell(&mut other, "passport", "PA7654321").await;
    let paths = [documents_in_queue(&mut office, 0).await, documents_in_queue(&mut office, 1).await];
    let ids = [
        unverified_passport(&mut office, &paths[0]).await,
        unverified_passport(&mut office, &paths[1]).await,
    ];
    let mut same = office.stolen();
    let (first, second) = tokio::join!(
        typed(&mut office, &paths[0], (&ids[0], "PA7654321")),
        typed(&mut same, &paths[1], (&ids[1], "PA7654321"))
    );
    let twice = "This number is verified for another record already.";
    let refused = [first, second].iter().filter(|page| page.main_text().contains(twice)).count();
    assert_eq!(refused, 1);
    app.settle().await;
}
