//! What do letters about what somebody decided over the reader's account say? It was closed, opened again, a role ended.

use super::letters::plain;
use super::{Day, Letter, When, one_line};
use crate::desk::{RoleWord, role};
use crate::{Arg, Link, Locale, format, text, text_args};

/// An administrator closed the account, for a reason in their own words.
pub fn account_closed(locale: Locale, site: &str, reason: &str, when: When) -> Letter {
    let ((date, time), reason) = (when.said(locale), one_line(reason));
    let said = [("date", Arg::Text(&date)), ("time", Arg::Text(&time)), ("reason", Arg::Text(&reason))];
    Letter {
        subject: text(locale, "mail-closed-subject"),
        paragraphs: vec![text_args(locale, "mail-closed-lead", &said), text(locale, "mail-closed-after")],
        button: Some(Link::new(format!("{site}/contact"), text(locale, "mail-decided-button"))),
        ..plain(locale, site, text(locale, "mail-closed-sms"))
    }
}

/// The account can be used again.
pub fn account_opened(locale: Locale, site: &str, when: When) -> Letter {
    let (date, time) = when.said(locale);
    let said = [("date", Arg::Text(&date)), ("time", Arg::Text(&time))];
    Letter {
        subject: text(locale, "mail-opened-subject"),
        paragraphs: vec![text_args(locale, "mail-opened-lead", &said)],
        button: Some(Link::new(format!("{site}/sign-in"), text(locale, "mail-opened-button"))),
        ..plain(locale, site, text(locale, "mail-opened-sms"))
    }
}

/// A role of the reader ended, in an organisation or none, because somebody else said so.
pub fn role_ended(
    locale: Locale,
    site: &str,
    (held, organisation): (RoleWord, Option<&str>),
    when: When,
) -> Letter {
    let ((date, time), held) = (when.said(locale), role(locale, held));
    let said = [("role", Arg::Text(&held)), ("date", Arg::Text(&date)), ("time", Arg::Text(&time))];
    let mut paragraphs = vec![text_args(locale, "mail-role-lead", &said)];
    if let Some(organisation) = organisation {
        let of = one_line(organisation);
        paragraphs.push(text_args(locale, "mail-role-of", &[("organisation", Arg::Text(&of))]));
    }
    Letter {
        subject: text_args(locale, "mail-role-subject", &said),
        paragraphs,
        button: Some(Link::new(format!("{site}/me"), text(locale, "mail-role-button"))),
        notes: vec![text(locale, "mail-role-note")],
        ..plain(locale, site, text(locale, "mail-role-sms"))
    }
}

/// Most of the short messages of a day are sent; `link` leads to the letters.
pub fn short_messages(
    locale: Locale,
    site: &str,
    (count, most, (year, month, day)): (u32, u32, Day),
    link: &str,
) -> Letter {
    let date = format::date(locale, year, month, day);
    let number = |count: u32| Arg::Number(i64::from(count));
    let said = [("count", number(count)), ("most", number(most)), ("date", Arg::Text(&date))];
    Letter {
        subject: text(locale, "mail-short-subject"),
        paragraphs: vec![text_args(locale, "mail-short-lead", &said), text(locale, "mail-short-after")],
        button: Some(Link::new(link.trim(), text(locale, "mail-short-button"))),
        ..plain(locale, site, text_args(locale, "mail-short-sms", &said))
    }
}
