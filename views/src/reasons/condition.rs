//! Hard conditions and whether they are met, in words.

use super::{ConditionView, VerdictView};
use crate::{Arg, Locale, format, text, text_args, words};

/// What a condition asks for.
pub fn condition_text(locale: Locale, condition: &ConditionView) -> String {
    match condition {
        ConditionView::Licence { label } => {
            text_args(locale, "condition-licence", &[("licence", Arg::Text(label))])
        }
        ConditionView::LanguageTest { label, level } => text_args(
            locale,
            "condition-language-test",
            &[("language", Arg::Text(label)), ("level", Arg::Text(level))],
        ),
        ConditionView::Qualification { level } => {
            let level = words::qualification(locale, *level);
            text_args(locale, "condition-qualification", &[("level", Arg::Text(&level))])
        }
        ConditionView::Experience { occupation, months } => {
            experience(locale, occupation.as_deref(), &format::duration(locale, *months))
        }
        ConditionView::Shift => text(locale, "condition-shift"),
    }
}

/// Whether a condition is met, in a word.
pub fn verdict_text(locale: Locale, verdict: VerdictView) -> String {
    match verdict {
        VerdictView::Met => text(locale, "verdict-met"),
        VerdictView::NotMet => text(locale, "verdict-not-met"),
        VerdictView::Unknown => text(locale, "verdict-unknown"),
    }
}

fn experience(locale: Locale, occupation: Option<&str>, time: &str) -> String {
    match occupation {
        None => text_args(locale, "condition-experience", &[("time", Arg::Text(time))]),
        Some(occupation) => text_args(
            locale,
            "condition-experience-in",
            &[("time", Arg::Text(time)), ("occupation", Arg::Text(occupation))],
        ),
    }
}
