//! What machines read about the site: sitemap, robots.txt, OpenSearch description.

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
