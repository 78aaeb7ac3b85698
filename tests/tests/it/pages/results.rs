//! The results page: heading, cards, filters, tags, order, pages.

use tests::TestApp;

#[tokio::test]
async fn the_heading_is_the_count_and_the_cards_are_the_hits() {
    let app = TestApp::with_market().await;
    let all = app.english("/jobs").await;
    assert_eq!(all.heading(), "12 jobs");
    assert_eq!(all.cards().len(), 12);
    let welders = app.english("/jobs?q=welder").await;
    assert_eq!(welders.heading(), "4 jobs");
    let mut titles = welders.cards();
    titles.sort();
    assert_eq!(titles, ["Tuyển thợ hàn", "Welder", "Welder for ship repair", "ຮັບສະໝັກຊ່າງເຊື່ອມ"]);
}

#[tokio::test]
async fn what_was_understood_is_shown_and_can_be_undone() {
    let app = TestApp::with_market().await;
    let page = app.english("/jobs?q=welder+savannakhet").await;
    assert_eq!(page.heading(), "3 jobs");
    let main = page.main_text();
    assert!(
        main.contains("We read this as") && main.contains("Occupation") && main.contains("Savannakhet"),
        "{main}"
    );
    let as_words = app.english(&page.link("Search these words only")).await;
    assert_ne!(as_words.heading(), "3 jobs", "words alone do not find the Lao and the Vietnamese advert");
    let again = app.english(&as_words.link("Search by meaning")).await;
    assert_eq!(again.heading(), "3 jobs");
}

#[tokio::test]
async fn a_chosen_filter_is_a_tag_that_can_be_removed() {
    let app = TestApp::with_market().await;
    let page = app.english("/jobs?province=01&contract=full_time").await;
    let both = page.heading();
    let removals = page.attributes("a[href]", "href");
    let without_contract =
        removals.iter().filter(|href| href.starts_with("/jobs?") && !href.contains("contract="));
    let wider: Vec<&String> = without_contract.filter(|href| href.contains("province=01")).collect();
    assert!(!wider.is_empty(), "no link removes the contract and keeps the province: {removals:?}");
    assert_eq!(app.english(wider[0]).await.heading(), "4 jobs");
    assert_eq!(both, "3 jobs");
}

#[tokio::test]
async fn a_chosen_value_does_not_hide_its_siblings() {
    let app = TestApp::with_market().await;
    let free = app.english("/jobs").await;
    let chosen = app.english("/jobs?province=13").await;
    let provinces = |page: &tests::Page| page.attributes("input[name=province]", "value");
    assert!(provinces(&free).len() >= 5);
    for value in provinces(&free) {
        assert!(provinces(&chosen).contains(&value), "province {value} is hidden");
    }
    let checked = chosen.attributes("input[name=province][checked]", "value");
    assert_eq!(checked, ["13"]);
    let two = app.english("/jobs?province=13&province=06").await;
    assert_eq!(two.heading(), "5 jobs", "values of one facet are alternatives");
}

#[tokio::test]
async fn what_is_not_stated_can_be_chosen() {
    let app = TestApp::with_market().await;
    for (filter, title) in [
        ("province=none", "Nurse"),
        ("occupation=none", "Someone who can start at once"),
        ("contract=none", "Someone who can start at once"),
        ("wage_min=none", "Someone who can start at once"),
    ] {
        let page = app.english(&format!("/jobs?{filter}")).await;
        assert!(page.cards().iter().any(|card| card == title), "{filter} finds {:?}", page.cards());
        assert!(page.cards().len() < 12, "{filter} filters nothing");
    }
    assert!(app.english("/jobs").await.texts(".facet").join(" ").contains("Not stated"));
}

#[tokio::test]
async fn filters_find_what_they_say() {
    let app = TestApp::with_market().await;
    for (filter, wanted) in [
        ("occupation=7212", 4),
        ("occupation=72", 4),
        ("occupation=7", 6),
        ("district=1301", 1),
        ("contract=day_labour", 1),
        ("where=abroad", 1),
        ("where=home", 11),
        ("wage_min=10000000", 1),
        ("posted=7", 11),
        ("from=1301&within=50", 3),
    ] {
        let page = app.english(&format!("/jobs?{filter}")).await;
        let wanted = if wanted == 1 { "1 job".to_owned() } else { format!("{wanted} jobs") };
        assert_eq!(page.heading(), wanted, "{filter}: {:?}", page.cards());
    }
}

#[tokio::test]
async fn orders_are_as_their_names_say() {
    let app = TestApp::with_market().await;
    let first = async |sort: &str| app.english(&format!("/jobs?{sort}")).await.cards();
    assert_eq!(first("sort=newest").await.last().unwrap(), "Truck driver", "the oldest is last");
    let by_wage = first("sort=wage").await;
    assert_eq!(by_wage[0], "Backend developer (Java)");
    assert_eq!(by_wage.last().unwrap(), "Someone who can start at once", "an unknown wage comes last");
    let near = first("sort=near&from=0101").await;
    let mut nearest: Vec<&str> = near.iter().take(4).map(String::as_str).collect();
    nearest.sort_unstable();
    assert_eq!(nearest, ["Truck driver", "Welder", "ຊ່າງຕັດຫຍິບ", "ພໍ່ຄົວຮ້ານອາຫານ"], "those of the capital");
    assert_eq!(near.last().unwrap(), "Nurse", "an unknown place comes last");
}

#[tokio::test]
async fn a_search_is_marked_in_the_original_text_and_markup_is_only_text() {
    let app = TestApp::with_market().await;
    let page = app.english("/jobs?q=nights&as_words=1").await;
    assert_eq!(page.cards(), ["Night cook"]);
    assert!(page.body().contains("&lt;b&gt;"), "the advert's markup is escaped");
    assert!(page.texts("article.card mark").iter().any(|mark| mark.to_lowercase().starts_with("night")));
    let lao = app.english("/jobs?q=welder").await;
    assert!(
        lao.texts("article.card mark").iter().any(|mark| mark == "ຊ່າງເຊື່ອມ"),
        "a concept is marked in Lao too"
    );
}

#[tokio::test]
async fn values_that_mean_nothing_are_left_out_and_named() {
    let app = TestApp::with_market().await;
    let page = app.english("/jobs?province=99&sort=luck").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.heading(), "12 jobs");
    assert!(page.main_text().contains("99") && page.main_text().contains("luck"));
}

#[tokio::test]
async fn the_search_box_keeps_what_was_typed() {
    let app = TestApp::with_market().await;
    let typed = "ຊ່າງ \"<script>'&";
    let query = "%E0%BA%8A%E0%BB%88%E0%BA%B2%E0%BA%87+%22%3Cscript%3E%27%26";
    let page = app.english(&format!("/jobs?q={query}")).await;
    assert_eq!(page.field("Which work, and where?"), ("q".to_owned(), typed.to_owned()));
    assert!(!page.body().contains("\"<script>'"));
}
