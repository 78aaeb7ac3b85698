//! Tests of the words behind a score.

use super::*;
use crate::{
    Condition, Evidence, Gap, HeldLanguage, HeldOccupation, HeldSkill, LanguageKey, Level, LicenceKey, Parts,
    Position, Reason, SkillKey, Verdict, WantedLanguage, WantedSkill,
};

fn wanted(skill: u32, essential: bool) -> WantedSkill {
    WantedSkill { skill: SkillKey(skill), essential, level: Some(Level::Working) }
}

/// A welder is wanted in Savannakhet.
fn opening() -> Opening {
    Opening {
        id: 900,
        isco: Some("7212".parse().unwrap()),
        skills: vec![wanted(1, true), wanted(2, true), wanted(3, false)],
        qualification: Some(4),
        experience_months: Some(24),
        languages: vec![WantedLanguage { language: LanguageKey(1), level: 3 }],
        position: Some(Position::from_degrees(16.55, 104.75).unwrap()),
        wage: Some((4_000_000, 6_000_000)),
        starts: chrono::NaiveDate::from_ymd_opt(2026, 7, 1),
        conditions: vec![Condition::Licence(LicenceKey(5)), Condition::Shift],
        ..Opening::default()
    }
}

fn fitting() -> Profile {
    let held = |skill| HeldSkill {
        skill: SkillKey(skill),
        level: Some(Level::Working),
        evidence: Evidence::Certificate,
    };
    Profile {
        id: 7,
        occupations: vec![HeldOccupation { isco: "7212".parse().unwrap(), months: Some(60) }],
        skills: vec![held(1), held(2), held(3)],
        qualification: Some(4),
        experience_months: Some(60),
        languages: vec![HeldLanguage { language: LanguageKey(1), level: Some(3), tested: true }],
        position: opening().position,
        wage_wish: Some(5_000_000),
        available_from: chrono::NaiveDate::from_ymd_opt(2026, 6, 1),
        licences: Some(vec![LicenceKey(5)]),
        shifts: Some(true),
        ..Profile::default()
    }
}

#[test]
fn who_brings_everything_gets_everything_and_has_no_gap() {
    let found = explain(&fitting(), &opening());
    assert_eq!(found.score, Score::FULL);
    assert_eq!(found.parts, Parts::FULL);
    assert_eq!(found.gaps, []);
    assert_eq!(
        found.reasons[0],
        Reason::Skills { held: vec![SkillKey(1), SkillKey(2), SkillKey(3)], wanted: 3 }
    );
    assert_eq!(found.reasons[1], Reason::SameOccupation);
    assert!(found.reasons.contains(&Reason::CertifiedSkill(SkillKey(3))));
    assert!(found.reasons.contains(&Reason::AvailableByStart));
    assert!(found.conditions.iter().all(|(_, verdict)| *verdict == Verdict::Met));
}

#[test]
fn who_brings_nothing_known_gets_no_reason_and_hears_what_is_missing() {
    let found = explain(&Profile::default(), &opening());
    assert_eq!(found.reasons, []);
    assert_eq!(
        found.gaps,
        [
            Gap::Condition { condition: Condition::Licence(LicenceKey(5)), verdict: Verdict::Unknown },
            Gap::Condition { condition: Condition::Shift, verdict: Verdict::Unknown },
            Gap::Occupation { shared_digits: None },
            Gap::Skill { skill: SkillKey(1), essential: true },
            Gap::Skill { skill: SkillKey(2), essential: true },
            Gap::Language { language: LanguageKey(1), has: None, wanted: 3 },
            Gap::Skill { skill: SkillKey(3), essential: false },
            Gap::Experience { has: None, wanted: 24 },
            Gap::Qualification { has: None, wanted: 4 },
        ]
    );
}

#[test]
fn each_shortfall_is_named_with_its_figures() {
    let mut person = fitting();
    person.occupations[0].isco = "7213".parse().unwrap();
    person.skills[0].level = Some(Level::Basic);
    person.qualification = Some(3);
    person.experience_months = Some(12);
    person.languages[0].level = Some(2);
    person.position = Some(Position::from_degrees(17.96, 102.61).unwrap());
    person.wage_wish = Some(9_000_000);
    person.available_from = chrono::NaiveDate::from_ymd_opt(2026, 8, 1);
    person.licences = Some(vec![]);
    let found = explain(&person, &opening());
    let expected = [
        Gap::Occupation { shared_digits: Some(3) },
        Gap::SkillLevel { skill: SkillKey(1), has: Some(Level::Basic), wanted: Level::Working },
        Gap::Qualification { has: Some(3), wanted: 4 },
        Gap::Experience { has: Some(12), wanted: 24 },
        Gap::Language { language: LanguageKey(1), has: Some(2), wanted: 3 },
        Gap::Wage { wish: 9_000_000, offered: 6_000_000 },
        Gap::AvailableLater { from: person.available_from.unwrap() },
    ];
    for gap in expected {
        assert!(found.gaps.contains(&gap), "{gap:?} not in {:?}", found.gaps);
    }
    assert!(found.gaps.iter().any(|gap| matches!(gap, Gap::Distance { km: 250..300 })), "{:?}", found.gaps);
    let denied = Gap::Condition { condition: Condition::Licence(LicenceKey(5)), verdict: Verdict::NotMet };
    assert_eq!(found.gaps[0], denied);
    assert!(found.fails_a_condition());
    assert!(found.reasons.contains(&Reason::NearOccupation { shared_digits: 3 }));
}

#[test]
fn work_abroad_asks_for_the_will_and_remote_work_for_no_place() {
    let mut abroad = Opening { abroad: true, ..opening() };
    let mut person = Profile { abroad: Some(false), ..fitting() };
    assert!(explain(&person, &abroad).gaps.contains(&Gap::StaysAtHome));
    person.abroad = Some(true);
    assert!(explain(&person, &abroad).reasons.contains(&Reason::WouldGoAbroad));
    abroad.remote = true;
    assert!(explain(&person, &abroad).reasons.contains(&Reason::Remote));
}

#[test]
fn a_place_beyond_the_accepted_distance_is_a_gap_even_when_near() {
    let mut person = fitting();
    person.position = Some(Position::from_degrees(16.55, 105.0).unwrap());
    person.max_distance_km = Some(10);
    let found = explain(&person, &opening());
    assert_eq!(found.parts.distance, 0);
    assert_eq!(found.gaps, [Gap::Distance { km: 26 }]);
}
