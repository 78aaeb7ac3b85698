//! Is an advert held before anybody sees it? Red flags with weights against the points of a rule.
//!
//! # Laws, each a property test
//! 1. Monotone: one more flag, a greater weight or a flag that becomes hard never lowers the score, never lets an
//!    advert go that was held, and never makes a sure one unsure.
//! 2. A hard flag always holds, and is sure.
//! 3. Independent of the order of the flags; a flag that is told twice counts once, by its greatest weight.

#[cfg(test)]
mod trials;

use std::collections::BTreeMap;

/// A red flag as a rule weighs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flag {
    /// Code of the rule: `RF-08`.
    pub code: String,
    /// What it counts, in points.
    pub weight: u32,
    /// Whether it holds the advert by itself.
    pub hard: bool,
}

/// From which points on an advert is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// It is held.
    pub hold: u32,
    /// It is as good as certain.
    pub sure: u32,
}

/// What becomes of an advert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The points of its flags.
    pub score: u32,
    /// A flag is hard, or the points are as good as certain.
    pub hard: bool,
    /// Nobody sees it until a person has decided.
    pub hold: bool,
}

/// Weighs the flags of an advert: the sum of their weights, each code once.
pub fn weigh(flags: &[Flag], threshold: Threshold) -> Verdict {
    let mut weights: BTreeMap<&str, u32> = BTreeMap::new();
    for flag in flags {
        let weight = weights.entry(&flag.code).or_default();
        *weight = flag.weight.max(*weight);
    }
    let score = weights.values().fold(0_u32, |score, weight| score.saturating_add(*weight));
    let hard = flags.iter().any(|flag| flag.hard) || score >= threshold.sure;
    Verdict { score, hard, hold: hard || score >= threshold.hold }
}
