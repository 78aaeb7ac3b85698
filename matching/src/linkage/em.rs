//! Estimation of the parameters from the records themselves (expectation and maximisation; Dempster, Laird
//! and Rubin, 1977; for record linkage Winkler, 1988).
//!
//! Pairs that no block brings together count as pairs of two people. Of all others the chance of being one
//! person is estimated again and again; what it takes from the levels of random pairs leaves those of
//! different people. The sum grows with every round:
//! log-likelihood of the blocked pairs + log-likelihood of all others as different people + log prior.

use super::chance::{Chance, Counts};
use super::compare::{Comparison, counts_frequency};
use super::field::{Aspect, Slot};
use super::level::{LEVELS, Level, Pattern};
use super::model::{Chances, Model, believed};

/// Pairs that the prior is worth, and how many records add one more.
const STRENGTH: f64 = 30.0;
const RECORDS: f64 = 80.0;
/// Matches for each record at most: more are no duplicates but people who are alike.
const MOST_MATCHES: f64 = 3.0;
/// Pairs that are added to each level of different people, so that nothing is impossible.
const SMOOTH: f64 = 0.5;
/// Rounds at most, and the change of the share of matches that ends them.
const ROUNDS: usize = 60;
const STILL: f64 = 1e-5;

/// A compared pair, as far as the estimation needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    pub(super) pattern: Pattern,
    /// Bits of rarity of all values that agree.
    pub(super) rare: f32,
}

impl From<&Comparison> for Evidence {
    fn from(found: &Comparison) -> Self {
        Self { pattern: found.pattern, rare: found.rare() }
    }
}

/// What the estimation works on.
pub(super) struct Sample<'a> {
    pub(super) slots: &'a [Slot],
    pub(super) chance: &'a Chance,
    pub(super) blocked: &'a [Evidence],
    /// How many blocked pairs each one in `blocked` stands for.
    pub(super) each: f64,
    /// How many records there are.
    pub(super) people: usize,
}

impl Sample<'_> {
    /// Pairs that the prior of m is worth.
    fn strength(&self) -> f64 {
        STRENGTH + self.people as f64 / RECORDS
    }
}

/// The estimated model, and the sum that grew, round by round.
pub(super) struct Fit {
    pub(super) model: Model,
    pub(super) sums: Vec<f64>,
}

/// Estimates until nothing moves.
pub(super) fn estimate(sample: &Sample<'_>) -> Fit {
    let mut model = first(sample);
    let mut sums = Vec::new();
    for _ in 0..ROUNDS {
        let (expected, found, sum) = expect(sample, &model);
        sums.push(sum + log_prior(sample, &model));
        let next = maximise(sample, &expected, found);
        let moved = (next.matches / model.matches).ln().abs();
        model = next;
        if moved < STILL {
            break;
        }
    }
    Fit { model, sums }
}

/// Where the estimation begins: what is believed, and a duplicate for every twentieth record.
fn first(sample: &Sample<'_>) -> Model {
    let none = vec![[0.0; LEVELS]; sample.slots.len()];
    let mut model = maximise(sample, &none, 0.0);
    model.matches = (sample.people as f64 / 20.0 / sample.chance.pairs.max(1.0)).clamp(1e-15, 0.2);
    model
}

/// Expected numbers of matches by slot and level, their number, and the log-likelihood of the present model.
fn expect(sample: &Sample<'_>, model: &Model) -> (Counts, f64, f64) {
    let table = ratios(model);
    let odds = model.matches / (1.0 - model.matches);
    let mut expected = vec![[0.0; LEVELS]; sample.slots.len()];
    let (mut found, mut sum) = (0.0, 0.0);
    for pair in sample.blocked {
        let mut bits = f64::from(pair.rare);
        for (slot, ratios) in table.iter().enumerate() {
            if let Some(level) = pair.pattern.get(slot) {
                bits += ratios.get(level as usize).copied().unwrap_or(0.0);
            }
        }
        let ratio = odds * bits.exp2();
        let chance = ratio / (1.0 + ratio);
        sum += sample.each * ratio.ln_1p();
        found += sample.each * chance;
        for (slot, levels) in expected.iter_mut().enumerate() {
            if let Some(count) = pair.pattern.get(slot).and_then(|level| levels.get_mut(level as usize)) {
                *count += sample.each * chance;
            }
        }
    }
    sum += sample.chance.pairs * (1.0 - model.matches).ln();
    for (chances, counts) in model.slots.iter().zip(&sample.chance.counts) {
        let smooth = smooth(sample);
        sum += chances.different.iter().zip(counts).map(|(u, count)| (count + smooth) * u.ln()).sum::<f64>();
    }
    (expected, found, sum)
}

/// log2 of m over u by slot and level; of m alone where the frequency of the value stands for u.
fn ratios(model: &Model) -> Counts {
    let of = |chances: &Chances| {
        let mut bits = [0.0; LEVELS];
        let levels = chances.same.iter().zip(&chances.different).zip(Level::ALL);
        for (place, ((m, u), level)) in bits.iter_mut().zip(levels) {
            let by_value = level == Level::Exact && counts_frequency(chances.slot.aspect);
            *place = if by_value { m.log2() } else { (m / u).log2() };
        }
        bits
    };
    model.slots.iter().map(of).collect()
}

/// The model under which what is expected is likeliest.
fn maximise(sample: &Sample<'_>, expected: &Counts, found: f64) -> Model {
    let pairs = sample.chance.pairs.max(1.0);
    let slots = sample.slots.iter().zip(expected).zip(&sample.chance.counts);
    let slots = slots.map(|((slot, expected), random)| {
        let believed = believed(slot.aspect);
        let weight: f64 = believed.iter().sum();
        let mut same = [0.0; LEVELS];
        for (place, (count, share)) in same.iter_mut().zip(expected.iter().zip(believed)) {
            *place = count + (share + 0.01) / weight * sample.strength();
        }
        let mut different = [0.0; LEVELS];
        for (place, (random, matched)) in different.iter_mut().zip(random.iter().zip(expected)) {
            *place = (random - matched).max(0.0) + smooth(sample);
        }
        // Of two people either order is looked for, so that neither is rarer by chance.
        let different = if slot.aspect == Aspect::Order { [1.0; LEVELS] } else { shares(different) };
        Chances { slot: slot.clone(), same: shares(same), different }
    });
    let most = MOST_MATCHES * sample.people as f64 / pairs;
    Model { slots: slots.collect(), matches: ((found + 0.5) / (pairs + 1.0)).min(most).clamp(1e-15, 0.5) }
}

/// What is added to each level of different people, in pairs: the fewer were drawn, the more.
fn smooth(sample: &Sample<'_>) -> f64 {
    SMOOTH * sample.chance.each.max(1.0)
}

fn shares(counts: [f64; LEVELS]) -> [f64; LEVELS] {
    let all: f64 = counts.iter().sum();
    counts.map(|count| count / all)
}

fn log_prior(sample: &Sample<'_>, model: &Model) -> f64 {
    let of = |chances: &Chances| -> f64 {
        let believed = believed(chances.slot.aspect);
        let weight: f64 = believed.iter().sum();
        chances
            .same
            .iter()
            .zip(believed)
            .map(|(m, share)| (share + 0.01) / weight * sample.strength() * m.ln())
            .sum()
    };
    0.5 * model.matches.ln() + 0.5 * (1.0 - model.matches).ln() + model.slots.iter().map(of).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slots() -> Vec<Slot> {
        let slot = |aspect| Slot { name: "a field".to_owned(), aspect };
        vec![slot(Aspect::BirthDay), slot(Aspect::BirthMonth), slot(Aspect::BirthYear), slot(Aspect::Order)]
    }

    /// Pairs by the levels of their slots, all of which chance has counted.
    fn counted(pairs: &[Evidence]) -> Chance {
        let mut counts = vec![[0.0; LEVELS]; slots().len()];
        for pair in pairs {
            for (slot, counts) in counts.iter_mut().enumerate() {
                if let Some(level) = pair.pattern.get(slot) {
                    counts[level as usize] += 1.0;
                }
            }
        }
        Chance { counts, pairs: pairs.len() as f64, each: 1.0 }
    }

    fn pair(levels: [Option<usize>; 4]) -> Evidence {
        let mut pattern = Pattern::default();
        for (slot, level) in levels.into_iter().enumerate() {
            if let Some(level) = level {
                pattern.set(slot, Level::ALL[level]);
            }
        }
        Evidence { pattern, rare: 0.0 }
    }

    proptest! {
        #[test]
        fn every_round_raises_the_sum(
            levels in prop::collection::vec(prop::array::uniform4(prop::option::of(0..LEVELS)), 30..200),
            blocked in 1..30_usize,
        ) {
            let pairs: Vec<Evidence> = levels.into_iter().map(pair).collect();
            let chance = counted(&pairs);
            let sample = Sample { slots: &slots(), chance: &chance, blocked: &pairs[..blocked], each: 1.0, people: 20 };
            let fit = estimate(&sample);
            prop_assert!(fit.sums.len() > 1);
            for sums in fit.sums.windows(2) {
                prop_assert!(sums[1] >= sums[0] - 1e-6 * sums[0].abs(), "{:?}", fit.sums);
            }
        }
    }

    #[test]
    fn duplicates_among_strangers_are_seen() {
        let same = pair([Some(4), Some(4), Some(4), Some(4)]);
        let stranger = pair([Some(0), Some(0), Some(0), Some(4)]);
        let pairs = [vec![same; 20], vec![stranger; 2_000]].concat();
        let chance = counted(&pairs);
        let fit =
            estimate(&Sample { slots: &slots(), chance: &chance, blocked: &pairs, each: 1.0, people: 64 });
        assert!((0.005..0.015).contains(&fit.model.matches), "{}", fit.model.matches);
        let days = &fit.model.slots[0];
        assert!(days.same[4] > 0.6 && days.different[4] < 0.01, "{days:?}");
    }
}
