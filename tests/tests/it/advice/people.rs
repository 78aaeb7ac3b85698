//! Who is recommended for a vacancy: nobody who hides takes a place or is counted, and of others no more is told than is seen.

use super::{employer, listed, member, people_of, stand, town, vacancy_id, welder, welder_wanted};
use axum::http::StatusCode;
use server::organisations::model::Standing;
use server::people::model::Visibility;
use tests::{Page, Postgres, TestApp, encoded};

/// Nobody's name, phone, birth date or wish.
const SECRETS: [&str; 6] = ["Givenanon", "Givenhidden", "hidden at work", "1998", "20555", "9,000,000"];

fn tells_nothing(page: &Page, at: &str) {
    let text = page.main_text();
    for secret in SECRETS {
        assert!(!text.contains(secret), "{at}: {secret} in {text}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_fit_are_listed_with_reasons_and_without_who_they_are() {
    somebody_fits(&TestApp::start().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_fit_are_listed_with_reasons_and_without_who_they_are_on_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    somebody_fits(&TestApp::start_on(postgres.url()).await).await;
}

async fn somebody_fits(app: &TestApp) {
    let people = [
        welder(app, "anon", Visibility::Anonymous),
        welder(app, "hidden", Visibility::Hidden),
        welder(app, "open", Visibility::Open),
    ];
    let (mut device, id, vacancy) = town(app, &people).await;
    let page = device.open(&people_of(id, vacancy)).await;
    assert_eq!(page.texts("h1"), ["Who fits “Welder one”"]);
    assert_eq!(listed(&page, "people").len(), 2, "{}", page.main_text());
    assert!(page.main_text().contains("Givenopen ແກ້ວມະນີ"), "whoever is open is seen by name");
    assert!(
        page.main_text().contains("% match") && page.main_text().contains("Why:"),
        "{}",
        page.main_text()
    );
    tells_nothing(&page, "list");
    let cards = page.texts("#people ~ ul .card");
    let at = cards.iter().position(|card| card.contains("anon at work")).expect("the anonymous one");
    let href = page.attributes("#people ~ ul h3 a", "href").swap_remove(at);
    assert!(href.ends_with(&format!("?for={vacancy}")), "{href}");
    let person = device.open(&href).await;
    let text = person.main_text();
    assert!(text.contains("For the vacancy “Welder one”"), "{text}");
    assert!(text.contains("Why this person fits"), "{text}");
    tells_nothing(&person, "person");
    assert_eq!(person.link("All people who fit this vacancy"), people_of(id, vacancy));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_who_hide_push_nobody_out_of_the_pages_and_cannot_be_counted() {
    let app = TestApp::start().await;
    // Those who hide came first and fit as well: of equals the earlier stands first.
    let hidden = (0..60).map(|number| welder(&app, &format!("hidden {number}"), Visibility::Hidden));
    let shown = (0..43).map(|number| welder(&app, &format!("anon {number}"), Visibility::Anonymous));
    let people: Vec<_> = hidden.chain(shown).collect();
    let (mut device, id, vacancy) = town(&app, &people).await;
    let list = people_of(id, vacancy);
    let mut seen = Vec::new();
    for (number, (expected, next)) in (1..).zip([(20, true), (20, true), (3, false)]) {
        let page = device.open(&format!("{list}?page={number}")).await;
        let hrefs = page.attributes("#people ~ ul h3 a", "href");
        assert_eq!(hrefs.len(), expected, "page {number}: {}", page.main_text());
        assert!(!page.main_text().contains("hidden"), "page {number}");
        assert_eq!(page.texts("nav.pages a").iter().any(|text| text == "Next"), next, "page {number}");
        seen.extend(hrefs);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 43, "everybody once");
    let page = device.open(&format!("/organisation/{id}/vacancies")).await;
    assert!(page.main_text().contains("43 people fit."), "{}", page.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_hides_a_moment_ago_is_listed_no_more() {
    let app = TestApp::start().await;
    let (mut device, id, vacancy) = town(&app, &[welder(&app, "anon", Visibility::Anonymous)]).await;
    assert_eq!(listed(&device.open(&people_of(id, vacancy)).await, "people").len(), 1);
    let mut owner = tests::Device::new(&app);
    owner.register("+8562055551009").await;
    owner.done("/me/profile/wishes", &[("headline", "ຊ່າງເຊື່ອມ")]).await;
    owner.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    app.settle().await;
    assert_eq!(listed(&device.open(&people_of(id, vacancy)).await, "people").len(), 2);
    owner.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    let stale = device.open(&people_of(id, vacancy)).await;
    assert_eq!(listed(&stale, "people").len(), 1, "a stale place vanishes at once");
    app.settle().await;
    assert_eq!(listed(&device.open(&people_of(id, vacancy)).await, "people").len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_asks_for_vacancies_of_others_closed_ones_or_none() {
    let app = TestApp::start().await;
    let mut other = welder_wanted(&app, "other");
    other.employer = "Other Works".to_owned();
    app.publish("elsewhere", &[tests::drafts::Hashed::hashed(other)]).await;
    let (mut device, id, vacancy) = town(&app, &[welder(&app, "anon", Visibility::Anonymous)]).await;
    let others = employer(&app, "Other Works", Standing::Verified).await;
    let theirs = vacancy_id(&app, "other").await;
    let nobody = "018f0000-0000-7000-8000-000000000000";
    let html = encoded("<script>ຊ່າງ'; drop table vacancy; --");
    for address in [
        people_of(others, theirs),
        people_of(id, theirs),
        people_of(others, vacancy),
        format!("/organisation/{others}/vacancies"),
        format!("/organisation/{nobody}/vacancies/{nobody}/people"),
        format!("/organisation/{id}/vacancies/{nobody}/people"),
        format!("/organisation/{id}/vacancies/{html}/people"),
        format!("/organisation/{html}/vacancies"),
    ] {
        assert_eq!(device.look(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let list = people_of(id, vacancy);
    let href = device.open(&list).await.attributes("#people ~ ul h3 a", "href").swap_remove(0);
    let person = href.split('?').next().unwrap().to_owned();
    for asked in [theirs.to_string(), nobody.to_owned(), html.clone(), String::new()] {
        let page = device.look(&format!("{person}?for={asked}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{asked}");
    }
    for strange in ["page=999999999999999999", "page=-1", "page=%00", html.as_str()] {
        let page = device.look(&format!("{list}?{strange}")).await;
        assert_eq!(page.status, StatusCode::OK, "{strange}");
        assert!(!page.body().contains("<script>ຊ່າງ"), "{strange}");
    }
    assert_eq!(device.look(&format!("{list}?page=%ff")).await.status, StatusCode::BAD_REQUEST);
    app.days_pass(40);
    app.expire().await;
    app.settle().await;
    let mut device = member(&app, "+8562055551077", id).await;
    let page = device.open(&list).await;
    assert!(listed(&page, "people").is_empty(), "{}", page.main_text());
    assert!(page.main_text().contains("This vacancy is closed"), "{}", page.main_text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_member_who_lost_the_seat_or_whose_employer_was_suspended_sees_nobody() {
    let app = TestApp::start().await;
    let (mut device, id, vacancy) = town(&app, &[welder(&app, "anon", Visibility::Anonymous)]).await;
    let list = people_of(id, vacancy);
    let mut second = member(&app, "+8562055551002", id).await;
    assert_eq!(listed(&second.open(&list).await, "people").len(), 1);
    stand(&app, id, Standing::Suspended).await;
    for device in [&mut device, &mut second] {
        let page = device.look(&list).await;
        assert_eq!(
            (page.status, page.header("location")),
            (StatusCode::SEE_OTHER, "/organisations/standing")
        );
    }
    let mut stranger = tests::Device::new(&app);
    stranger.register("+8562055551003").await;
    assert_eq!(stranger.look(&list).await.status, StatusCode::FORBIDDEN);
}
