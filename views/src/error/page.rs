//! How a page for what went wrong is drawn.

use super::ErrorPage;
use crate::{Arg, layout, text, text_args};
use maud::{Markup, Render, html};

impl Render for ErrorPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                article.error {
                    p.code { (text_args(locale, "error-code", &[("status", Arg::Text(&self.kind.status().to_string()))])) }
                    h1 { (self.kind.title(locale)) }
                    p { (self.kind.happened(locale)) }
                    @if let Some(detail) = &self.detail { p.detail { (detail) } }
                    h2 { (text(locale, "error-to-do")) }
                    p { (self.kind.to_do(locale)) }
                    @if !self.links.is_empty() {
                        ul.ways { @for link in &self.links { li { a href=(link.href) { (link.text) } } } }
                    }
                    @if let Some(reference) = &self.reference {
                        p.reference {
                            (text_args(locale, "error-reference", &[("reference", Arg::Text(reference))]))
                        }
                    }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}
