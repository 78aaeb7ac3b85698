//! Every specimen in every language is a document that people and their tools can read.

use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;
use views::{Locale, specimens};

fn documents() -> impl Iterator<Item = (String, Locale, Html)> {
    specimens::all().into_iter().flat_map(|specimen| {
        Locale::ALL.into_iter().map(move |locale| {
            let name = format!("{} in {}", specimen.name, locale.code());
            (name, locale, Html::parse_document(&(specimen.render)(locale)))
        })
    })
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

#[test]
fn every_page_is_well_formed_html() {
    for (name, _, html) in documents() {
        assert!(html.errors.is_empty(), "{name}: {:?}", html.errors);
    }
}

#[test]
fn every_page_says_its_language_and_has_one_main_heading_and_the_landmarks() {
    for (name, locale, html) in documents() {
        assert_eq!(html.root_element().value().attr("lang"), Some(locale.code()), "{name}");
        for landmark in ["h1", "main", "header.top", "footer", "title"] {
            assert_eq!(select(&html, landmark).len(), 1, "{name}: {landmark}");
        }
    }
}

#[test]
fn headings_never_skip_a_level() {
    for (name, _, html) in documents() {
        let mut before = 0;
        for heading in select(&html, "h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name()[1..].parse().unwrap();
            assert!(level <= before + 1, "{name}: h{before} is followed by h{level}: {}", words(heading));
            assert!(!words(heading).is_empty(), "{name}: an empty heading");
            before = level;
        }
    }
}

#[test]
fn ids_are_unique_and_references_lead_to_them() {
    for (name, _, html) in documents() {
        let ids: Vec<_> = select(&html, "[id]").iter().filter_map(|e| e.value().attr("id")).collect();
        let unique: HashSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id stands twice in {ids:?}");
        for attribute in ["for", "form", "list", "aria-labelledby", "aria-describedby"] {
            for element in select(&html, &format!("[{attribute}]")) {
                for target in element.value().attr(attribute).unwrap().split_whitespace() {
                    assert!(unique.contains(target), "{name}: {attribute}={target} leads nowhere");
                }
            }
        }
    }
}

#[test]
fn every_control_has_a_label() {
    for (name, _, html) in documents() {
        let labelled: HashSet<_> =
            select(&html, "label[for]").iter().filter_map(|label| label.value().attr("for")).collect();
        let inside: HashSet<_> =
            select(&html, "label input, label select").iter().map(|control| control.id()).collect();
        for control in select(&html, "input:not([type=hidden]), select, textarea") {
            let by_id = control.value().attr("id").is_some_and(|id| labelled.contains(id));
            assert!(by_id || inside.contains(&control.id()), "{name}: {}", control.html());
        }
    }
}

#[test]
fn links_and_buttons_say_something() {
    for (name, _, html) in documents() {
        for element in select(&html, "a, button, summary, legend, caption, li, dt, dd") {
            assert!(!words(element).is_empty(), "{name}: {}", element.html());
        }
        for link in select(&html, "a") {
            assert!(link.value().attr("href").is_some_and(|href| !href.is_empty()), "{name}");
        }
    }
}

#[test]
fn foreign_text_carries_its_language_and_own_text_does_not() {
    for locale in Locale::ALL {
        let all = specimens::all();
        let typical = all.iter().find(|specimen| specimen.name == "jobs-typical").unwrap();
        let html = Html::parse_document(&(typical.render)(locale));
        let title = select(&html, ".card h2 a").into_iter().next().unwrap();
        let expected = (locale != Locale::Lao).then_some("lo");
        assert_eq!(title.value().attr("lang"), expected, "{}", locale.code());
    }
}

#[test]
fn what_people_typed_is_escaped() {
    for (name, _, html) in documents() {
        for script in select(&html, "script") {
            let kind = script.value().attr("type");
            let known = ["/assets/suggest.js", "/helper/queue.js", "/helper/register.js"];
            let ours = script.value().attr("src").is_some_and(|source| known.contains(&source));
            assert!(ours || kind == Some("application/ld+json"), "{name}: {}", script.html());
        }
        assert!(select(&html, ".card b").is_empty(), "{name}: an employer's name became markup");
    }
}

#[test]
fn a_page_needs_no_second_request_but_the_optional_script() {
    for (name, _, html) in documents() {
        assert!(select(&html, "img:not([src^='data:']), iframe, link[rel=stylesheet]").is_empty(), "{name}");
        assert!(select(&html, "script[src]:not([defer])").is_empty(), "{name}");
    }
}

#[test]
fn the_language_switch_keeps_the_page_and_marks_where_one_is() {
    for (name, locale, html) in documents() {
        let links = select(&html, ".languages a");
        let codes: Vec<_> = links.iter().filter_map(|link| link.value().attr("hreflang")).collect();
        assert_eq!(codes, ["lo", "en", "vi"], "{name}");
        let current: Vec<_> =
            links.iter().filter(|link| link.value().attr("aria-current").is_some()).collect();
        assert_eq!(current.len(), 1, "{name}");
        assert_eq!(words(*current[0]), locale.own_name(), "{name}");
        assert_eq!(select(&html, "link[rel=alternate][hreflang]").len(), 4, "{name}: three and x-default");
    }
}

#[test]
fn the_results_page_with_twenty_cards_and_its_style_stays_below_forty_thousand_bytes() {
    let all = specimens::all();
    let typical = all.iter().find(|specimen| specimen.name == "jobs-typical").unwrap();
    for locale in Locale::ALL {
        let bytes = (typical.render)(locale).len();
        assert!(bytes <= 40_000, "{}: {bytes} bytes", locale.code());
    }
}
