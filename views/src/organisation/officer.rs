//! How the pages of whoever verifies organisations are drawn.

use super::draw::{facts, history, lacks, listed, rows, status};
use super::{OfficerPage, Part, QueuePage, standing};
use crate::form::form;
use crate::{Arg, Locale, format, layout, text, text_args};
use maud::{Markup, Render, html};

fn part(locale: Locale, part: Part) -> String {
    match part {
        Part::Waiting => text(locale, "org-queue-waiting"),
        Part::Ending => text(locale, "org-queue-ending"),
        Part::In(of) => standing(locale, of),
    }
}

impl Render for QueuePage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let shown = format::count(locale, self.total);
        let main = html! {
            div.wrap {
                h1 { (text(locale, "org-queue-title")) }
                p { (text(locale, "org-queue-lead")) }
                nav aria-label=(text(locale, "org-queue-parts")) {
                    ul.chips {
                        @for (of, href, here) in &self.parts {
                            li { a href=(href) aria-current=[here.then_some("page")] { (part(locale, *of)) } }
                        }
                    }
                }
                section aria-labelledby="listed" {
                    h2 #listed { (text_args(locale, "org-queue-count", &[("count", Arg::Text(&shown))])) }
                    @if self.listed.is_empty() { p { (text(locale, "org-queue-none")) } }
                    @else { (listed(locale, &self.listed)) }
                }
                (self.pages())
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl QueuePage {
    fn pages(&self) -> Markup {
        let locale = self.chrome.locale;
        let (page, last) = (format::count(locale, self.position.0), format::count(locale, self.position.1));
        html! {
            @if self.position.1 > 1 {
                nav.pages aria-label=(text(locale, "org-queue-pages")) {
                    @if let Some(href) = &self.newer { a href=(href) rel="prev" { "← " (text(locale, "org-queue-before")) } }
                    @if let Some(href) = &self.older { a href=(href) rel="next" { (text(locale, "org-queue-after")) " →" } }
                    p { (text_args(locale, "org-queue-page", &[("page", Arg::Text(&page)), ("last", Arg::Text(&last))])) }
                }
            }
        }
    }
}

impl Render for OfficerPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page.desk {
                    p.back { a href=(self.queue) { "← " (text(locale, "org-queue-title")) } }
                    h1 { (self.name) }
                    @if self.done { p.status role="status" { (text(locale, "org-done")) } }
                    (status(locale, &self.verified))
                    @if self.within { p.problem { (text(locale, "org-problem-own")) } }
                    (self.names())
                    (lacks(locale, &self.missing))
                    section aria-labelledby="facts" {
                        h2 #facts { (text(locale, "org-facts")) }
                        (facts(&self.facts))
                    }
                    section aria-labelledby="papers" {
                        (rows(locale, ("papers", text(locale, "org-papers")), &self.papers, &text(locale, "org-papers-none")))
                    }
                    section aria-labelledby="sites" {
                        (rows(locale, ("sites", text(locale, "org-sites")), &self.sites, &text(locale, "org-sites-none")))
                    }
                    @if let Some(decide) = &self.decide {
                        section aria-labelledby="decide" {
                            h2 #decide { (text(locale, "org-decide")) }
                            (form(locale, decide))
                        }
                    }
                    (history(locale, &self.history))
                    @if let Some(href) = &self.records { ul.ways { li { a href=(href) { (text(locale, "org-records")) } } } }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

impl OfficerPage {
    /// What is odd about the name, with those that look like it beside.
    fn names(&self) -> Markup {
        let locale = self.chrome.locale;
        html! {
            @if self.mixed { p.problem { (text(locale, "org-mixed")) } }
            @if !self.alike.is_empty() {
                section aria-labelledby="alike" {
                    h2 #alike { (text(locale, "org-alike")) }
                    ul.cards {
                        @for each in &self.alike {
                            li { div.card {
                                h3 { a href=(each.name.href) { (each.name.text) } }
                                p.concept { (standing(locale, each.standing)) }
                                p { @if each.near { (text(locale, "org-alike-near")) }
                                    @else { (text(locale, "org-alike-same")) } }
                             } }
                        }
                    }
                }
            }
        }
    }
}
