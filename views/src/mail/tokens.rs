//! What does the letter about a token that ends say?

use super::letters::plain;
use super::{Day, Letter, one_line};
use crate::{Arg, Link, Locale, format, text, text_args};

/// A token with a name, of an organisation or the operator's own, ends on a day; `link` leads to the tokens.
pub fn token_ends(
    locale: Locale,
    site: &str,
    (name, organisation, (year, month, day)): (&str, Option<&str>, Day),
    link: &str,
) -> Letter {
    let date = format::date(locale, year, month, day);
    let name = one_line(name);
    let said = [("name", Arg::Text(&name)), ("date", Arg::Text(&date))];
    let mut paragraphs = vec![text_args(locale, "mail-token-lead", &said)];
    if let Some(organisation) = organisation {
        let of = one_line(organisation);
        paragraphs.push(text_args(locale, "mail-token-of", &[("organisation", Arg::Text(&of))]));
    }
    let short = text_args(locale, "mail-token-sms", &[("date", Arg::Text(&date))]);
    Letter {
        subject: text_args(locale, "mail-token-subject", &said),
        paragraphs,
        button: Some(Link::new(link.trim(), text(locale, "mail-token-button"))),
        notes: vec![text(locale, "mail-token-note")],
        ..plain(locale, site, short)
    }
}
