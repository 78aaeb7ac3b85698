//! The document: head, skip link, header, main, footer.

use super::{Chrome, OpenGraph, Own, stylesheet};
use crate::{Locale, text};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The site's mark, drawn in the page so that it costs no request.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E\
    %3Crect width='8' height='8' rx='2' fill='%23124f4b'/%3E\
    %3Cpath d='M2 3l1.5 2.5L6 2' fill='none' stroke='%23ffd27a'/%3E%3C/svg%3E";

pub(super) fn document(chrome: &Chrome, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(chrome.locale.code()) {
            (head(chrome))
            body {
                a.skip href="#main" { (text(chrome.locale, "skip-to-content")) }
                (header(chrome))
                main #main tabindex="-1" { (main) }
                (footer(chrome))
            }
        }
    }
}

fn head(chrome: &Chrome) -> Markup {
    let brand = text(chrome.locale, "brand");
    let title = if chrome.title.is_empty() { brand.clone() } else { format!("{} – {brand}", chrome.title) };
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) }
            @if !chrome.description.is_empty() { meta name="description" content=(chrome.description); }
            @if chrome.robots_noindex { meta name="robots" content="noindex"; }
            meta name="theme-color" content="#12403f";
            link rel="canonical" href=(format!("{}{}", chrome.base_url, chrome.path));
            @for (locale, href) in &chrome.languages {
                link rel="alternate" hreflang=(locale.code()) href=(format!("{}{href}", chrome.base_url));
            }
            @if let Some((_, href)) = chrome.languages.iter().find(|(locale, _)| *locale == Locale::Lao) {
                link rel="alternate" hreflang="x-default" href=(format!("{}{href}", chrome.base_url));
            }
            @if let Some(feed) = &chrome.feed {
                link rel="alternate" type="application/atom+xml" title=(chrome.title) href=(feed);
            }
            link rel="search" type="application/opensearchdescription+xml" title=(brand) href="/opensearch.xml";
            link rel="icon" href=(ICON);
            @if let Some(kind) = chrome.open_graph { (open_graph(chrome, kind)) }
            style { (PreEscaped(stylesheet())) }
        }
    }
}

fn open_graph(chrome: &Chrome, kind: OpenGraph) -> Markup {
    let kind = match kind {
        OpenGraph::Website => "website",
        OpenGraph::Article => "article",
    };
    html! {
        meta property="og:type" content=(kind);
        meta property="og:site_name" content=(text(chrome.locale, "brand"));
        meta property="og:title" content=(chrome.title);
        @if !chrome.description.is_empty() { meta property="og:description" content=(chrome.description); }
        meta property="og:url" content=(format!("{}{}", chrome.base_url, chrome.path));
        meta property="og:locale" content=(chrome.locale.open_graph());
        @for (locale, _) in chrome.languages.iter().filter(|(locale, _)| *locale != chrome.locale) {
            meta property="og:locale:alternate" content=(locale.open_graph());
        }
        meta name="twitter:card" content="summary";
    }
}

fn header(chrome: &Chrome) -> Markup {
    let locale = chrome.locale;
    html! {
        header.top {
            div.wrap {
                a.brand href=(chrome.home) {
                    span lang="lo" { "ວຽກ" }
                    " "
                    span.latin lang="en" { "Viak" }
                }
                nav aria-label=(text(locale, "nav-main")) {
                    a href=(chrome.jobs) { (text(locale, "nav-jobs")) }
                    @match &chrome.own {
                        Some(Own::WayIn(href)) => a href=(href) { (text(locale, "nav-sign-in")) },
                        Some(Own::Account(href)) => a href=(href) { (text(locale, "me-title")) },
                        None => {}
                    }
                }
                (languages(chrome))
            }
        }
    }
}

fn languages(chrome: &Chrome) -> Markup {
    html! {
        nav.languages aria-label=(text(chrome.locale, "nav-languages")) {
            ul {
                @for (locale, href) in &chrome.languages {
                    li {
                        a href=(href) lang=(locale.code()) hreflang=(locale.code())
                            aria-current=[(*locale == chrome.locale).then_some("true")] {
                            (locale.own_name())
                        }
                    }
                }
            }
        }
    }
}

fn footer(chrome: &Chrome) -> Markup {
    let locale = chrome.locale;
    html! {
        footer {
            div.wrap {
                p { strong { (text(locale, "brand")) } " · " (text(locale, "footer-what")) }
                p { (text(locale, "footer-never-pay")) }
                ul {
                    li { a href=(chrome.home) { (text(locale, "nav-home")) } }
                    li { a href=(chrome.jobs) { (text(locale, "nav-jobs")) } }
                    @if let Some(feed) = &chrome.feed { li { a href=(feed) { (text(locale, "nav-feed")) } } }
                    @if let Some(guide) = &chrome.guide {
                        li { a href=(guide.help) { (text(locale, "help-title")) } }
                        li { a href=(guide.contact) { (text(locale, "contact-link")) } }
                        li { a href=(guide.rules) { (text(locale, "rules-title")) } }
                        li { a href=(guide.privacy) { (text(locale, "privacy-title")) } }
                        li { a href=(guide.accessibility) { (text(locale, "access-title")) } }
                    }
                }
            }
        }
    }
}
