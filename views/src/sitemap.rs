//! What machines read about the site: sitemap, robots.txt, search description.

use crate::xml::{element, escape};
use crate::{Locale, text};
use std::fmt::Write as _;

/// A page in the sitemap.
#[derive(Debug, Clone)]
pub struct SitemapEntry {
    /// Absolute address.
    pub href: String,
    /// Day of the last change, `yyyy-mm-dd`, if known.
    pub changed: Option<String>,
    /// The same page by language code: absolute addresses.
    pub languages: Vec<(String, String)>,
}

/// A sitemap of at most 50,000 pages (the protocol's limit), as XML.
pub fn sitemap(entries: &[SitemapEntry]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        xml.push_str("<url>\n");
        element(&mut xml, "loc", &entry.href);
        if let Some(day) = &entry.changed {
            element(&mut xml, "lastmod", day);
        }
        for (code, href) in &entry.languages {
            let (code, href) = (escape(code), escape(href));
            let _ = writeln!(xml, r#"<xhtml:link rel="alternate" hreflang="{code}" href="{href}"/>"#);
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// An index of sitemaps by absolute address, for sites with more pages than one sitemap holds.
pub fn sitemap_index(hrefs: &[String]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for href in hrefs {
        xml.push_str("<sitemap>\n");
        element(&mut xml, "loc", href);
        xml.push_str("</sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// `robots.txt`: paths that crawlers should leave alone, and the sitemap's absolute address.
pub fn robots(leave_alone: &[&str], sitemap_href: &str) -> String {
    let mut lines = String::from("User-agent: *\n");
    for path in leave_alone {
        let _ = writeln!(lines, "Disallow: {path}");
    }
    let _ = writeln!(lines, "\nSitemap: {sitemap_href}");
    lines
}

/// The `OpenSearch` description by which a browser searches the site from its address bar.
/// `search_template` is an absolute address and holds `{searchTerms}`.
pub fn opensearch(locale: Locale, search_template: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n",
    );
    element(&mut xml, "ShortName", &text(locale, "brand"));
    element(&mut xml, "Description", &text(locale, "opensearch-description"));
    element(&mut xml, "Language", locale.code());
    element(&mut xml, "InputEncoding", "UTF-8");
    let template = escape(search_template);
    let _ = writeln!(xml, r#"<Url type="text/html" method="get" template="{template}"/>"#);
    xml.push_str("</OpenSearchDescription>\n");
    xml
}
