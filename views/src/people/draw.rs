//! How a page of people is drawn: the search, what was understood of it, who was found, and ways on.

use super::{PeoplePage, Ways};
use crate::desk::Section;
use crate::desk::section;
use crate::{Arg, Link, Locale, layout, text, text_args};
use maud::{Markup, Render, html};

impl Render for PeoplePage {
    fn render(&self) -> Markup {
        let locale = self.chrome.locale;
        let heading = text(locale, "people-title");
        let chrome = layout::Chrome { title: heading.clone(), ..self.chrome.clone() };
        let main = html! {
            div.wrap {
                div.form-page.desk {
                    h1 { (heading) }
                    p { (if self.within { text(locale, "people-lead-area") } else { text(locale, "people-lead") }) }
                    (search(locale, self))
                    (section(locale, &found(locale, self)))
                    (ways(locale, &self.ways))
                    ul.ways { li { a href=(self.back.href) { (self.back.text) } } }
                }
            }
        };
        layout::page(&chrome, &main)
    }
}

fn search(locale: Locale, page: &PeoplePage) -> Markup {
    html! {
        search {
            form.search action=(page.action) method="get" {
                label for="q" { (text(locale, "people-search")) }
                div.box {
                    input #q type="search" name="q" value=(page.q) autocomplete="off" enterkeyhint="search"
                        placeholder=(text(locale, "search-placeholder"));
                    button { (text(locale, "search-button")) }
                }
                @if page.provinces.len() > 1 {
                    div.field {
                        label for="province" { (text(locale, "people-province")) }
                        select #province name="province" {
                            option value="" selected[page.province.is_empty()] { (text(locale, "everywhere")) }
                            @for (code, name) in &page.provinces {
                                option value=(code) selected[*code == page.province] { (name) }
                            }
                        }
                    }
                }
                @for (name, value) in &page.hidden { input type="hidden" name=(name) value=(value); }
            }
        }
    }
}

fn found(locale: Locale, page: &PeoplePage) -> Section {
    let count = Arg::Number(i64::try_from(page.total).unwrap_or(i64::MAX));
    let understood = page.understood.join(", ");
    let understood = (!understood.is_empty())
        .then(|| text_args(locale, "people-understood", &[("names", Arg::Text(&understood))]));
    let cut = page.cut.then(|| text(locale, "people-cut"));
    let (number, last) = page.place;
    let number = [("page", Arg::Number(number.into())), ("last", Arg::Number(last.into()))];
    let place = (last > 1).then(|| format!("{}.", text_args(locale, "pages-position", &number)));
    let lead: Vec<String> = understood.into_iter().chain(cut).chain(place).collect();
    let way = |href: &Option<String>, key| href.as_ref().map(|href| Link::new(href, text(locale, key)));
    let pages = [way(&page.ways.previous, "pages-previous"), way(&page.ways.next, "pages-next")]
        .into_iter()
        .flatten();
    Section {
        id: "found",
        heading: text_args(locale, "people-count", &[("count", count)]),
        lead: (!lead.is_empty()).then(|| lead.join(" ")),
        rows: page.people.iter().map(|person| person.row(locale)).collect(),
        none: Some(text(locale, "people-none")),
        pages: pages.collect(),
        ..Section::default()
    }
}

fn ways(locale: Locale, ways: &Ways) -> Markup {
    let Ways { previous: _, next: _, as_words, everywhere, everybody } = ways;
    let said =
        [(as_words, "people-as-words"), (everywhere, "people-everywhere"), (everybody, "people-everybody")];
    html! {
        @if said.iter().any(|(href, _)| href.is_some()) {
            ul.ways {
                @for (href, key) in said {
                    @if let Some(href) = href { li { a href=(href) { (text(locale, key)) } } }
                }
            }
        }
    }
}
