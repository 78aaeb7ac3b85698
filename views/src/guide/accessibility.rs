//! How usable are the pages for everybody: what is aimed at, what was tested, what is missing.

use super::{GuidePage, Part, Shell, section};
use crate::text;

/// The statement.
pub fn accessibility(shell: &Shell) -> GuidePage {
    let locale = shell.locale();
    let can = vec![Part::Points(vec![
        text(locale, "access-can-phone"),
        text(locale, "access-can-large"),
        text(locale, "access-can-keyboard"),
        text(locale, "access-can-script"),
        text(locale, "access-can-colours"),
        text(locale, "access-can-errors"),
    ])];
    let tested = vec![
        Part::Text(text(locale, "access-tested-aim")),
        Part::Points(vec![
            text(locale, "access-tested-axe"),
            text(locale, "access-tested-keyboard"),
            text(locale, "access-tested-narrow"),
            text(locale, "access-tested-script"),
            text(locale, "access-tested-contrast"),
        ]),
    ];
    let gaps = vec![Part::Points(vec![
        text(locale, "access-gap-people"),
        text(locale, "access-gap-browsers"),
        text(locale, "access-gap-adverts"),
        text(locale, "access-gap-sound"),
        text(locale, "access-gap-languages"),
    ])];
    let tell = vec![Part::Text(text(locale, "access-tell-how")), Part::Links(vec![shell.to_contact()])];
    let sections = vec![
        section("can", text(locale, "access-can"), can),
        section("tested", text(locale, "access-tested"), tested),
        section("gaps", text(locale, "access-gaps"), gaps),
        section("tell", text(locale, "access-tell"), tell),
    ];
    shell.page(text(locale, "access-title"), vec![text(locale, "access-lead")], sections)
}
