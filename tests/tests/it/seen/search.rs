//! Who is found, by whom, and what the count tells.

use super::{employer, listed, officer, town};
use crate::consent::{WORKER, worker};
use tests::{Device, TestApp, encoded};

const WHO: [&str; 4] = ["Givenanon", "ແກ້ວມະນີ", "1998", "20555"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn employers_find_who_shows_the_profile_and_nobody_who_hides_it() {
    let app = TestApp::start().await;
    town(&app).await;
    let (mut device, _) = employer(&app, "+8562055551001").await;
    let page = device.open(&format!("/people?q={}", encoded("ຊ່າງເຊື່ອມ"))).await;
    assert_eq!(page.texts("#found"), ["2 people"], "{}", page.main_text());
    let text = page.main_text();
    for secret in WHO.into_iter().chain(["hidden at work", "neighbour at work"]) {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    assert!(text.contains("anon at work") && text.contains("far at work"), "{text}");
    let page = device.open("/people?province=13").await;
    assert_eq!(page.texts("#found"), ["2 people"], "the anonymous welder and the open cook");
    assert!(page.main_text().contains("Givencook ແກ້ວມະນີ"), "whoever is open is seen by name");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn officers_find_everybody_of_their_area_by_name_and_learn_nothing_of_the_neighbours() {
    let app = TestApp::start().await;
    town(&app).await;
    let mut here = officer(&app, "+8562055551001", "1301").await;
    let all = ["Givenanon ແກ້ວມະນີ", "Givencook ແກ້ວມະນີ", "Givenhidden ແກ້ວມະນີ"];
    for query in ["/people", "/people?province=13", "/people?q=work&as_words=1"] {
        let page = here.open(query).await;
        assert_eq!(listed(&page), all, "{query}");
        assert_eq!(page.texts("#found"), ["3 people"], "{query}");
    }
    let page = here.open("/people?province=01").await;
    assert_eq!(page.texts("#found"), ["0 people"]);
    assert!(page.link("Search everywhere") == "/people", "no hits are no dead end");
    let page = here.open("/people?q=neighbour").await;
    assert_eq!(page.texts("#found"), ["0 people"], "{}", page.main_text());
    let mut there = officer(&app, "+8562055551002", "1302").await;
    assert_eq!(listed(&there.open("/people").await), ["Givenneighbour ແກ້ວມະນີ"]);
    let mut province = officer(&app, "+8562055551003", "13").await;
    assert_eq!(listed(&province.open("/people").await).len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_hides_is_found_no_more_once_the_index_follows() {
    let app = TestApp::start().await;
    let mut owner = Device::new(&app);
    owner.register("+8562055551009").await;
    owner.done("/me/profile/wishes", &[("headline", "ຊ່າງເຊື່ອມ")]).await;
    owner.done("/me/profile/visibility", &[("visibility", "anonymous")]).await;
    app.settle().await;
    let (mut device, _) = employer(&app, "+8562055551001").await;
    assert_eq!(device.open("/people").await.texts("#found"), ["1 person"]);
    owner.done("/me/profile/visibility", &[("visibility", "hidden")]).await;
    let page = device.open("/people").await;
    assert!(page.texts("#found ~ ul h3").is_empty(), "a stale hit vanishes at once");
    app.settle().await;
    assert_eq!(device.open("/people").await.texts("#found"), ["0 people"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strange_addresses_find_something_or_nobody_and_shape_no_page() {
    let app = TestApp::start().await;
    town(&app).await;
    let (mut device, _) = employer(&app, "+8562055551001").await;
    let html = encoded("<script>ຊ່າງ</script>'; drop table person; --");
    for query in [
        format!("q={html}"),
        format!("province={html}&occupation={html}&skill=%20"),
        "page=999999999999".to_owned(),
        "page=-1&contract=full_time&contract=60".to_owned(),
    ] {
        let page = device.open(&format!("/people?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
        assert!(!page.body().contains("<script>ຊ່າງ"), "{query}");
        assert!(!page.main_text().contains("hidden at work"), "{query}");
    }
    assert_eq!(device.open("/people?q=%ff").await.status, 400);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reads_through_all_people_in_a_day() {
    let app = TestApp::start().await;
    app.settle().await;
    let (mut device, _) = employer(&app, "+8562055551001").await;
    let limit = server::seen::model::Limits::shipped().searches;
    for _ in 0..limit {
        assert_eq!(device.look("/people").await.status, 200);
    }
    let page = device.look("/people").await;
    assert_eq!(page.status, 429);
    assert_eq!(page.texts("h1").len(), 1, "a page says so");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_of_whoever_chose_to_be_anonymous_find_nobody() {
    let app = TestApp::start().await;
    let (mut owner, _) = worker(&app, WORKER).await;
    owner.done("/me/profile/wishes", &[("headline", "ຊ່າງເຊື່ອມ Zorbaquik 02055551234")]).await;
    app.settle().await;
    let (mut device, _) = employer(&app, "+8562055551001").await;
    for words in ["Zorbaquik", "02055551234"] {
        let page = device.open(&format!("/people?q={words}&as_words=1")).await;
        assert_eq!(page.texts("#found"), ["0 people"], "{words}");
    }
    let page = device.open(&format!("/people?q={}", encoded("ຊ່າງເຊື່ອມ"))).await;
    assert_eq!(page.texts("#found"), ["1 person"], "what was understood of them finds them");
    owner.done("/me/profile/visibility", &[("visibility", "open")]).await;
    app.settle().await;
    let page = device.open("/people?q=Zorbaquik&as_words=1").await;
    assert_eq!(page.texts("#found"), ["1 person"], "{}", page.main_text());
}
