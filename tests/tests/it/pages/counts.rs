//! A number beside a link is a promise: whoever follows the link finds so many.

use tests::{Page, TestApp};

/// The number in the heading of a results page.
fn found(page: &Page) -> u64 {
    digits(&page.heading())
}

fn digits(text: &str) -> u64 {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// Follows every counted link of a list and compares.
async fn promises_are_kept(app: &TestApp, page: &Page, links: &str, counts: &str) -> usize {
    let (hrefs, counts) = (page.attributes(links, "href"), page.texts(counts));
    assert_eq!(hrefs.len(), counts.len());
    for (href, count) in hrefs.iter().zip(&counts) {
        let there = app.english(href).await;
        assert_eq!(there.status, 200, "{href}");
        assert_eq!(found(&there), digits(count), "{href} promises {count}");
    }
    hrefs.len()
}

#[tokio::test]
async fn counted_links_of_the_home_page_keep_their_promise() {
    let app = TestApp::with_world(50, 300).await;
    let home = app.english("/").await;
    let followed = promises_are_kept(&app, &home, "main li:has(.count) a", "main li .count").await;
    assert!(followed >= 10, "only {followed} counted links on the home page");
}

#[tokio::test]
async fn facets_keep_their_promise() {
    let app = TestApp::with_world(50, 300).await;
    let query = "/jobs?contract=full_time";
    let page = app.english(query).await;
    let mut followed = 0;
    for name in ["province", "occupation"] {
        let values = page.attributes(&format!("label.option input[name={name}]"), "value");
        let counts = page.texts(&format!("label.option:has(input[name={name}]) .count"));
        assert_eq!(values.len(), counts.len());
        for (value, count) in values.iter().zip(&counts) {
            let there = app.english(&format!("{query}&{name}={value}")).await;
            assert_eq!(found(&there), digits(count), "{name}={value} promises {count}");
            followed += 1;
        }
    }
    assert!(followed >= 20, "only {followed} values");
}

#[tokio::test]
async fn no_hits_is_no_dead_end() {
    let app = TestApp::with_market().await;
    let page = app.english("/jobs?q=welder&province=17").await;
    assert_eq!(page.heading(), "0 jobs");
    let followed = promises_are_kept(&app, &page, ".empty li a", ".empty li .count").await;
    assert!(followed >= 2, "only {followed} ways on");
    let text = page.texts(".empty").join(" ");
    assert!(text.contains("wider area") || text.contains("Search without"), "{text}");
}

#[tokio::test]
async fn pages_of_results_hold_every_hit_once() {
    let app = TestApp::with_world(50, 300).await;
    let mut page = app.english("/jobs").await;
    let total = found(&page);
    let mut hrefs = Vec::new();
    loop {
        hrefs.extend(page.attributes("article.card h2 a", "href"));
        let Some(next) = page.attributes("a[rel=next]", "href").pop() else { break };
        page = app.english(&next).await;
    }
    assert_eq!(hrefs.len() as u64, total);
    hrefs.sort();
    hrefs.dedup();
    assert_eq!(hrefs.len() as u64, total, "a hit stands on two pages");
    let beyond = app.english("/jobs?page=400").await;
    assert_eq!(beyond.status, 200);
    assert!(beyond.main_text().contains("Back to the first page"));
}
