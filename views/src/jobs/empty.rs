//! Ways on when nothing answers a search.

use super::NoHits;
use crate::link::counted_links;
use crate::{CountedLink, Locale, format, text};
use maud::{Markup, html};

pub(super) fn no_hits(locale: Locale, empty: &NoHits) -> Markup {
    html! {
        section.empty aria-labelledby="empty-title" {
            h2 #empty-title { (text(locale, "empty-title")) }
            p { (text(locale, "empty-advice")) }
            (ways(locale, "empty-without", &empty.without))
            (ways(locale, "empty-wider", &empty.wider))
            (ways(locale, "empty-near", &empty.near))
            @if let Some(all) = &empty.all {
                p { a.button href=(all.href) { (all.text) " (" (format::count(locale, all.count)) ")" } }
            }
        }
    }
}

fn ways(locale: Locale, title: &str, links: &[CountedLink]) -> Markup {
    html! {
        @if !links.is_empty() {
            h3 { (text(locale, title)) }
            (counted_links(locale, links))
        }
    }
}
