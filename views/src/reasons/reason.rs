//! Why a person and an opening fit, one sentence a reason.

use super::ReasonView;
use crate::{Arg, Locale, format, text, text_args, words};

/// The sentence for a reason.
pub fn reason_text(locale: Locale, reason: &ReasonView) -> String {
    match reason {
        ReasonView::SameOccupation { label } => {
            text_args(locale, "reason-same-occupation", &[("occupation", Arg::Text(label))])
        }
        ReasonView::NearOccupation { label, wanted } => text_args(
            locale,
            "reason-near-occupation",
            &[("occupation", Arg::Text(label)), ("wanted", Arg::Text(wanted))],
        ),
        ReasonView::Skills { held, wanted } => skills(locale, held, *wanted),
        ReasonView::CertifiedSkill { label } => {
            text_args(locale, "reason-certified", &[("skill", Arg::Text(label))])
        }
        ReasonView::Qualification { level } => {
            let level = words::qualification(locale, *level);
            text_args(locale, "reason-qualification", &[("level", Arg::Text(&level))])
        }
        ReasonView::Experience { years, months } => {
            let time = format::duration(locale, years.saturating_mul(12).saturating_add(*months));
            text_args(locale, "reason-experience", &[("time", Arg::Text(&time))])
        }
        ReasonView::Language { label } => {
            text_args(locale, "reason-language", &[("language", Arg::Text(label))])
        }
        ReasonView::Near { km } => {
            text_args(locale, "reason-near", &[("distance", Arg::Text(&format::km(locale, *km)))])
        }
        ReasonView::Remote => text(locale, "reason-remote"),
        ReasonView::WouldGoAbroad => text(locale, "reason-abroad"),
        ReasonView::WageMeetsWish => text(locale, "reason-wage"),
        ReasonView::AvailableNow => text(locale, "reason-available"),
    }
}

fn skills(locale: Locale, held: &[String], wanted: usize) -> String {
    let number = |count: usize| Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
    text_args(
        locale,
        "reason-skills",
        &[("held", number(held.len())), ("wanted", number(wanted)), ("skills", Arg::Text(&held.join(", ")))],
    )
}
