//! Following changes gives what building anew gives, and a clone sees nothing of them.

use std::collections::BTreeMap;
use std::sync::Mutex;

use proptest::collection::vec;
use proptest::prelude::*;

use super::ranking::{brute_openings, brute_people, scattered, shown, varied};
use super::samples::{opening, profile};
use super::world::Dice;
use crate::{Opening, Openings, People, Profile, Score, rank_all};

/// Some changes: what is put, and which ids are gone.
fn changes<T: Clone>(
    dice: &mut Dice,
    present: &BTreeMap<u128, T>,
    ids: u64,
    make: impl Fn(&mut Dice, u128) -> T,
) -> (Vec<(u128, T)>, Vec<u128>) {
    let many = [1, 3, 40, 700][dice.below(4) as usize];
    let put = (0..dice.below(many + 1)).map(|_| {
        let id = scattered(dice.below(ids));
        (id, make(dice, id))
    });
    let put: Vec<(u128, T)> = put.collect();
    let all: Vec<u128> = present.keys().copied().collect();
    let gone = (0..dice.below(many + 1) / 3)
        .filter_map(|_| all.get(dice.below(all.len().max(1) as u64) as usize).copied());
    (put, gone.collect())
}

fn follow<T: Clone>(present: &mut BTreeMap<u128, T>, put: &[(u128, T)], gone: &[u128]) {
    for id in gone {
        present.remove(id);
    }
    present.extend(put.iter().cloned());
}

#[test]
fn following_changes_equals_building_anew() {
    let mut dice = Dice::new(7);
    let mut everybody: BTreeMap<u128, Profile> =
        (0..9_000).map(|number| (scattered(number), dice.profile(scattered(number)))).collect();
    let mut all: BTreeMap<u128, Opening> =
        (0..3_000).map(|number| (scattered(number), dice.opening(scattered(number)))).collect();
    let mut people = People::build(everybody.values().cloned());
    let mut openings = Openings::build(all.values().cloned());
    for _ in 0..150 {
        let (put, gone) = changes(&mut dice, &everybody, 12_000, Dice::profile);
        follow(&mut everybody, &put, &gone);
        people.apply(&put.into_iter().map(|(_, person)| person).collect::<Vec<_>>(), &gone);
        let (put, gone) = changes(&mut dice, &all, 4_000, Dice::opening);
        follow(&mut all, &put, &gone);
        openings.apply(&put.into_iter().map(|(_, opening)| opening).collect::<Vec<_>>(), &gone);
        assert_eq!((people.len(), openings.len()), (everybody.len(), all.len()));
    }
    let stated: Vec<Profile> = everybody.values().cloned().collect();
    for opening in varied(&mut dice) {
        let anew = People::build(stated.iter().cloned()).rank(&opening, 200);
        assert_eq!(people.rank(&opening, 200).matches, anew.matches);
        assert_eq!(shown(&anew), brute_people(&stated, &opening, 200));
    }
    for number in 0..5 {
        let person = dice.profile(number);
        let anew = Openings::build(all.values().cloned()).rank(&person, 200);
        assert_eq!(openings.rank(&person, 200).matches, anew.matches);
    }
}

#[test]
fn a_clone_sees_nothing_of_later_changes() {
    let mut dice = Dice::new(8);
    let mut people = People::build((0..2_000).map(|number| dice.profile(number)));
    let (before, opening) = (people.clone(), dice.opening(1));
    let seen = before.rank(&opening, 50);
    let best: Vec<u128> = seen.matches.iter().map(|one| one.id).collect();
    people.apply(&[dice.profile(9_999)], &best);
    assert_eq!((before.len(), people.len()), (2_000, 1_951));
    assert_eq!(before.rank(&opening, 50), seen);
    assert!(people.rank(&opening, 50).matches.iter().all(|one| !best.contains(&one.id)));
}

#[test]
fn what_a_saved_table_would_lack_is_counted() {
    let mut dice = Dice::new(9);
    let mut people = People::build((0..1_000).map(|number| dice.profile(number)));
    assert_eq!(people.unsaved(), 0);
    people.apply(&[dice.profile(1), dice.profile(2_000)], &[5, 6, 7_777]);
    assert_eq!((people.len(), people.unsaved()), (999, 5));
}

#[test]
fn ranking_all_shows_every_opening_once_with_its_best() {
    let mut dice = Dice::new(10);
    let people = People::build((0..3_000).map(|number| dice.profile(number)));
    let all: Vec<Opening> = (0..500).map(|number| dice.opening(number)).collect();
    let mut openings = Openings::build(all.iter().cloned());
    openings.apply(&[], &[3, 4]);
    for threads in [1, 3] {
        let seen: Mutex<BTreeMap<u128, Vec<(u128, Score)>>> = Mutex::default();
        rank_all(&people, &openings, 10, threads, &|id, best| {
            let twice = seen.lock().unwrap().insert(id, best.to_vec());
            assert!(twice.is_none(), "{id} was shown twice");
        });
        let seen = seen.into_inner().unwrap();
        assert_eq!(seen.len(), 498);
        for opening in all.iter().filter(|opening| ![3, 4].contains(&opening.id)) {
            assert_eq!(seen[&opening.id], people.best(opening, 10));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_changes_of_a_small_world_end_as_brute_force(
        batches in vec((vec(profile(), 0..12), vec(0..1_000u128, 0..8)), 1..8),
        asked in vec(opening(), 1..4), limit in 1..40usize,
    ) {
        let (mut people, mut present) = (People::default(), BTreeMap::new());
        for (put, gone) in &batches {
            people.apply(put, gone);
            let put: Vec<_> = put.iter().map(|person| (person.id, person.clone())).collect();
            follow(&mut present, &put, gone);
        }
        let present: Vec<Profile> = present.into_values().collect();
        prop_assert_eq!(people.len(), present.len());
        for opening in &asked {
            let expected = brute_people(&present, opening, limit);
            prop_assert_eq!(shown(&people.rank(opening, limit)), expected.clone());
            prop_assert_eq!(people.best_by(opening, limit, false), expected.clone());
            prop_assert_eq!(people.best_by(opening, limit, true), expected);
        }
    }

    #[test]
    fn any_changes_of_few_openings_end_as_brute_force(
        batches in vec((vec(opening(), 0..12), vec(0..1_000u128, 0..8)), 1..8),
        asked in vec(profile(), 1..4), limit in 1..40usize,
    ) {
        let (mut openings, mut present) = (Openings::default(), BTreeMap::new());
        for (put, gone) in &batches {
            openings.apply(put, gone);
            let put: Vec<_> = put.iter().map(|opening| (opening.id, opening.clone())).collect();
            follow(&mut present, &put, gone);
        }
        let present: Vec<Opening> = present.into_values().collect();
        prop_assert_eq!(openings.len(), present.len());
        for person in &asked {
            prop_assert_eq!(shown(&openings.rank(person, limit)), brute_openings(&present, person, limit));
        }
    }
}
