//! What do letters about adverts say?

use super::Letter;
use super::letters::plain;
use crate::{Arg, Link, Locale, text, text_args};

/// To inspectors: an advert was held for its red flags. `link` leads to the page on which it is decided about.
pub fn advert_held(locale: Locale, site: &str, link: &str) -> Letter {
    Letter {
        subject: text(locale, "mail-advert-held-subject"),
        paragraphs: vec![text(locale, "mail-advert-held")],
        button: Some(Link::new(link.trim(), text(locale, "mail-advert-held-button"))),
        ..plain(locale, site, text(locale, "mail-advert-held-sms"))
    }
}

/// To whoever posted it: an officer decided about a vacancy. `link` leads to its own page.
pub fn advert_decided(locale: Locale, site: &str, title: &str, link: &str) -> Letter {
    let title = [("title", Arg::Text(title))];
    Letter {
        subject: text_args(locale, "mail-advert-decided-subject", &title),
        paragraphs: vec![text_args(locale, "mail-advert-decided", &title)],
        button: Some(Link::new(link.trim(), text(locale, "mail-advert-decided-button"))),
        ..plain(locale, site, text(locale, "mail-advert-decided-sms"))
    }
}

/// To whoever applied: an advert was taken away. `link` leads to the page of help.
pub fn advert_taken_down(locale: Locale, site: &str, title: &str, link: &str) -> Letter {
    let title = [("title", Arg::Text(title))];
    Letter {
        subject: text_args(locale, "mail-advert-taken-down-subject", &title),
        paragraphs: vec![
            text_args(locale, "mail-advert-taken-down", &title),
            text(locale, "mail-advert-taken-down-what"),
        ],
        button: Some(Link::new(link.trim(), text(locale, "report-help"))),
        ..plain(locale, site, text(locale, "mail-advert-taken-down-sms"))
    }
}
