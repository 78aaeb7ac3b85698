//! What is kept about people, who sees it, and for how long.

use super::sees::Sights;
use super::{GuidePage, Part, Shell, Table, section};
use crate::retention::TermWord;
use crate::{Arg, Locale, text, text_args};

/// For how long what is kept by the clock is kept.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// Days for which the words of searches are kept.
    pub search_days: u32,
    /// Letters and short messages.
    pub messages: TermWord,
    /// The audit trail.
    pub trail: TermWord,
    /// Records that nobody takes over.
    pub records: TermWord,
}

/// The page about what is kept, for how long, and who sees it.
pub fn privacy(shell: &Shell, terms: Kept, sights: &Sights) -> GuidePage {
    let locale = shell.locale();
    let [sees, employers] = super::sees::sections(shell, sights);
    let never = vec![Part::Points(vec![
        text(locale, "privacy-not-sold"),
        text(locale, "privacy-not-followed"),
        text(locale, "privacy-not-scored"),
    ])];
    let rights = vec![Part::Text(text(locale, "privacy-rights-how")), Part::Links(vec![shell.to_contact()])];
    let law =
        vec![Part::Text(text(locale, "privacy-law-which")), Part::Text(text(locale, "privacy-law-source"))];
    let sections = vec![
        section("kept", text(locale, "privacy-kept"), vec![Part::Table(kept(locale, terms))]),
        sees,
        employers,
        section(
            "cookies",
            text(locale, "privacy-cookies"),
            vec![
                Part::Text(text(locale, "privacy-cookies-which")),
                Part::Text(text(locale, "privacy-cookies-helper")),
            ],
        ),
        section("never", text(locale, "privacy-never"), never),
        section("rights", text(locale, "privacy-rights"), rights),
        section("law", text(locale, "privacy-law"), law),
    ];
    shell.page(text(locale, "privacy-title"), vec![text(locale, "privacy-lead")], sections)
}

/// What is kept, and for how long.
fn kept(locale: Locale, Kept { search_days, messages, trail, records }: Kept) -> Table {
    let days = [("days", Arg::Number(i64::from(search_days)))];
    let (trail, records) = (trail.said(locale), records.said(locale));
    let (trail, records) = ([("term", Arg::Text(&trail))], [("term", Arg::Text(&records))]);
    let row = |what: String, how_long: String| vec![what, how_long];
    Table {
        caption: text(locale, "privacy-kept-caption"),
        head: vec![text(locale, "privacy-what"), text(locale, "privacy-how-long")],
        rows: vec![
            row(text(locale, "privacy-contact"), text(locale, "privacy-contact-long")),
            row(text(locale, "privacy-password"), text(locale, "privacy-password-long")),
            row(text(locale, "privacy-devices"), text(locale, "privacy-devices-long")),
            row(text(locale, "privacy-messages"), messages.said(locale)),
            row(text(locale, "privacy-trail"), text_args(locale, "privacy-trail-long", &trail)),
            row(text(locale, "privacy-searches"), text_args(locale, "privacy-searches-long", &days)),
            row(text(locale, "privacy-record"), text_args(locale, "privacy-record-long", &records)),
        ],
    }
}
