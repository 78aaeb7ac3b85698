//! What does the letter say by which somebody is asked for consent?

use super::letters::plain;
use super::profiles::day;
use super::{Day, Letter, one_line};
use crate::{Arg, Link, Locale, text, text_args};

/// An organisation asks to see what the reader has told; `link` leads to the answer, which is taken until a day.
pub fn consent_asked(locale: Locale, site: &str, organisation: &str, until: Day, link: &str) -> Letter {
    let (organisation, until) = (one_line(organisation), day(locale, until));
    let link = link.trim();
    let said =
        [("organisation", Arg::Text(&organisation)), ("date", Arg::Text(&until)), ("link", Arg::Text(link))];
    Letter {
        subject: text_args(locale, "mail-consent-subject", &said),
        paragraphs: vec![text_args(locale, "mail-consent-lead", &said)],
        button: Some(Link::new(link, text(locale, "mail-consent-button"))),
        notes: vec![text(locale, "mail-consent-note")],
        ..plain(locale, site, text_args(locale, "mail-consent-sms", &said))
    }
}
