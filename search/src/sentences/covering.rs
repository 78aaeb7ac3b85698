//! The numbers that say how much of a label a sentence says.

use serde::{Deserialize, Serialize};

/// How what a sentence says of a label is counted. Stored as data, fitted by
/// [`Model::fit_sentences`](crate::Model::fit_sentences).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covering {
    /// The power of a word's rarity among the labels.
    pub rarity: f32,
    /// What a word that carries grammar weighs, of its weight.
    pub grammar: f32,
    /// What a word in brackets weighs, of its weight: it tells labels apart and is seldom said.
    pub bracketed: f32,
    /// The power of the share of a label that is covered.
    pub wholeness: f32,
    /// What a word that is only like one of the sentence's counts, of its likeness.
    pub like: f32,
    /// What a strange word between those found costs, by the number of words found.
    pub gap: f32,
}

impl Covering {
    /// Whether it can weigh: shares from 0 to 1, the others from 0 to 10.
    pub(crate) fn is_sound(&self) -> bool {
        let Self { rarity, grammar, bracketed, wholeness, like, gap } = *self;
        [grammar, bracketed, like].iter().all(|share| (0.0..=1.0).contains(share))
            && [rarity, wholeness, gap].iter().all(|number| (0.0..=10.0).contains(number))
    }
}

impl Default for Covering {
    /// Every factor and power 1 and no cost: what somebody would take who has seen no sentence.
    fn default() -> Self {
        Self { rarity: 1.0, grammar: 1.0, bracketed: 1.0, wholeness: 1.0, like: 1.0, gap: 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_cannot_weigh_are_told() {
        assert!(Covering::default().is_sound());
        for odd in [-0.1, 10.5, f32::NAN, f32::INFINITY] {
            assert!(!Covering { rarity: odd, ..Covering::default() }.is_sound(), "{odd}");
            assert!(!Covering { gap: odd, ..Covering::default() }.is_sound(), "{odd}");
        }
        assert!(!Covering { like: 1.5, ..Covering::default() }.is_sound());
    }
}
