//! What do letters about a profile say? Whether employers shall still see it, and that they see it no more.

use super::Letter;
use super::letters::plain;
use crate::{Arg, Link, Locale, format, text, text_args};

/// A day: year, month, day.
pub type Day = (i32, u32, u32);

pub(super) fn day(locale: Locale, (year, month, day): Day) -> String {
    format::date(locale, year, month, day)
}

fn with_button(letter: Letter, link: &str) -> Letter {
    let button = Some(Link::new(link.trim(), text(letter.locale, "mail-profile-button")));
    Letter { button, ..letter }
}

/// Shall employers still see the profile? Without an answer it is hidden on `until`; `link` leads to the choice.
pub fn profile_asked(locale: Locale, site: &str, until: Day, link: &str) -> Letter {
    let date = day(locale, until);
    let letter = Letter {
        subject: text(locale, "mail-profile-asked-subject"),
        paragraphs: vec![text_args(locale, "mail-profile-asked-lead", &[("date", Arg::Text(&date))])],
        ..plain(locale, site, text(locale, "mail-profile-asked-sms"))
    };
    with_button(letter, link)
}

/// The profile is hidden on `until` unless its owner answers.
pub fn profile_warned(locale: Locale, site: &str, until: Day, link: &str) -> Letter {
    let date = day(locale, until);
    let said = [("date", Arg::Text(&date))];
    let letter = Letter {
        subject: text_args(locale, "mail-profile-warned-subject", &said),
        paragraphs: vec![text_args(locale, "mail-profile-warned-lead", &said)],
        ..plain(locale, site, text_args(locale, "mail-profile-warned-sms", &said))
    };
    with_button(letter, link)
}

/// The profile is hidden now.
pub fn profile_hidden(locale: Locale, site: &str, link: &str) -> Letter {
    let letter = Letter {
        subject: text(locale, "mail-profile-hidden-subject"),
        paragraphs: vec![text(locale, "mail-profile-hidden-lead")],
        ..plain(locale, site, text(locale, "mail-profile-hidden-sms"))
    };
    with_button(letter, link)
}
