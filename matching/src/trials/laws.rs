//! The laws of the formula.

use proptest::prelude::*;

use super::samples::{condition, held_language, held_occupation, held_skill, opening, position, profile};
use crate::{
    Evidence, HeldLanguage, HeldOccupation, HeldSkill, Match, Opening, Parts, Profile, Score, explain, score,
};

/// The parts of the score.
fn parts(person: &Profile, opening: &Opening) -> Parts {
    explain(person, opening).parts
}

fn every(parts: &Parts) -> [u16; 8] {
    let Parts { occupation, skills, qualification, experience, languages, distance, wage, availability } =
        *parts;
    [occupation, skills, qualification, experience, languages, distance, wage, availability]
}

/// The better person scores no less, and loses nothing in any part.
fn no_worse(better: &Profile, worse: &Profile, opening: &Opening) -> Result<(), TestCaseError> {
    let (high, low) = (parts(better, opening), parts(worse, opening));
    for (high, low) in every(&high).iter().zip(every(&low)) {
        prop_assert!(*high >= low, "{high} under {low}");
    }
    prop_assert!(score(better, opening) >= score(worse, opening));
    Ok(())
}

fn turned<T: Clone>(list: &[T], by: usize) -> Vec<T> {
    let mut turned = list.to_vec();
    turned.reverse();
    turned.rotate_left(by % list.len().max(1));
    turned
}

/// Without what is promised in the order of the opening.
fn unordered(mut found: Match) -> Match {
    found.conditions.clear();
    found.gaps.retain(|gap| !matches!(gap, crate::Gap::Condition { .. }));
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_part_stays_within_its_bound_and_they_add_up(person in profile(), opening in opening()) {
        let found = explain(&person, &opening);
        for (part, full) in every(&found.parts).iter().zip(every(&Parts::FULL)) {
            prop_assert!(*part <= full);
        }
        prop_assert_eq!(u32::from(found.score.get()), every(&found.parts).iter().map(|part| u32::from(*part)).sum());
        prop_assert!(found.score <= Score::FULL);
    }

    #[test]
    fn the_explained_score_is_the_score_every_time(person in profile(), opening in opening()) {
        let found = explain(&person, &opening);
        prop_assert_eq!(found.score, score(&person, &opening));
        prop_assert_eq!(&found, &explain(&person.clone(), &opening.clone()));
        prop_assert_eq!(found.id, person.id);
    }

    #[test]
    fn the_order_of_lists_does_not_matter(person in profile(), opening in opening(), by in 0..9usize) {
        let other_person = Profile {
            occupations: turned(&person.occupations, by),
            skills: turned(&person.skills, by),
            languages: turned(&person.languages, by),
            licences: person.licences.as_ref().map(|held| turned(held, by)),
            ..person.clone()
        };
        let other_opening = Opening {
            skills: turned(&opening.skills, by),
            languages: turned(&opening.languages, by),
            conditions: turned(&opening.conditions, by),
            ..opening.clone()
        };
        let (one, other) = (explain(&person, &opening), explain(&other_person, &other_opening));
        prop_assert_eq!(one.fails_a_condition(), other.fails_a_condition());
        prop_assert_eq!(unordered(one), unordered(other));
    }

    #[test]
    fn one_more_skill_occupation_or_language_never_hurts(
        person in profile(), opening in opening(),
        skill in held_skill(), work in held_occupation(), language in held_language(),
    ) {
        let mut better = person.clone();
        better.skills.push(skill);
        no_worse(&better, &person, &opening)?;
        better.occupations.push(work);
        no_worse(&better, &person, &opening)?;
        better.languages.push(language);
        no_worse(&better, &person, &opening)?;
    }

    #[test]
    fn a_wanted_skill_gained_always_helps(person in profile(), opening in opening(), skill in held_skill()) {
        let mut without = person;
        without.skills.retain(|held| held.skill != skill.skill);
        let mut with = without.clone();
        with.skills.push(HeldSkill { evidence: Evidence::Certificate, ..skill });
        if opening.skills.iter().any(|wanted| wanted.skill == skill.skill) {
            prop_assert!(score(&with, &opening) > score(&without, &opening));
        } else {
            prop_assert_eq!(score(&with, &opening), score(&without, &opening));
        }
    }

    #[test]
    fn a_higher_level_or_better_evidence_never_hurts(
        person in profile(), opening in opening(), one in held_skill(), other in held_skill(),
    ) {
        let with = |level, evidence| {
            let mut person = person.clone();
            person.skills.push(HeldSkill { skill: one.skill, level, evidence });
            person
        };
        if let (Some(a), Some(b)) = (one.level, other.level) {
            let (better, worse) = (with(Some(a.max(b)), one.evidence), with(Some(a.min(b)), one.evidence));
            no_worse(&better, &worse, &opening)?;
        }
        let better = with(one.level, one.evidence.max(other.evidence));
        no_worse(&better, &with(one.level, one.evidence.min(other.evidence)), &opening)?;
    }

    #[test]
    fn a_higher_language_level_or_a_test_never_hurts(
        person in profile(), opening in opening(), one in held_language(), level in 0..=7u8,
    ) {
        let with = |level, tested| {
            let mut person = person.clone();
            person.languages.push(HeldLanguage { language: one.language, level, tested });
            person
        };
        no_worse(&with(one.level, true), &with(one.level, false), &opening)?;
        if let Some(known) = one.level {
            let (high, low) = (Some(known.max(level)), Some(known.min(level)));
            no_worse(&with(high, one.tested), &with(low, one.tested), &opening)?;
        }
    }

    #[test]
    fn longer_work_and_higher_schooling_never_hurt(
        person in profile(), opening in opening(), work in held_occupation(), years in 0..50u32, level in 0..9u8,
    ) {
        let with = |months| {
            let mut person = person.clone();
            person.occupations.push(HeldOccupation { months: Some(months), ..work });
            person.experience_months = Some(months);
            person
        };
        let shorter = work.months.unwrap_or(5);
        no_worse(&with(shorter.saturating_add(years * 12)), &with(shorter), &opening)?;
        let lower = Profile { qualification: Some(level), ..person.clone() };
        no_worse(&Profile { qualification: Some(level + 1), ..person.clone() }, &lower, &opening)?;
    }

    #[test]
    fn nearer_and_readier_to_travel_never_hurts(
        person in profile(), opening in opening(), one in position(), other in position(), more in 0..300u32,
    ) {
        let at = |position| Profile { position: Some(position), ..person.clone() };
        if let Some(work) = opening.position {
            let (near, far) = if work.km_to(one) <= work.km_to(other) { (one, other) } else { (other, one) };
            no_worse(&at(near), &at(far), &opening)?;
        }
        if let Some(most) = person.max_distance_km {
            let farther = Profile { max_distance_km: Some(most + more), ..person.clone() };
            no_worse(&farther, &person, &opening)?;
            no_worse(&Profile { max_distance_km: None, ..person.clone() }, &farther, &opening)?;
        }
        let goes = |abroad| Profile { abroad, ..person.clone() };
        no_worse(&goes(Some(true)), &goes(None), &opening)?;
        no_worse(&goes(None), &goes(Some(false)), &opening)?;
    }

    #[test]
    fn a_lower_wish_a_higher_offer_and_an_earlier_day_never_hurt(
        person in profile(), opening in opening(), kip in 0..20_000_000u64, days in 0..200i64,
    ) {
        if let Some(wish) = person.wage_wish {
            let modest = Profile { wage_wish: Some(wish.saturating_sub(kip)), ..person.clone() };
            no_worse(&modest, &person, &opening)?;
        }
        if let Some((low, high)) = opening.wage {
            let generous = Opening { wage: Some((low, high.saturating_add(kip))), ..opening.clone() };
            prop_assert!(parts(&person, &generous).wage >= parts(&person, &opening).wage);
        }
        if let Some(from) = person.available_from {
            let earlier = Some(from - chrono::Duration::days(days));
            no_worse(&Profile { available_from: earlier, ..person.clone() }, &person, &opening)?;
        }
    }

    #[test]
    fn what_nobody_said_is_never_worth_less_than_a_known_no(person in profile(), opening in opening()) {
        let silent = Profile { id: person.id, ..Profile::default() };
        let worst = Profile {
            occupations: vec![],
            skills: vec![],
            languages: vec![],
            qualification: Some(0),
            experience_months: Some(0),
            abroad: Some(false),
            max_distance_km: Some(0),
            ..silent.clone()
        };
        let (unknown, denied) = (parts(&silent, &opening), parts(&worst, &opening));
        prop_assert!(unknown.qualification > 0 && unknown.experience > 0 && unknown.languages > 0);
        prop_assert!(unknown.occupation > 0 && unknown.skills > 0 && unknown.distance > 0);
        prop_assert!(unknown.wage > 0 && unknown.availability > 0);
        prop_assert!(unknown.distance >= denied.distance);
        prop_assert!(!explain(&silent, &opening).fails_a_condition());
    }

    #[test]
    fn conditions_move_no_points(person in profile(), opening in opening(), more in condition()) {
        let mut stricter = opening.clone();
        stricter.conditions.push(more);
        prop_assert_eq!(parts(&person, &opening), parts(&person, &stricter));
    }
}
