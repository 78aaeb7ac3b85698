//! Links to the other pages of results.

use super::{PageLink, Pagination};
use crate::{Arg, Locale, text, text_args};
use maud::{Markup, html};

pub(super) fn pagination(locale: Locale, pages: &Pagination) -> Markup {
    html! {
        nav.pages aria-label=(text(locale, "pages-title")) {
            @if let Some(href) = &pages.previous {
                a href=(href) rel="prev" { "← " (text(locale, "pages-previous")) }
            }
            ul {
                @for (before, page) in with_predecessors(&pages.pages) {
                    @if before.is_some_and(|number| number + 1 < page.number) { li aria-hidden="true" { "…" } }
                    li { (page_link(locale, page, pages.current)) }
                }
            }
            @if let Some(href) = &pages.next {
                a href=(href) rel="next" { (text(locale, "pages-next")) " →" }
            }
            p { (text_args(locale, "pages-position", &[
                ("page", Arg::Number(i64::from(pages.current))),
                ("last", Arg::Number(i64::from(pages.last))),
            ])) }
        }
    }
}

fn with_predecessors(pages: &[PageLink]) -> impl Iterator<Item = (Option<u32>, &PageLink)> {
    let before = std::iter::once(None).chain(pages.iter().map(|page| Some(page.number)));
    before.zip(pages)
}

fn page_link(locale: Locale, page: &PageLink, current: u32) -> Markup {
    let label = text_args(locale, "pages-page", &[("page", Arg::Number(i64::from(page.number)))]);
    html! {
        a href=(page.href) aria-label=(label) aria-current=[(page.number == current).then_some("page")] {
            (page.number)
        }
    }
}
