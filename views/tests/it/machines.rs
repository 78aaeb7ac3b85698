//! What machines read: feed, sitemap, robots.txt, search description.

use views::Locale;
use views::atom::{Entry, Feed};
use views::sitemap::{SitemapEntry, opensearch, robots, sitemap, sitemap_index};

fn feed() -> Feed {
    Feed {
        locale: Locale::Lao,
        title: "ວຽກ & more".to_owned(),
        id: "https://viak.example/jobs".to_owned(),
        self_href: "https://viak.example/jobs.atom?q=a&page=2".to_owned(),
        page_href: "https://viak.example/jobs?q=a&page=2".to_owned(),
        updated: "2026-11-22T00:00:00Z".to_owned(),
        entries: vec![Entry {
            id: "urn:uuid:0190f3c4-7b2e-7c3a-9f00-000000000001".to_owned(),
            title: "<Welder>\u{1}".to_owned(),
            href: "https://viak.example/jobs/1".to_owned(),
            published: "2026-11-20T00:00:00Z".to_owned(),
            updated: "2026-11-21T00:00:00Z".to_owned(),
            author: Some("\"Fish\" & 'Sons'".to_owned()),
            summary: "Savannakhet".to_owned(),
            lang: Some("en".to_owned()),
        }],
    }
}

#[test]
fn the_feed_escapes_what_adverts_say() {
    let xml = feed().to_xml();
    assert!(xml.contains("<title>&lt;Welder&gt;</title>"), "{xml}");
    assert!(xml.contains("<name>&quot;Fish&quot; &amp; &apos;Sons&apos;</name>"), "{xml}");
    assert!(xml.contains(r#"href="https://viak.example/jobs.atom?q=a&amp;page=2""#), "{xml}");
    assert!(xml.contains(r#"<entry xml:lang="en">"#), "{xml}");
}

#[test]
fn every_element_of_the_feed_is_closed() {
    let xml = feed().to_xml();
    for name in ["feed", "entry", "author", "name", "title", "id", "updated", "summary"] {
        let opened = xml.matches(&format!("<{name}>")).count() + xml.matches(&format!("<{name} ")).count();
        assert_eq!(opened, xml.matches(&format!("</{name}>")).count(), "{name}");
        assert!(opened > 0, "{name}");
    }
}

#[test]
fn the_sitemap_names_each_page_in_each_language() {
    let xml = sitemap(&[SitemapEntry {
        href: "https://viak.example/jobs/1?a=1&b=2".to_owned(),
        changed: Some("2026-11-22".to_owned()),
        languages: vec![("en".to_owned(), "https://viak.example/jobs/1?lang=en".to_owned())],
    }]);
    assert!(xml.contains("<loc>https://viak.example/jobs/1?a=1&amp;b=2</loc>"), "{xml}");
    assert!(xml.contains("<lastmod>2026-11-22</lastmod>"), "{xml}");
    assert!(xml.contains(r#"hreflang="en" href="https://viak.example/jobs/1?lang=en"/>"#), "{xml}");
    let index = sitemap_index(&["https://viak.example/sitemap-1.xml".to_owned()]);
    assert!(index.contains("<loc>https://viak.example/sitemap-1.xml</loc>"), "{index}");
}

#[test]
fn robots_are_told_what_to_leave_alone_and_where_the_sitemap_is() {
    assert_eq!(
        robots(&["/api/"], "https://viak.example/sitemap.xml"),
        "User-agent: *\nDisallow: /api/\n\nSitemap: https://viak.example/sitemap.xml\n"
    );
}

#[test]
fn a_browser_can_search_from_its_address_bar() {
    let xml = opensearch(Locale::Lao, "https://viak.example/jobs?q={searchTerms}&lang=lo");
    assert!(xml.contains("<ShortName>ວຽກ Viak</ShortName>"), "{xml}");
    assert!(xml.contains("{searchTerms}&amp;lang=lo"), "{xml}");
}
