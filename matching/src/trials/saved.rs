//! What was saved is opened again with the same answers, and damage is seen.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use super::samples::{opening, profile};
use super::world::Dice;
use crate::columns::reseal;
use crate::{Bytes, DamagedColumns, Openings, People, rank_all};

fn saved(people: &People) -> Vec<u8> {
    let mut bytes = Vec::new();
    people.save(&mut bytes).unwrap();
    bytes
}

fn opened(bytes: Vec<u8>) -> Result<People, DamagedColumns> {
    People::open(Arc::new(bytes) as Bytes)
}

/// Bytes that begin where a number of two bytes may not.
struct Shifted(Vec<u8>);

impl AsRef<[u8]> for Shifted {
    fn as_ref(&self) -> &[u8] {
        &self.0[1..]
    }
}

#[test]
fn bytes_that_begin_anywhere_are_opened() {
    let mut dice = Dice::new(11);
    let people = People::build((0..500).map(|number| dice.profile(number)));
    let shifted = Shifted([vec![0], saved(&people)].concat());
    let again = People::open(Arc::new(shifted)).unwrap();
    let opening = dice.opening(1);
    assert_eq!(again.rank(&opening, 50), people.rank(&opening, 50));
}

#[test]
fn other_bytes_are_no_columns() {
    assert_eq!(opened(vec![]).unwrap_err(), DamagedColumns::Length);
    assert_eq!(opened(vec![7; 5_000]).unwrap_err(), DamagedColumns::Foreign);
    let mut openings = Vec::new();
    Openings::default().save(&mut openings).unwrap();
    assert_eq!(opened(openings).unwrap_err(), DamagedColumns::Foreign);
    assert!(opened(saved(&People::default())).unwrap().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_saved_gives_the_same_answers(
        first in vec(profile(), 0..40), then in vec(profile(), 0..10), gone in vec(0..1_000u128, 0..10),
        all in vec(opening(), 1..20),
    ) {
        let mut people = People::build(first.into_iter());
        people.apply(&then, &gone);
        let again = opened(saved(&people)).unwrap();
        prop_assert_eq!((again.len(), again.unsaved()), (people.len(), 0));
        for opening in &all {
            prop_assert_eq!(again.rank(opening, 30).matches, people.rank(opening, 30).matches);
        }
        let openings = Openings::build(all.into_iter());
        let mut bytes = Vec::new();
        openings.save(&mut bytes).unwrap();
        let again = Openings::open(Arc::new(bytes)).unwrap();
        for person in &then {
            prop_assert_eq!(again.rank(person, 30).matches, openings.rank(person, 30).matches);
        }
    }

    #[test]
    fn wrong_bytes_under_right_checksums_give_answers_and_no_panic(
        everybody in vec(profile(), 1..30), all in vec(opening(), 1..30),
        flips in vec((any::<prop::sample::Index>(), 1..=255u8), 1..40),
    ) {
        let (mut people, mut openings) = (saved(&People::build(everybody.iter().cloned())), Vec::new());
        Openings::build(all.iter().cloned()).save(&mut openings).unwrap();
        for bytes in [&mut people, &mut openings] {
            for (at, flip) in &flips {
                let at = 64 + at.index(bytes.len() - 64);
                bytes[at] ^= flip;
            }
            reseal(bytes);
        }
        let mut people = opened(people).unwrap();
        let mut openings = Openings::open(Arc::new(openings)).unwrap();
        for (person, opening) in everybody.iter().zip(&all) {
            people.rank(opening, 20);
            openings.rank(person, 20);
        }
        people.apply(&everybody, &[1, 2]);
        openings.apply(&all, &[1, 2]);
        rank_all(&people, &openings, 5, 1, &|_, _| {});
    }

    #[test]
    fn a_cut_or_a_flipped_byte_is_an_error(
        everybody in vec(profile(), 0..30), at in any::<prop::sample::Index>(), flip in 1..=255u8, cut in any::<bool>(),
    ) {
        let mut bytes = saved(&People::build(everybody.into_iter()));
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] ^= flip;
        }
        prop_assert!(opened(bytes).is_err());
    }
}
