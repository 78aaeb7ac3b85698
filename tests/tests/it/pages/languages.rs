//! Lao, English and Vietnamese: asked for in the address, remembered, and the page stays.

use tests::TestApp;

#[tokio::test]
async fn every_page_speaks_three_languages_and_lao_by_itself() {
    let app = TestApp::with_market().await;
    let job = app.get("/jobs").await.attributes("article.card h2 a", "href").remove(0);
    for path in ["/", "/jobs", "/jobs?q=welder", job.as_str(), "/nothing-here"] {
        assert_eq!(app.get(path).await.language(), "lo", "{path}");
        let with = |language: &str| {
            let sign = if path.contains('?') { '&' } else { '?' };
            format!("{path}{sign}lang={language}")
        };
        let mut footers = std::collections::BTreeSet::new();
        for language in ["lo", "en", "vi"] {
            let page = app.get(&with(language)).await;
            assert_eq!(page.language(), language, "{path}");
            footers.insert(page.texts("footer").join(" "));
        }
        assert_eq!(footers.len(), 3, "{path} says the same in two languages");
    }
}

#[tokio::test]
async fn the_language_is_remembered_until_another_is_chosen() {
    let app = TestApp::with_market().await;
    let chosen = app.get("/?lang=vi").await;
    let cookie = chosen.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(cookie, "lang=vi");
    assert_eq!(app.get_with("/jobs", &[("cookie", &cookie)]).await.language(), "vi");
    assert_eq!(app.get_with("/jobs?lang=en", &[("cookie", &cookie)]).await.language(), "en");
}

#[tokio::test]
async fn an_unknown_language_is_lao() {
    let app = TestApp::with_market().await;
    assert_eq!(app.get("/?lang=xx").await.language(), "lo");
    assert_eq!(app.get_with("/", &[("cookie", "lang=xx; other=1")]).await.language(), "lo");
}

#[tokio::test]
async fn the_language_switch_keeps_the_page_and_its_search() {
    let app = TestApp::with_market().await;
    let page = app.get("/jobs?q=welder&province=13&sort=newest&lang=en").await;
    assert_eq!(page.heading(), "3 jobs");
    let lao = app.get(&page.link("ລາວ")).await;
    assert_eq!(lao.language(), "lo");
    assert_eq!(lao.heading(), "3 ວຽກ");
    assert_eq!(lao.cards(), page.cards());
    let vietnamese = app.get(&lao.link("Tiếng Việt")).await;
    assert_eq!(vietnamese.heading(), "3 việc làm");
}

#[tokio::test]
async fn foreign_text_says_its_language_and_has_the_readers_label_beside_it() {
    let app = TestApp::with_market().await;
    let page = app.get("/jobs?q=welder&lang=lo").await;
    let title = |lang: &str| page.texts(&format!("article.card h2 a[lang={lang}]"));
    assert_eq!(title("vi"), ["Tuyển thợ hàn"]);
    assert!(title("en").iter().any(|text| text == "Welder"));
    assert!(title("lo").is_empty(), "what is in the reader's language needs no mark");
    let labels = page.texts("article.card p.concept");
    assert_eq!(labels.len(), 4, "each card has the occupation's label");
    assert!(labels.iter().all(|label| label.contains("ຊ່າງເຊື່ອມ")), "{labels:?}");
}
