//! What does the letter about somebody who looks at many people say?

use super::letters::plain;
use super::{Day, Letter};
use crate::{Arg, Link, Locale, format, text, text_args};

/// Somebody had `count` covered values shown on a day; `refused` says that no more are shown until tomorrow. `link` leads to
/// the alarms.
pub fn alarm(
    locale: Locale,
    site: &str,
    (refused, count, (year, month, day)): (bool, u32, Day),
    link: &str,
) -> Letter {
    let date = format::date(locale, year, month, day);
    let said = [("count", Arg::Number(i64::from(count))), ("date", Arg::Text(&date))];
    let lead = if refused {
        text_args(locale, "mail-alarm-refused", &said)
    } else {
        text_args(locale, "mail-alarm-many", &said)
    };
    Letter {
        subject: text(locale, "mail-alarm-subject"),
        paragraphs: vec![lead],
        button: Some(Link::new(link.trim(), text(locale, "mail-alarm-button"))),
        ..plain(locale, site, text(locale, "mail-alarm-sms"))
    }
}
