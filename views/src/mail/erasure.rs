//! What do letters about an erasure say? That it was asked for, that it comes soon, and that it is done.

use super::Letter;
use super::letters::plain;
use super::profiles::{Day, day};
use crate::{Arg, Link, Locale, text, text_args};

fn with_button(letter: Letter, link: &str) -> Letter {
    let button = Some(Link::new(link.trim(), text(letter.locale, "mail-erasure-button")));
    Letter { button, ..letter }
}

/// It was asked for, and is carried out on a day; `link` leads to where it is taken back.
pub fn erasure_asked(locale: Locale, site: &str, until: Day, link: &str) -> Letter {
    let date = day(locale, until);
    let said = [("date", Arg::Text(&date))];
    let letter = Letter {
        subject: text(locale, "mail-erasure-asked-subject"),
        paragraphs: vec![text_args(locale, "mail-erasure-asked-lead", &said)],
        ..plain(locale, site, text_args(locale, "mail-erasure-asked-sms", &said))
    };
    with_button(letter, link)
}

/// It is carried out on a day soon.
pub fn erasure_warned(locale: Locale, site: &str, until: Day, link: &str) -> Letter {
    let date = day(locale, until);
    let said = [("date", Arg::Text(&date))];
    let letter = Letter {
        subject: text_args(locale, "mail-erasure-warned-subject", &said),
        paragraphs: vec![text_args(locale, "mail-erasure-warned-lead", &said)],
        ..plain(locale, site, text_args(locale, "mail-erasure-warned-sms", &said))
    };
    with_button(letter, link)
}

/// It is done; this is the last letter.
pub fn erased(locale: Locale, site: &str) -> Letter {
    Letter {
        subject: text(locale, "mail-erased-subject"),
        paragraphs: vec![text(locale, "mail-erased-lead")],
        ..plain(locale, site, text(locale, "mail-erased-sms"))
    }
}

/// A record that nobody claimed is erased on a day; `link` leads to where it is claimed.
pub fn record_lapses(locale: Locale, site: &str, until: Day, link: &str) -> Letter {
    let date = day(locale, until);
    let said = [("date", Arg::Text(&date))];
    Letter {
        subject: text(locale, "mail-lapses-subject"),
        paragraphs: vec![text_args(locale, "mail-lapses-lead", &said)],
        button: Some(Link::new(link.trim(), text(locale, "mail-lapses-button"))),
        ..plain(locale, site, text_args(locale, "mail-lapses-sms", &said))
    }
}
