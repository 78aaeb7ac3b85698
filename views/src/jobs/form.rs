//! The search form: one box, one button, and what the search must not forget.

use super::{JobsPage, SearchForm};
use crate::{Locale, text};
use maud::{Markup, html};

/// The element id by which filters elsewhere on the page belong to the form.
pub(super) const FORM: &str = "search";

/// The search form on a page that shows no filters.
pub(crate) fn search_form(locale: Locale, form: &SearchForm) -> Markup {
    search(locale, form, None)
}

/// The search form of the results page, which keeps the chosen order.
pub(super) fn results_form(page: &JobsPage) -> Markup {
    let sort = page.sorts.iter().skip(1).find(|sort| sort.selected).map(|sort| sort.value.as_str());
    search(page.chrome.locale, &page.form, sort)
}

fn search(locale: Locale, form: &SearchForm, sort: Option<&str>) -> Markup {
    html! {
        search {
            form.search id=(FORM) action=(form.action) method="get" {
                label for="q" { (text(locale, "search-label")) }
                div.box {
                    input #q type="search" name="q" value=(form.q) list="q-list" autocomplete="off"
                        enterkeyhint="search" placeholder=(text(locale, "search-placeholder"));
                    button { (text(locale, "search-button")) }
                }
                datalist id="q-list" {}
                @for field in &form.hidden { input type="hidden" name=(field.name) value=(field.value); }
                @if let Some(sort) = sort { input type="hidden" name="sort" value=(sort); }
            }
        }
        script src="/assets/suggest.js" defer {}
    }
}
