//! The Atom feed (RFC 4287) of vacancies.

use crate::Locale;

/// An Atom feed.
#[derive(Debug, Clone)]
pub struct Feed {
    /// Language of the feed.
    pub locale: Locale,
    /// Title.
    pub title: String,
    /// Lasting identifier, an absolute address.
    pub id: String,
    /// Absolute address of the feed.
    pub self_href: String,
    /// Absolute address of the page that the feed follows.
    pub page_href: String,
    /// When an entry last changed, RFC 3339.
    pub updated: String,
    /// The vacancies, newest first.
    pub entries: Vec<Entry>,
}

/// A vacancy in a feed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Lasting identifier, such as `urn:uuid:…`.
    pub id: String,
    /// Title as advertised.
    pub title: String,
    /// Absolute address of its page.
    pub href: String,
    /// When it was posted, RFC 3339.
    pub published: String,
    /// When it last changed, RFC 3339.
    pub updated: String,
    /// Employer, the author of the advert.
    pub author: Option<String>,
    /// Employer, place, wage in one line.
    pub summary: String,
    /// ISO 639-1 code of the title's language, if known.
    pub lang: Option<String>,
}
