//! The smallest parts of view-models: links, and text with marked pieces.

use crate::{Locale, format};
use maud::{Markup, html};

/// A link: where it leads and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Finished address.
    pub href: String,
    /// Text in the reader's language.
    pub text: String,
}

impl Link {
    /// A link to `href` that says `text`.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into() }
    }
}

/// A link with the number of things behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedLink {
    /// Finished address.
    pub href: String,
    /// Text in the reader's language.
    pub text: String,
    /// How many things the link leads to.
    pub count: u64,
}

impl CountedLink {
    /// A link to `href` that says `text`, with `count` things behind it.
    pub fn new(href: impl Into<String>, text: impl Into<String>, count: u64) -> Self {
        Self { href: href.into(), text: text.into(), count }
    }
}

/// A piece of text, marked where it answers the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Plain text; escaped when rendered.
    pub text: String,
    /// Whether the query matched here.
    pub marked: bool,
}

impl Piece {
    /// Text that the query did not match.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marked: false }
    }

    /// Text that the query matched.
    pub fn marked(text: impl Into<String>) -> Self {
        Self { text: text.into(), marked: true }
    }
}

/// Links with their counts, as a list.
pub(crate) fn counted_links(locale: Locale, links: &[CountedLink]) -> Markup {
    html! {
        ul.counted {
            @for link in links {
                li {
                    a href=(link.href) { (link.text) }
                    " "
                    span.count { (format::count(locale, link.count)) }
                }
            }
        }
    }
}
