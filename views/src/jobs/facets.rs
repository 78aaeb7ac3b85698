//! Filters beside the results: groups of values with counts, and nearness.

use super::form::FORM;
use super::{FacetChoice, FacetGroup, FacetOption, JobsPage, NearFields, SelectOption};
use crate::{Locale, format, text};
use maud::{Markup, html};

pub(super) fn filters(page: &JobsPage) -> Markup {
    let locale = page.chrome.locale;
    html! {
        section.filters #filters aria-labelledby="filters-title" {
            h2 #filters-title { (text(locale, "filters-title")) }
            @for (place, group) in page.facets.iter().enumerate() {
                (facet(locale, group, place < 2))
            }
            @if let Some(near) = &page.near { (nearness(locale, near)) }
            div.apply {
                button form=(FORM) { (text(locale, "filters-apply")) }
                @if let Some(clear) = &page.clear { a href=(clear) { (text(locale, "filters-clear")) } }
            }
        }
    }
}

fn facet(locale: Locale, group: &FacetGroup, open: bool) -> Markup {
    let chosen = |options: &[FacetOption]| options.iter().any(|option| option.checked);
    let open = open || chosen(&group.options) || chosen(&group.more);
    html! {
        details.facet open[open] {
            summary { (group.title) }
            fieldset {
                legend.unseen { (group.title) }
                @if group.choice == FacetChoice::One { (any(locale, group)) }
                @for option in &group.options { (value(locale, group, option)) }
                @if !group.more.is_empty() {
                    details.more open[chosen(&group.more)] {
                        summary { (text(locale, "filters-more")) }
                        @for option in &group.more { (value(locale, group, option)) }
                    }
                }
            }
        }
    }
}

fn value(locale: Locale, group: &FacetGroup, option: &FacetOption) -> Markup {
    let control = match group.choice {
        FacetChoice::Many => "checkbox",
        FacetChoice::One => "radio",
    };
    let count = format::count(locale, option.count);
    html! {
        label.option {
            input type=(control) name=(group.name) value=(option.value) checked[option.checked] form=(FORM);
            span { (option.label) }
            " "
            span.count { (count) }
        }
    }
}

/// A group with a single choice needs a way back to none.
fn any(locale: Locale, group: &FacetGroup) -> Markup {
    let none = !group.options.iter().chain(&group.more).any(|option| option.checked);
    html! {
        label.option {
            input type="radio" name=(group.name) value="" checked[none] form=(FORM);
            span { (text(locale, "filters-any")) }
        }
    }
}

fn nearness(locale: Locale, near: &NearFields) -> Markup {
    let chosen = near.places.iter().any(|place| place.selected);
    html! {
        details.facet open[chosen] {
            summary { (text(locale, "near-title")) }
            (list("from", &text(locale, "near-from"), &text(locale, "near-from-none"), &near.places))
            (list("within", &text(locale, "near-within"), &text(locale, "near-within-any"), &near.within))
        }
    }
}

fn list(name: &str, label: &str, none: &str, options: &[SelectOption]) -> Markup {
    html! {
        label.field {
            span { (label) }
            select name=(name) form=(FORM) {
                option value="" { (none) }
                @for option in options {
                    option value=(option.value) selected[option.selected] { (option.label) }
                }
            }
        }
    }
}
