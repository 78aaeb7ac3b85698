//! No bound is below what it bounds, and both twins of the loops give the same bits.

use std::collections::HashMap;

use proptest::collection::vec;
use proptest::prelude::*;

use super::samples::{opening, profile};
use super::world::Dice;
use crate::columns::Promise;
use crate::rank::Standing;
use crate::{Openings, People};

/// Some entry of every present row is promised at least what the row is.
fn are_kept(promises: &[Promise]) {
    let mut best: HashMap<(u32, u32), (Standing, Standing)> = HashMap::new();
    for one in promises {
        let Some(exact) = one.exact else { continue };
        let slot = best.entry(one.row).or_insert((Standing(0), exact));
        slot.0 = slot.0.max(one.block.min(one.entry));
    }
    for (row, (bound, exact)) in best {
        assert!(bound >= exact, "row {row:?}: {bound:?} below {exact:?}");
    }
}

#[test]
fn no_bound_is_below_the_exact_standing_in_larger_worlds() {
    for seed in 40..44 {
        let mut dice = Dice::new(seed);
        let people = People::build((0..5_000).map(|number| dice.profile(number)));
        let openings = Openings::build((0..5_000).map(|number| dice.opening(number)));
        for number in 0..8 {
            // Many blocks, the last one not full: both twins.
            let (opening, person) = (dice.opening(number), dice.profile(number));
            assert_eq!(people.promises(&opening, true), people.promises(&opening, false));
            assert_eq!(openings.promises(&person, true), openings.promises(&person, false));
            are_kept(&people.promises(&opening, true));
            are_kept(&openings.promises(&person, true));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bound_of_a_person_is_below_the_exact_standing(
        everybody in vec(profile(), 1..60), opening in opening(), wide in any::<bool>(),
    ) {
        are_kept(&People::build(everybody.into_iter()).promises(&opening, wide));
    }

    #[test]
    fn no_bound_of_an_opening_is_below_the_exact_standing(
        all in vec(opening(), 1..60), person in profile(), wide in any::<bool>(),
    ) {
        are_kept(&Openings::build(all.into_iter()).promises(&person, wide));
    }

    #[test]
    fn both_twins_of_the_loops_promise_the_same(
        everybody in vec(profile(), 1..60), all in vec(opening(), 1..60),
    ) {
        let (people, openings) = (People::build(everybody.iter().cloned()), Openings::build(all.iter().cloned()));
        for opening in all.iter().take(5) {
            prop_assert_eq!(people.promises(opening, true), people.promises(opening, false));
        }
        for person in everybody.iter().take(5) {
            prop_assert_eq!(openings.promises(person, true), openings.promises(person, false));
        }
    }
}
