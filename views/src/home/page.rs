//! How the home page is drawn.

use super::HomePage;
use crate::jobs::{Heading, cards, search_form};
use crate::link::counted_links;
use crate::{Arg, Locale, layout, text, text_args};
use maud::{Markup, Render, html};

impl Render for HomePage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.hero {
                div.wrap {
                    h1 { (text(locale, "home-heading")) }
                    p.lead { (text(locale, "home-lead")) }
                    (search_form(locale, &self.form))
                    (self.examples())
                }
            }
            div.wrap {
                (self.figures())
                (ways(locale, "occupations", "home-occupations", &self.occupations))
                (ways(locale, "provinces", "home-provinces", &self.provinces))
                (self.newest())
            }
        };
        layout::page(&self.chrome, &main)
    }
}

fn ways(locale: Locale, id: &str, title: &str, links: &[crate::CountedLink]) -> Markup {
    html! {
        @if !links.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (text(locale, title)) }
                (counted_links(locale, links))
            }
        }
    }
}

impl HomePage {
    fn examples(&self) -> Markup {
        html! {
            @if !self.examples.is_empty() {
                div.examples {
                    p #examples { (text(self.chrome.locale, "home-examples")) }
                    ul.chips aria-labelledby="examples" {
                        @for example in &self.examples { li { a href=(example.href) { (example.text) } } }
                    }
                }
            }
        }
    }

    fn figures(&self) -> Markup {
        let locale = self.chrome.locale;
        let figure = |key: &str, count: u64| {
            let count = Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
            html! { li { (text_args(locale, key, &[("count", count)])) } }
        };
        html! {
            ul.figures {
                (figure("home-count-jobs", self.counts.jobs))
                (figure("home-count-employers", self.counts.employers))
                (figure("home-count-provinces", self.counts.provinces))
            }
        }
    }

    fn newest(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            section aria-labelledby="newest" {
                h2 #newest { (text(locale, "home-newest")) }
                @if self.newest.is_empty() {
                    p { (text(locale, "home-nothing-yet")) }
                } @else {
                    (cards(locale, &self.newest, Heading::Third))
                    p { a.button href=(self.all.href) { (self.all.text) } }
                }
            }
        }
    }
}
