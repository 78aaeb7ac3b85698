//! Where does chance come from, and how is it the same on every machine?

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What a stream of randomness makes; each pair of kind and index has a stream of its own.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Person = 1,
    Vacancy = 2,
    Employer = 3,
    Report = 4,
    Duplicate = 5,
}

/// A stream of draws. Integers only, so that no rounding differs between machines.
pub(crate) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of item `index` of `kind` in the world of `seed`.
    pub(crate) fn new(seed: u64, kind: Kind, index: u32) -> Self {
        let mut source = ChaCha8Rng::seed_from_u64(seed);
        source.set_stream(((kind as u64) << 32) | u64::from(index));
        Self(source)
    }

    /// A number from 0 to `limit - 1`; 0 when the limit is 0.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(limit)) >> 32) as u32
    }

    /// As [`Draw::below`] for large limits.
    pub(crate) fn below_wide(&mut self, limit: u64) -> u64 {
        ((u128::from(self.0.next_u64()) * u128::from(limit)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// A number of days from `low` to `high`, both included.
    pub(crate) fn days(&mut self, low: u32, high: u32) -> i32 {
        self.between(low, high).cast_signed()
    }

    /// True with a chance of `percent` in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// The smaller of two numbers from 0 to `limit - 1`: small ones are commoner.
    pub(crate) fn low_below(&mut self, limit: u32) -> u32 {
        self.below(limit).min(self.below(limit))
    }

    /// One of `items`, each as likely; none when there is none.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len() as u32) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_repeats_itself_and_differs_from_its_neighbour() {
        let ten = |index| {
            let mut draw = Draw::new(7, Kind::Person, index);
            (0..10).map(|_| draw.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(ten(3), ten(3));
        assert_ne!(ten(3), ten(4));
    }

    #[test]
    fn the_first_draws_are_those_of_every_machine() {
        let mut draw = Draw::new(1, Kind::Vacancy, 2);
        let drawn: Vec<u32> = (0..4).map(|_| draw.below(1000)).collect();
        assert_eq!(drawn, [939, 600, 547, 37]);
        assert_eq!(draw.below(0), 0);
        assert_eq!(draw.pick::<u8>(&[]), None);
    }
}
