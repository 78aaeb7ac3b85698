//! Any profile and any opening, for property tests.
//!
//! Keys are few, so that a person and an opening often have something in common.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::{
    Condition, Evidence, HeldLanguage, HeldOccupation, HeldSkill, IscoCode, LanguageKey, Level, LicenceKey,
    Opening, Position, Profile, SkillKey, WantedLanguage, WantedSkill,
};

pub(super) fn isco() -> impl Strategy<Value = IscoCode> {
    let codes = ["7212", "7213", "7223", "7411", "8", "72", "721", "0110", "5120", "9999", "2512"];
    proptest::sample::select(codes.to_vec()).prop_map(|code| code.parse().unwrap())
}

pub(super) fn level() -> impl Strategy<Value = Level> {
    proptest::sample::select(vec![Level::Basic, Level::Working, Level::Skilled, Level::Expert])
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let proofs = [Evidence::Inferred, Evidence::Claimed, Evidence::Experience, Evidence::Certificate];
    proptest::sample::select(proofs.to_vec())
}

pub(super) fn months() -> impl Strategy<Value = u32> {
    prop_oneof![0..200u32, Just(1_300), Just(70_000), Just(u32::MAX)]
}

pub(super) fn wage() -> impl Strategy<Value = u64> {
    prop_oneof![0..30_000_000u64, 0..3u64, Just(u64::MAX), Just(9_000_000_000), Just(1 << 50)]
}

pub(super) fn position() -> impl Strategy<Value = Position> {
    let anywhere = (-90.0..=90.0f64, -180.0..=180.0f64);
    let in_laos = (13.9..22.5f64, 100.0..107.7f64);
    prop_oneof![anywhere, in_laos]
        .prop_map(|(latitude, longitude)| Position::from_degrees(latitude, longitude).unwrap())
}

pub(super) fn day() -> impl Strategy<Value = NaiveDate> {
    let near = 20_000..20_300i64;
    let days = prop_oneof![near.clone(), near, -1_000..90_000i64];
    days.prop_map(|days| NaiveDate::default() + chrono::Duration::days(days))
}

pub(super) fn held_skill() -> impl Strategy<Value = HeldSkill> {
    (0..12u32, of(level()), evidence()).prop_map(|(skill, level, evidence)| HeldSkill {
        skill: SkillKey(skill),
        level,
        evidence,
    })
}

pub(super) fn held_occupation() -> impl Strategy<Value = HeldOccupation> {
    (isco(), of(months())).prop_map(|(isco, months)| HeldOccupation { isco, months })
}

pub(super) fn held_language() -> impl Strategy<Value = HeldLanguage> {
    (0..4u32, of(0..=7u8), any::<bool>()).prop_map(|(language, level, tested)| HeldLanguage {
        language: LanguageKey(language),
        level,
        tested,
    })
}

pub(super) fn profile() -> impl Strategy<Value = Profile> {
    let lists = (
        prop_oneof![9 => vec(held_occupation(), 0..4), 1 => vec(held_occupation(), 7..12)],
        vec(held_skill(), 0..10),
        vec(held_language(), 0..4),
        of(vec((0..3u32).prop_map(LicenceKey), 0..3)),
    );
    let work = (of(any::<u8>()), of(0..=8u8), of(months()), of(wage()), of(day()));
    let place = (of(position()), of(0..500u32), of(any::<bool>()), of(any::<bool>()));
    (0..1_000u128, lists, work, place).prop_map(|(id, lists, work, place)| Profile {
        id,
        occupations: lists.0,
        skills: lists.1,
        languages: lists.2,
        licences: lists.3,
        qualification: if id % 10 == 0 { work.0 } else { work.1 },
        experience_months: work.2,
        wage_wish: work.3,
        available_from: work.4,
        position: place.0,
        max_distance_km: place.1,
        abroad: place.2,
        shifts: place.3,
    })
}

fn wanted_skill() -> impl Strategy<Value = WantedSkill> {
    (0..12u32, any::<bool>(), of(level())).prop_map(|(skill, essential, level)| WantedSkill {
        skill: SkillKey(skill),
        essential,
        level,
    })
}

pub(super) fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        (0..3u32).prop_map(|key| Condition::Licence(LicenceKey(key))),
        (0..4u32, 0..=7u8)
            .prop_map(|(key, level)| Condition::LanguageTest { language: LanguageKey(key), level }),
        (0..=9u8).prop_map(Condition::Qualification),
        (of(isco()), months()).prop_map(|(isco, months)| Condition::Experience { isco, months }),
        Just(Condition::Shift),
    ]
}

pub(super) fn opening() -> impl Strategy<Value = Opening> {
    let wanted_language =
        (0..4u32, 0..=7u8).prop_map(|(key, level)| WantedLanguage { language: LanguageKey(key), level });
    let lists = (vec(wanted_skill(), 0..8), vec(wanted_language, 0..3), vec(condition(), 0..3));
    let work = (of(isco()), of(any::<u8>()), of(0..=8u8), of(months()));
    let offer = (of((wage(), wage())), of(day()), of(position()), 0..8u8);
    (0..1_000u128, lists, work, offer).prop_map(|(id, lists, work, offer)| Opening {
        id,
        skills: lists.0,
        languages: lists.1,
        conditions: lists.2,
        isco: work.0,
        qualification: if id % 10 == 0 { work.1 } else { work.2 },
        experience_months: work.3,
        wage: offer.0,
        starts: offer.1,
        position: offer.2,
        remote: offer.3 == 0,
        abroad: offer.3 == 1,
    })
}
