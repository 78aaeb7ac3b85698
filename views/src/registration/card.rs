//! A card with its PIN, shown once, to be printed or copied by hand.

use super::PhoneWord;
use crate::layout::{self, Chrome};
use crate::{Link, text};
use maud::{Markup, Render, html};

/// The page of a card.
#[derive(Debug, Clone)]
pub struct CardPage {
    chrome: Chrome,
    /// What stands on the card: label and value.
    lines: Vec<(String, String)>,
    /// How it is used, a sentence each.
    use_of_it: Vec<String>,
    back: Link,
}

/// The card of somebody by name, number and PIN; `address` is where it is used.
pub fn card(
    chrome: Chrome,
    (name, number, pin): (&str, &str, &str),
    phone: PhoneWord,
    (address, back): (&str, &str),
) -> CardPage {
    let locale = chrome.locale;
    let code = match phone {
        PhoneWord::Nobody => None,
        PhoneWord::Own => Some(text(locale, "card-code-own")),
        PhoneWord::Shared => Some(text(locale, "card-code-shared")),
        PhoneWord::Helper => Some(text(locale, "card-code-helper")),
    };
    let shown = address.split_once("://").map_or(address, |(_, rest)| rest).to_owned();
    let lines = vec![
        (text(locale, "card-name"), name.to_owned()),
        (text(locale, "card-number"), number.to_owned()),
        (text(locale, "card-pin"), pin.to_owned()),
        (text(locale, "card-address"), shown),
    ];
    let use_of_it = [text(locale, "card-use")].into_iter().chain(code).chain([text(locale, "card-keep")]);
    let use_of_it = use_of_it.collect();
    let title = text(locale, "card-title");
    let back = Link::new(back, text(locale, "helper-back"));
    CardPage { chrome: Chrome { title, ..chrome }, lines, use_of_it, back }
}

impl Render for CardPage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let main = html! {
            div.wrap {
                div.form-page {
                    h1 { (text(locale, "card-title")) }
                    p.status role="status" { (text(locale, "card-once")) }
                    section.card.pin-card aria-label=(text(locale, "card-title")) {
                        dl {
                            @for (label, value) in &self.lines { dt { (label) } dd { strong { (value) } } }
                        }
                        @for sentence in &self.use_of_it { p { (sentence) } }
                    }
                    p.again { (text(locale, "card-print")) }
                    ul.ways { li { a href=(self.back.href) { (self.back.text) } } }
                }
            }
        };
        layout::page(&self.chrome, &main)
    }
}
