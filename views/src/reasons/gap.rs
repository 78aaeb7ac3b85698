//! What is missing between a person and an opening, one sentence a gap.

use super::GapView;
use super::condition::{condition_text, verdict_text};
use crate::{Arg, Locale, format, text, text_args, words};

/// The sentence for a gap.
pub fn gap_text(locale: Locale, gap: &GapView) -> String {
    match gap {
        GapView::Occupation { wanted } => {
            text_args(locale, "gap-occupation", &[("wanted", Arg::Text(wanted))])
        }
        GapView::Skill { label, essential: true } => {
            text_args(locale, "gap-skill-essential", &[("skill", Arg::Text(label))])
        }
        GapView::Skill { label, essential: false } => {
            text_args(locale, "gap-skill-useful", &[("skill", Arg::Text(label))])
        }
        GapView::SkillLevel { label, known, wanted } => text_args(
            locale,
            if *known { "gap-skill-level" } else { "gap-skill-level-unknown" },
            &[("skill", Arg::Text(label)), ("wanted", Arg::Text(wanted))],
        ),
        GapView::Qualification { has, wanted } => qualification(locale, *has, *wanted),
        GapView::Experience { has, wanted } => experience(locale, *has, *wanted),
        GapView::Language { label, level } => language(locale, label, level.as_deref()),
        GapView::Distance { km } => {
            text_args(locale, "gap-distance", &[("distance", Arg::Text(&format::km(locale, *km)))])
        }
        GapView::Wage { wish, offered } => {
            text_args(locale, "gap-wage", &[("wish", Arg::Text(wish)), ("offered", Arg::Text(offered))])
        }
        GapView::AvailableLater { date } => text_args(locale, "gap-available", &[("date", Arg::Text(date))]),
        GapView::Abroad => text(locale, "gap-abroad"),
        GapView::Condition { condition, verdict } => {
            format!("{}: {}", condition_text(locale, condition), verdict_text(locale, *verdict))
        }
    }
}

fn qualification(locale: Locale, has: Option<u8>, wanted: u8) -> String {
    let wanted = words::qualification(locale, wanted);
    match has.map(|level| words::qualification(locale, level)) {
        None => text_args(locale, "gap-qualification-unknown", &[("wanted", Arg::Text(&wanted))]),
        Some(has) => text_args(
            locale,
            "gap-qualification",
            &[("has", Arg::Text(&has)), ("wanted", Arg::Text(&wanted))],
        ),
    }
}

fn experience(locale: Locale, has: Option<u32>, wanted: u32) -> String {
    let wanted = format::duration(locale, wanted);
    match has {
        None => text_args(locale, "gap-experience-unknown", &[("wanted", Arg::Text(&wanted))]),
        Some(0) => text_args(locale, "gap-experience-none", &[("wanted", Arg::Text(&wanted))]),
        Some(months) => text_args(
            locale,
            "gap-experience",
            &[("has", Arg::Text(&format::duration(locale, months))), ("wanted", Arg::Text(&wanted))],
        ),
    }
}

fn language(locale: Locale, label: &str, level: Option<&str>) -> String {
    match level {
        None => text_args(locale, "gap-language", &[("language", Arg::Text(label))]),
        Some(level) => text_args(
            locale,
            "gap-language-level",
            &[("language", Arg::Text(label)), ("level", Arg::Text(level))],
        ),
    }
}
