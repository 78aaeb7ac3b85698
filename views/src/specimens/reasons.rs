//! Every reason, gap and condition in words.

use super::samples::{chrome, occupation, pick};
use crate::reasons::{ConditionView, GapView, ReasonView, VerdictView, gap_text, reason_text};
use crate::{Locale, format, layout, text, words};
use maud::html;

pub(super) fn reasons(locale: Locale) -> Vec<ReasonView> {
    let skill = pick(locale, "ການເຊື່ອມໄຟຟ້າ", "arc welding", "hàn hồ quang");
    vec![
        ReasonView::SameOccupation { label: occupation(locale) },
        ReasonView::NearOccupation { label: skill.clone(), wanted: occupation(locale) },
        ReasonView::Skills { held: vec![skill.clone(), skill.clone()], wanted: 5 },
        ReasonView::Skills { held: vec![skill.clone()], wanted: 1 },
        ReasonView::CertifiedSkill { label: skill },
        ReasonView::Qualification { level: 3 },
        ReasonView::Experience { years: 2, months: 6 },
        ReasonView::Experience { years: 1, months: 0 },
        ReasonView::Language { label: words::language(locale, "en") },
        ReasonView::Near { km: 12 },
        ReasonView::Remote,
        ReasonView::WouldGoAbroad,
        ReasonView::WageMeetsWish,
        ReasonView::AvailableNow,
    ]
}

pub(super) fn gaps(locale: Locale) -> Vec<GapView> {
    let skill = || pick(locale, "ການເຊື່ອມແກັສ", "gas welding", "hàn khí");
    let kip = |amount| format::money(locale, amount, "LAK", format::Period::Month);
    let condition = |condition, verdict| GapView::Condition { condition, verdict };
    let english = || words::language(locale, "en");
    vec![
        GapView::Occupation { wanted: occupation(locale) },
        GapView::Skill { label: skill(), essential: true },
        GapView::Skill { label: skill(), essential: false },
        GapView::SkillLevel {
            known: true,
            label: skill(),
            wanted: words::skill_level(locale, words::SkillLevelWord::Skilled),
        },
        GapView::Qualification { has: Some(2), wanted: 4 },
        GapView::Qualification { has: None, wanted: 4 },
        GapView::Experience { has: Some(7), wanted: 24 },
        GapView::Experience { has: Some(0), wanted: 24 },
        GapView::Experience { has: None, wanted: 24 },
        GapView::Language { label: english(), level: None },
        GapView::Language { label: english(), level: Some(words::language_level(3)) },
        GapView::Distance { km: 480 },
        GapView::Wage { wish: kip(6_000_000), offered: kip(3_500_000) },
        GapView::AvailableLater { date: format::date(locale, 2027, 2, 1) },
        GapView::Abroad,
        condition(ConditionView::Licence { label: "B".to_owned() }, VerdictView::Unknown),
        condition(
            ConditionView::LanguageTest { label: english(), level: words::language_level(4) },
            VerdictView::NotMet,
        ),
        condition(ConditionView::Qualification { level: 6 }, VerdictView::Met),
        condition(ConditionView::Experience { occupation: None, months: 12 }, VerdictView::Unknown),
        condition(
            ConditionView::Experience { occupation: Some(occupation(locale)), months: 12 },
            VerdictView::Unknown,
        ),
        condition(ConditionView::Shift, VerdictView::NotMet),
    ]
}

pub(super) fn page(locale: Locale) -> String {
    let title = text(locale, "specimen-reasons");
    let main = html! {
        div.wrap {
            h1 { (title) }
            h2 { (text(locale, "specimen-fits")) }
            ul { @for reason in reasons(locale) { li { (reason_text(locale, &reason)) } } }
            h2 { (text(locale, "specimen-missing")) }
            ul { @for gap in gaps(locale) { li { (gap_text(locale, &gap)) } } }
        }
    };
    layout::page(&chrome(locale, "/specimens/reasons", title), &main).into_string()
}
