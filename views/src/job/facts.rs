//! Facts, remarks and text of a vacancy.

use super::{Block, Fact, FactLabel, JobNote};
use crate::text::foreign;
use crate::{Arg, Locale, text, text_args};
use maud::{Markup, html};

pub(super) fn facts(locale: Locale, facts: &[Fact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            dl.facts {
                @for fact in facts {
                    div {
                        dt { (label(locale, fact.label)) }
                        dd {
                            (fact.value)
                            @if let Some(note) = &fact.note { small { (note) } }
                        }
                    }
                }
            }
        }
    }
}

fn label(locale: Locale, label: FactLabel) -> String {
    match label {
        FactLabel::Contract => text(locale, "fact-contract"),
        FactLabel::Hours => text(locale, "fact-hours"),
        FactLabel::Arrangement => text(locale, "fact-arrangement"),
        FactLabel::Openings => text(locale, "fact-openings"),
        FactLabel::Experience => text(locale, "fact-experience"),
        FactLabel::Qualification => text(locale, "fact-qualification"),
        FactLabel::Languages => text(locale, "fact-languages"),
        FactLabel::Licences => text(locale, "fact-licences"),
        FactLabel::Starts => text(locale, "fact-starts"),
        FactLabel::Posted => text(locale, "fact-posted"),
        FactLabel::Closes => text(locale, "fact-closes"),
        FactLabel::Shift => text(locale, "fact-shift"),
        FactLabel::Benefits => text(locale, "fact-benefits"),
        FactLabel::Industry => text(locale, "fact-industry"),
    }
}

pub(super) fn notes(locale: Locale, notes: &[JobNote]) -> Markup {
    html! {
        @if !notes.is_empty() { ul.notes { @for each in notes { li { (note(locale, each)) } } } }
    }
}

fn note(locale: Locale, note: &JobNote) -> String {
    match note {
        JobNote::NoClosingDate { closes } => {
            text_args(locale, "job-note-no-closing", &[("date", Arg::Text(closes))])
        }
        JobNote::TakenDown => text(locale, "job-taken-down"),
        JobNote::KeptOpen => text(locale, "job-note-kept-open"),
        JobNote::PlaceNotRecognised { place } => {
            text_args(locale, "job-note-place", &[("place", Arg::Text(place))])
        }
        JobNote::WageInWords { wage } => text_args(locale, "job-note-wage", &[("wage", Arg::Text(wage))]),
        JobNote::OccupationRead { percent } => {
            text_args(locale, "job-note-occupation", &[("percent", Arg::Number(i64::from(*percent)))])
        }
    }
}

pub(super) fn block(locale: Locale, block: &Block) -> Markup {
    match block {
        Block::Heading(prose) => html! {
            h3 lang=[foreign(locale, prose.lang.as_deref())] { (prose.text) }
        },
        Block::Paragraph(prose) => html! {
            p lang=[foreign(locale, prose.lang.as_deref())] { (prose.text) }
        },
        Block::List(items) => html! {
            ul { @for item in items { li lang=[foreign(locale, item.lang.as_deref())] { (item.text) } } }
        },
    }
}
