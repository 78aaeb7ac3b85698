//! What was understood and chosen, as tags that can be taken away; notes on how a query was read.

use super::{ChosenTag, JobsPage, Note, SortOption, UnderstoodKind, UnderstoodTag};
use crate::{Arg, Locale, text, text_args};
use maud::{Markup, html};

pub(super) fn understood(page: &JobsPage) -> Markup {
    let locale = page.chrome.locale;
    html! {
        @if !page.understood.is_empty() {
            div.tags {
                h2 #understood { (text(locale, "understood-title")) }
                ul aria-labelledby="understood" {
                    @for tag in &page.understood { li { (understood_tag(locale, tag)) } }
                    @if let Some(href) = &page.as_words {
                        li { a.plain href=(href) { (text(locale, "understood-as-words")) } }
                    }
                }
            }
        }
        @if let Some(href) = &page.as_concepts {
            p.tags { (text(locale, "words-only")) " " a href=(href) { (text(locale, "words-only-undo")) } }
        }
    }
}

fn understood_tag(locale: Locale, tag: &UnderstoodTag) -> Markup {
    let kind = match tag.kind {
        UnderstoodKind::Occupation => text(locale, "kind-occupation"),
        UnderstoodKind::Skill => text(locale, "kind-skill"),
        UnderstoodKind::Place => text(locale, "kind-place"),
    };
    html! {
        a.tag href=(tag.remove_href) {
            span.kind { (kind) } " "
            @if tag.text != tag.label { span.typed { (tag.text) } " → " }
            (tag.label)
            (cross(locale))
        }
    }
}

pub(super) fn chosen(page: &JobsPage) -> Markup {
    let locale = page.chrome.locale;
    html! {
        @if !page.chosen.is_empty() {
            div.tags {
                h2 #chosen { (text(locale, "chosen-title")) }
                ul aria-labelledby="chosen" {
                    @for tag in &page.chosen { li { (chosen_tag(locale, tag)) } }
                    @if let Some(href) = &page.clear {
                        li { a.plain href=(href) { (text(locale, "filters-clear")) } }
                    }
                }
            }
        }
    }
}

fn chosen_tag(locale: Locale, tag: &ChosenTag) -> Markup {
    html! { a.tag href=(tag.remove_href) { (tag.label) (cross(locale)) } }
}

fn cross(locale: Locale) -> Markup {
    html! {
        span.cross aria-hidden="true" { "×" }
        span.unseen { " – " (text(locale, "tag-remove")) }
    }
}

pub(super) fn notes(locale: Locale, notes: &[Note]) -> Markup {
    html! {
        @if !notes.is_empty() {
            ul.notes { @for each in notes { li { (note(locale, each)) } } }
        }
    }
}

fn note(locale: Locale, note: &Note) -> Markup {
    match note {
        Note::QueryCut { words } => {
            let words = Arg::Number(i64::from(*words));
            html! { (text_args(locale, "note-query-cut", &[("words", words)])) }
        }
        Note::TypoCorrected { typed, read } => {
            let args = [("typed", Arg::Text(typed)), ("read", Arg::Text(read))];
            html! { (text_args(locale, "note-typo", &args)) }
        }
        Note::PageBeyondEnd { first } => html! {
            (text(locale, "note-page-beyond")) " " a href=(first) { (text(locale, "note-page-first")) }
        },
        Note::UnknownFilter { name, value } => {
            let args = [("name", Arg::Text(name)), ("value", Arg::Text(value))];
            html! { (text_args(locale, "note-unknown-filter", &args)) }
        }
        Note::NearWithoutPlace => html! {
            (text(locale, "note-near-without-place")) " "
            a href="#filters" { (text(locale, "note-choose-place")) }
        },
    }
}

pub(super) fn sorts(locale: Locale, sorts: &[SortOption]) -> Markup {
    html! {
        @if sorts.len() > 1 {
            nav.sorts aria-labelledby="sort-title" {
                span #sort-title { (text(locale, "sort-title")) }
                ul {
                    @for sort in sorts {
                        li {
                            a href=(sort.href) aria-current=[sort.selected.then_some("true")] { (sort.label) }
                        }
                    }
                }
            }
        }
    }
}
