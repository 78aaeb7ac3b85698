//! What search engines, feed readers and watchmen ask.

use tests::TestApp;

#[tokio::test]
async fn alive_and_ready() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/healthz").await.status, 200);
    assert_eq!(app.get("/readyz").await.status, 503, "not ready before the index has been made");
    app.platform().catch_up_indexes().await.unwrap();
    assert_eq!(app.get("/readyz").await.status, 503, "not ready before matching is");
    app.settle().await;
    assert_eq!(app.get("/readyz").await.status, 200);
}

#[tokio::test]
async fn robots_are_shown_the_sitemap_and_kept_from_the_interface_for_machines() {
    let app = TestApp::with_market().await;
    let robots = app.get("/robots.txt").await;
    assert!(robots.header("content-type").starts_with("text/plain"));
    assert!(robots.body().contains("Sitemap: https://viak.example/sitemap.xml"));
    assert!(robots.body().contains("Disallow: /api/"));
}

#[tokio::test]
async fn the_sitemap_lists_what_is_open_and_nothing_else() {
    let app = TestApp::with_market().await;
    let sitemap = app.get("/sitemap.xml").await;
    assert!(sitemap.header("content-type").starts_with("application/xml"));
    let open: Vec<&str> = sitemap.body().matches("<loc>https://viak.example/jobs/").collect();
    assert_eq!(open.len(), 12);
    app.days_pass(3);
    let later = app.get("/sitemap.xml").await;
    assert_eq!(later.body().matches("<loc>https://viak.example/jobs/").count(), 11);
    for language in ["lo", "en", "vi"] {
        assert!(later.body().contains(&format!("hreflang=\"{language}\"")));
    }
}

#[tokio::test]
async fn the_feed_answers_the_same_search() {
    let app = TestApp::with_market().await;
    let feed = app.english("/jobs.atom?q=welder").await;
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    let text = feed.body();
    assert_eq!(text.matches("<entry").count(), 4);
    for element in ["<feed", "<id>", "<updated>", "<title"] {
        assert!(text.contains(element), "the feed has no {element}");
    }
    assert!(text.contains("Tuyển thợ hàn") && text.contains("https://viak.example/jobs/"));
    let page = app.english("/jobs?q=welder").await;
    let linked = page.attributes("link[type='application/atom+xml']", "href");
    assert_eq!(app.get(&linked[0]).await.body().matches("<entry").count(), 4);
}

#[tokio::test]
async fn pages_tell_search_engines_and_shared_links_what_they_are() {
    let app = TestApp::with_market().await;
    let job = app.get("/jobs").await.attributes("article.card h2 a", "href").remove(0);
    for path in ["/", "/jobs", job.as_str()] {
        let page = app.english(path).await;
        let canonical = page.attributes("link[rel=canonical]", "href");
        assert_eq!(canonical, [format!("https://viak.example{path}?lang=en")]);
        let mut languages = page.attributes("link[rel=alternate][hreflang]", "hreflang");
        languages.sort();
        assert_eq!(languages, ["en", "lo", "vi", "x-default"]);
        for href in page.attributes("link[rel=alternate][hreflang]", "href") {
            let there = href.strip_prefix("https://viak.example").unwrap();
            assert_eq!(app.get(there).await.status, 200, "{href}");
        }
        for property in ["og:title", "og:url", "og:type", "og:site_name"] {
            let content = page.attributes(&format!("meta[property='{property}']"), "content");
            assert!(content.first().is_some_and(|content| !content.is_empty()), "{path} has no {property}");
        }
    }
}

#[tokio::test]
async fn answers_carry_the_headers_that_keep_visitors_safe() {
    let app = TestApp::with_market().await;
    for path in ["/", "/jobs", "/nothing", "/api/v1/jobs"] {
        let page = app.get(path).await;
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert!(page.header("content-security-policy").starts_with("default-src 'none'; "), "{path}");
        // The public address of the test's platform begins with `https`.
        assert_eq!(page.header("strict-transport-security"), "max-age=31536000", "{path}");
        assert!(!page.header("referrer-policy").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn the_search_box_can_be_added_to_a_browser() {
    let app = TestApp::with_market().await;
    let description = app.get("/opensearch.xml").await;
    assert!(description.body().contains("{searchTerms}"));
    let script = app.get("/assets/suggest.js").await;
    assert!(script.header("content-type").starts_with("text/javascript"));
    assert!(script.header("cache-control").contains("max-age"));
}
