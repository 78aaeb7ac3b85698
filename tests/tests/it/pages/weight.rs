//! A page for a cheap phone on a weak signal: light, and whole without script.

use tests::TestApp;

/// Bytes of the results page on the wire, its style and everything else that it loads included.
const LIGHT: usize = 40_000;

#[tokio::test]
async fn the_results_page_with_its_style_is_light() {
    let app = TestApp::with_world(20, 300).await;
    for path in [
        "/jobs",
        "/jobs?lang=en",
        "/jobs?q=%E0%BB%80%E0%BA%AE%E0%BA%B1%E0%BA%94%E0%BA%A7%E0%BA%BD%E0%BA%81",
        "/jobs?lang=vi&page=2",
    ] {
        let page = app.get_compressed(path).await;
        assert!(["br", "gzip"].contains(&page.header("content-encoding")), "{path} comes uncompressed");
        let bytes = page.wire_bytes();
        println!("{path}: {bytes} bytes on the wire");
        assert!(bytes <= LIGHT, "{path} weighs {bytes} bytes");
        let plain = app.get(path).await;
        assert_eq!(plain.cards().len(), 20, "{path} is a full page");
        let plain_bytes = plain.wire_bytes();
        println!("{path}: {plain_bytes} bytes uncompressed");
    }
}

#[tokio::test]
async fn a_page_loads_nothing_but_its_optional_script() {
    let app = TestApp::with_market().await;
    let job = app.get("/jobs").await.attributes("article.card h2 a", "href").remove(0);
    for path in ["/", "/jobs", "/jobs?q=welder", job.as_str(), "/nothing"] {
        let page = app.get(path).await;
        let loaded =
            page.attributes("img, iframe, video, object, embed, link[rel=stylesheet], source", "src");
        assert!(loaded.is_empty(), "{path} loads {loaded:?}");
        assert!(page.texts("link[rel=stylesheet]").is_empty(), "{path} loads a stylesheet");
        for script in page.attributes("script[src]", "src") {
            assert_eq!(script, "/assets/suggest.js", "{path}");
        }
        let inline = page.texts("script:not([src]):not([type='application/ld+json'])");
        assert!(inline.is_empty(), "{path} carries a script");
        assert!(!page.body().contains(" onclick=") && !page.body().contains("javascript:"), "{path}");
    }
}

#[tokio::test]
async fn without_script_the_search_is_a_form_with_a_button() {
    let app = TestApp::with_market().await;
    for path in ["/", "/jobs"] {
        let page = app.english(path).await;
        assert_eq!(page.attributes("form#search", "method"), ["get"]);
        assert_eq!(page.attributes("form#search", "action"), ["/jobs"]);
        assert_eq!(page.texts("form#search button"), ["Search"]);
        assert_eq!(page.field("Which work, and where?").0, "q");
    }
    let results = app.english("/jobs").await;
    let outside = results.attributes(".filters input, .filters select", "form");
    assert!(!outside.is_empty() && outside.iter().all(|form| form == "search"), "{outside:?}");
}
