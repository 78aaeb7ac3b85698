//! What do letters about two records of one person say? That an office looks, that they were joined, or parted again.

use super::Letter;
use super::letters::plain;
use crate::{Link, Locale, text};

/// What was done about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Records {
    /// They may be of one person.
    Alike,
    /// They were joined.
    Joined,
    /// They stand for themselves again.
    Parted,
}

/// A letter about two records; `link` leads to the reader's documents.
pub fn records(locale: Locale, site: &str, said: Records, link: &str) -> Letter {
    let (subject, lead, short) = match said {
        Records::Alike => (
            text(locale, "mail-records-alike-subject"),
            text(locale, "mail-records-alike-lead"),
            text(locale, "mail-records-alike-sms"),
        ),
        Records::Joined => (
            text(locale, "mail-records-joined-subject"),
            text(locale, "mail-records-joined-lead"),
            text(locale, "mail-records-joined-sms"),
        ),
        Records::Parted => (
            text(locale, "mail-records-parted-subject"),
            text(locale, "mail-records-parted-lead"),
            text(locale, "mail-records-parted-sms"),
        ),
    };
    let button = Some(Link::new(link.trim(), text(locale, "mail-records-button")));
    Letter { subject, paragraphs: vec![lead], button, ..plain(locale, site, short) }
}
