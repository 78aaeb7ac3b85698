//! What surrounds every page: head, header, language switch, footer.

mod document;

use crate::Locale;
use maud::Markup;
use std::sync::LazyLock;

/// What surrounds a page.
#[derive(Debug, Clone, Default)]
pub struct Chrome {
    /// Language of the page.
    pub locale: Locale,
    /// Title, without the platform's name.
    pub title: String,
    /// Description for search engines and shared links; left out if empty.
    pub description: String,
    /// Path and query of the canonical address, from `/`.
    pub path: String,
    /// Address of the home page in this language.
    pub home: String,
    /// Address of all vacancies in this language.
    pub jobs: String,
    /// The way in, or to one's own pages.
    pub own: Option<Own>,
    /// Where the pages are that explain.
    pub guide: Option<Guide>,
    /// The same page in each language: path and query, from `/`.
    pub languages: Vec<(Locale, String)>,
    /// What a shared link shows; none leaves Open Graph out.
    pub open_graph: Option<OpenGraph>,
    /// Keeps search engines from listing the page.
    pub robots_noindex: bool,
    /// Scheme and host, without a final slash.
    pub base_url: String,
    /// Address of the Atom feed that holds the page's vacancies.
    pub feed: Option<String>,
}

/// Addresses of the pages that explain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guide {
    /// Help.
    pub help: &'static str,
    /// What is kept about people.
    pub privacy: &'static str,
    /// How usable the pages are for everybody.
    pub accessibility: &'static str,
    /// Whom to ask.
    pub contact: &'static str,
    /// What the law asks for.
    pub rules: &'static str,
}

/// Where the reader goes for what is their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Own {
    /// Nobody is signed in: the address of the way in.
    WayIn(String),
    /// Somebody is: the address of their account.
    Account(String),
}

/// What a shared link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenGraph {
    /// A page of the site.
    Website,
    /// One thing with a text of its own.
    Article,
}

/// The whole document around the content of a page.
pub fn page(chrome: &Chrome, main: &Markup) -> Markup {
    document::document(chrome, main)
}

/// The script that completes the search box, served as `/assets/suggest.js`; pages work without it.
pub const SUGGEST_JS: &str = include_str!("../../assets/suggest.js");

/// The stylesheet, inlined in every page without needless whitespace. A content security policy
/// may allow it by its hash.
pub fn stylesheet() -> &'static str {
    &STYLESHEET
}

static STYLESHEET: LazyLock<String> = LazyLock::new(|| squeeze(include_str!("../../assets/style.css")));

/// Takes comments and needless whitespace out of a stylesheet.
fn squeeze(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut small = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["{", "}", ";", ","] {
        small = small.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    small.replace(": ", ":").replace(";}", "}")
}
