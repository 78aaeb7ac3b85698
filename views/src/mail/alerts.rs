//! What do letters about alerts say? Whether it was the reader who asked, and which vacancies came.

use super::letters::plain;
use super::{Letter, one_line};
use crate::{Arg, Link, Locale, text, text_args};

/// A vacancy as a letter lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertJob {
    /// As advertised.
    pub title: String,
    /// Name of who offers it.
    pub employer: String,
    /// Finished address.
    pub link: String,
}

/// Somebody asked for an alert at this address; `link` leads to the page on which it is confirmed.
pub fn alert_asked(locale: Locale, site: &str, link: &str) -> Letter {
    let link = link.trim();
    Letter {
        subject: text(locale, "mail-alert-asked-subject"),
        paragraphs: vec![text(locale, "mail-alert-asked-lead")],
        button: Some(Link::new(link, text(locale, "mail-alert-asked-button"))),
        notes: vec![text(locale, "mail-alert-asked-not-you")],
        ..plain(locale, site, text_args(locale, "mail-alert-asked-sms", &[("link", Arg::Text(link))]))
    }
}

/// Vacancies that met alerts of the reader, some of so many; `searches` are these alerts in words, each with the address
/// at which it is changed or ended.
pub fn alert_hits(
    locale: Locale,
    site: &str,
    (jobs, count): (Vec<AlertJob>, u64),
    searches: &[(String, String)],
) -> Letter {
    let all = ("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)));
    let counted = [all];
    let mut paragraphs = vec![text_args(locale, "mail-alert-hits-lead", &counted)];
    for AlertJob { title, employer, link } in &jobs {
        paragraphs.push(format!("{} – {}\n{link}", one_line(title), one_line(employer)));
    }
    let others = count.saturating_sub(jobs.len() as u64);
    if others > 0 {
        let counted = [("count", Arg::Number(i64::try_from(others).unwrap_or(i64::MAX)))];
        paragraphs.push(text_args(locale, "mail-alert-hits-others", &counted));
    }
    let ends = |(words, link): &(String, String)| {
        let words = one_line(words);
        let said = [("search", Arg::Text(&words)), ("link", Arg::Text(link))];
        text_args(locale, "mail-alert-hits-stop", &said)
    };
    let first = searches.first().map_or(site, |(_, link)| link.as_str());
    let short = [all, ("link", Arg::Text(first))];
    Letter {
        subject: text_args(locale, "mail-alert-hits-subject", &counted),
        paragraphs,
        button: Some(Link::new(first, text(locale, "mail-alert-hits-button"))),
        notes: searches.iter().map(ends).collect(),
        ..plain(locale, site, text_args(locale, "mail-alert-hits-sms", &short))
    }
}
