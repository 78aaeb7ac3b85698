//! How the results page is drawn.

use super::card::Heading;
use super::{JobsPage, cards, empty, facets, form, pagination, tags};
use crate::layout;
use crate::{Arg, text, text_args};
use maud::{Markup, Render, html};

impl Render for JobsPage {
    fn render(&self) -> Markup {
        let main = html! {
            div.band { div.wrap { (form::results_form(self)) } }
            div.wrap.results {
                div.answers {
                    (self.summary())
                    @if let Some(empty) = &self.empty { (empty::no_hits(self.chrome.locale, empty)) }
                    @if !self.cards.is_empty() { (cards(self.chrome.locale, &self.cards, Heading::Second)) }
                    @if let Some(pages) = &self.pagination { (pagination::pagination(self.chrome.locale, pages)) }
                }
                @if !self.facets.is_empty() { (facets::filters(self)) }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl JobsPage {
    fn summary(&self) -> Markup {
        let locale = self.chrome.locale;
        let count = Arg::Number(i64::try_from(self.total).unwrap_or(i64::MAX));
        html! {
            h1 { (text_args(locale, "jobs-count", &[("count", count)])) }
            @if let Some(alert) = &self.alert { p.alert { a href=(alert.href) { (alert.text) } } }
            (tags::notes(locale, &self.notes))
            (tags::understood(self))
            (tags::chosen(self))
            div.bar {
                @if !self.facets.is_empty() {
                    a.button.quiet.to-filters href="#filters" { (text(locale, "filters-title")) }
                }
                @if self.total > 1 { (tags::sorts(locale, &self.sorts)) }
            }
        }
    }
}
