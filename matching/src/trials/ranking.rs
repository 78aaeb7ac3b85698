//! The ranking equals brute force, whatever the world, the opening and the changes before.

use std::cmp::Reverse;

use proptest::collection::vec;
use proptest::prelude::*;

use super::samples::{opening, profile};
use super::world::Dice;
use crate::{Opening, Openings, People, Profile, Ranking, Score, explain, score};

/// Ids and scores of the best by scoring everybody.
fn brute<T>(all: &[T], limit: usize, judge: impl Fn(&T) -> (bool, Score, u128)) -> Vec<(u128, Score)> {
    let mut keys: Vec<_> =
        all.iter().map(judge).map(|(fails, score, id)| (fails, Reverse(score), id)).collect();
    keys.sort_unstable();
    keys.into_iter().take(limit).map(|(_, Reverse(score), id)| (id, score)).collect()
}

pub(super) fn brute_people(people: &[Profile], opening: &Opening, limit: usize) -> Vec<(u128, Score)> {
    brute(people, limit, |person| {
        let fails = !opening.conditions.is_empty() && explain(person, opening).fails_a_condition();
        (fails, score(person, opening), person.id)
    })
}

pub(super) fn brute_openings(openings: &[Opening], person: &Profile, limit: usize) -> Vec<(u128, Score)> {
    brute(openings, limit, |opening| {
        let fails = !opening.conditions.is_empty() && explain(person, opening).fails_a_condition();
        (fails, score(person, opening), opening.id)
    })
}

pub(super) fn shown(ranking: &Ranking) -> Vec<(u128, Score)> {
    ranking.matches.iter().map(|one| (one.id, one.score)).collect()
}

/// Ids in no order and all different.
pub(super) fn scattered(number: u64) -> u128 {
    u128::from(number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// Openings as they come, and those in which a shortcut would lose people.
pub(super) fn varied(dice: &mut Dice) -> Vec<Opening> {
    let mut openings: Vec<Opening> = (0..6).map(|number| dice.opening(number)).collect();
    let whole = dice.opening(6);
    openings.push(Opening { skills: vec![], ..whole.clone() });
    openings.push(Opening { isco: None, ..whole.clone() });
    openings.push(Opening { isco: None, skills: vec![], ..whole.clone() });
    openings.push(Opening { conditions: vec![], ..whole });
    openings.push(Opening { isco: Some("9999".parse().unwrap()), ..Opening::default() });
    openings.push(Opening::default());
    openings
}

#[test]
fn the_best_people_equal_brute_force_on_twenty_worlds_of_twenty_thousand() {
    let (mut scanned, mut exact) = (0, 0);
    for seed in 0..20 {
        let mut dice = Dice::new(seed);
        let everybody: Vec<Profile> = (0..20_000).map(|number| dice.profile(scattered(number))).collect();
        let people = People::build(everybody.iter().cloned());
        for opening in varied(&mut dice) {
            let expected = brute_people(&everybody, &opening, 500);
            for limit in [1, 50, 500] {
                let ranking = people.rank(&opening, limit);
                assert_eq!(shown(&ranking), expected[..limit], "world {seed}, {opening:?}");
                scanned += ranking.scanned;
                exact += ranking.exact;
            }
        }
    }
    assert!(exact * 5 < scanned, "{exact} of {scanned} were scored exactly: the bound shuts out too few");
}

/// Whoever is not looked at takes nobody's place and is not counted.
#[test]
fn the_best_among_some_people_are_as_if_nobody_else_were_there() {
    for seed in 60..64 {
        let mut dice = Dice::new(seed);
        let everybody: Vec<Profile> = (0..4_000).map(|number| dice.profile(scattered(number))).collect();
        let people = People::build(everybody.iter().cloned());
        for share in [1, 3, 50] {
            let among = |id: u128| (id >> 5).is_multiple_of(share);
            let some: Vec<Profile> = everybody.iter().filter(|held| among(held.id)).cloned().collect();
            for opening in varied(&mut dice) {
                let expected = brute_people(&some, &opening, 50);
                assert_eq!(shown(&people.rank_among(&opening, 50, &among)), expected, "{seed}, {share}");
                let from = Score::of_percent(40);
                let fits = |held: &&Profile| {
                    let fit = explain(held, &opening);
                    fit.score >= from && !fit.fails_a_condition()
                };
                let fitting = some.iter().filter(fits).count();
                for most in [10, 4_000] {
                    let counted = people.fitting_among(&opening, (from, most), &among);
                    assert_eq!(counted, fitting.min(most), "{seed}, {share}, {most}");
                }
            }
        }
    }
    assert!(People::default().rank_among(&Opening::default(), 5, &|_| true).matches.is_empty());
}

#[test]
fn the_best_openings_equal_brute_force_in_twenty_worlds() {
    for seed in 100..120 {
        let mut dice = Dice::new(seed);
        let mut all: Vec<Opening> = (0..3_000).map(|number| dice.opening(scattered(number))).collect();
        for (number, opening) in (0..).zip(varied(&mut dice)) {
            all.push(Opening { id: scattered(10_000 + number), ..opening });
        }
        let openings = Openings::build(all.iter().cloned());
        for number in 0..6 {
            let person = if number == 0 { Profile::default() } else { dice.profile(number) };
            let expected = brute_openings(&all, &person, 500);
            for limit in [1, 50, 500] {
                assert_eq!(
                    shown(&openings.rank(&person, limit)),
                    expected[..limit],
                    "world {seed}, {person:?}"
                );
            }
        }
    }
}

#[test]
fn an_empty_world_and_a_limit_of_nothing_give_nothing() {
    assert!(People::default().rank(&Opening::default(), 5).matches.is_empty());
    assert!(Openings::default().rank(&Profile::default(), 5).matches.is_empty());
    let one = People::build([Profile::default()].into_iter());
    assert!(one.rank(&Opening::default(), 0).matches.is_empty());
    assert_eq!(one.rank(&Opening::default(), 5).matches, [explain(&Profile::default(), &Opening::default())]);
}

#[test]
fn who_fails_a_condition_stands_behind_everybody_else() {
    let strong = Profile { id: 1, shifts: Some(false), experience_months: Some(60), ..Profile::default() };
    let weak = Profile { id: 2, experience_months: Some(0), ..Profile::default() };
    let opening = Opening {
        experience_months: Some(60),
        conditions: vec![crate::Condition::Shift],
        ..Opening::default()
    };
    let ranking = People::build([strong, weak].into_iter()).rank(&opening, 2);
    assert_eq!(ranking.matches.iter().map(|one| one.id).collect::<Vec<_>>(), [2, 1]);
    assert!(ranking.matches[1].score > ranking.matches[0].score);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_small_world_is_ranked_as_by_brute_force(
        everybody in vec(profile(), 0..60), openings in vec(opening(), 1..20), limit in 0..70usize,
    ) {
        let people = People::build(everybody.iter().cloned());
        let mut present = everybody;
        present.reverse();
        present.sort_by_key(|person| person.id);
        present.dedup_by_key(|person| person.id);
        for opening in &openings {
            prop_assert_eq!(shown(&people.rank(opening, limit)), brute_people(&present, opening, limit));
        }
        let all = Openings::build(openings.iter().cloned());
        let mut stated = openings;
        stated.reverse();
        stated.sort_by_key(|opening| opening.id);
        stated.dedup_by_key(|opening| opening.id);
        for person in &present {
            prop_assert_eq!(shown(&all.rank(person, limit)), brute_openings(&stated, person, limit));
        }
    }
}
