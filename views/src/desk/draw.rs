//! How such pages are drawn.

use super::{DeskPage, Row, Section};
use crate::form::form;
use crate::{Locale, layout};
use maud::{Markup, Render, html};

impl Render for DeskPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page.desk {
                    h1 { (self.heading) }
                    @if let Some(done) = &self.done { p.status role="status" { (done) } }
                    @if let Some(problem) = &self.problem { div.detail role="alert" { p { (problem) } } }
                    @for paragraph in &self.lead { p { (paragraph) } }
                    @for part in &self.sections { (section(locale, part)) }
                    @if !self.links.is_empty() {
                        ul.ways { @for link in &self.links { li { a href=(link.href) { (link.text) } } } }
                    }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}

/// A part of such a page.
pub(crate) fn section(locale: Locale, part: &Section) -> Markup {
    html! {
        section aria-labelledby=(part.id) {
            h2 id=(part.id) { (part.heading) }
            @if let Some(lead) = &part.lead { p { (lead) } }
            @if part.rows.is_empty() {
                @if let Some(none) = &part.none { p { (none) } }
            } @else {
                ul.cards { @for held in &part.rows { li { (row(locale, held)) } } }
            }
            @if !part.pages.is_empty() {
                nav.pages aria-labelledby=(part.id) { @for link in &part.pages { a href=(link.href) { (link.text) } } }
            }
            @if let Some(held) = &part.form { (form(locale, held)) }
        }
    }
}

fn row(locale: Locale, row: &Row) -> Markup {
    html! {
        div.card {
            h3 { @if let Some(href) = &row.href { a href=(href) { (row.title) } } @else { (row.title) } }
            @for fact in &row.facts { p.concept { (fact) } }
            @if let Some(problem) = &row.problem { p.problem { (problem) } }
            @for link in &row.links { p { a href=(link.href) { (link.text) } } }
            @for held in &row.forms { (form(locale, held)) }
        }
    }
}
