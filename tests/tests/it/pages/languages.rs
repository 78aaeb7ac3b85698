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
    let set = chosen.header("set-cookie").to_owned();
    assert_eq!(set, "__Host-lang=vi; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure");
    let cookie = set.split(';').next().unwrap();
    assert_eq!(app.get_with("/jobs", &[("cookie", cookie)]).await.language(), "vi");
    assert_eq!(app.get_with("/jobs?lang=en", &[("cookie", cookie)]).await.language(), "en");
}

#[tokio::test]
async fn the_language_is_bound_to_the_host_over_tls_alone() {
    let app = TestApp::start().await;
    let neighbours = app.get_with("/", &[("cookie", "lang=vi")]).await;
    assert_eq!(neighbours.language(), "lo", "what another host may have set does not count");
    let plain = TestApp::start_with(|settings| settings.public_url = None).await;
    let set = plain.get("/?lang=en").await.header("set-cookie").to_owned();
    assert!(set.starts_with("lang=en; ") && !set.contains("Secure"), "{set}");
    assert_eq!(plain.get_with("/", &[("cookie", "lang=en")]).await.language(), "en");
}

#[tokio::test]
async fn an_unknown_language_is_lao() {
    let app = TestApp::with_market().await;
    assert_eq!(app.get("/?lang=xx").await.language(), "lo");
    assert_eq!(app.get_with("/", &[("cookie", "__Host-lang=xx; other=1")]).await.language(), "lo");
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
