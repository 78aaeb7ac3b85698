//! The parameters of the model: m, u and the share of matches among all pairs.

use super::compare::{Comparison, counts_frequency};
use super::field::{Aspect, Kind, Slot};
use super::level::{LEVELS, Level};
use serde::{Deserialize, Serialize};

/// Chances of the levels of a slot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chances {
    /// What is compared.
    pub slot: Slot,
    /// Of two records of one person, by level; they add up to 1.
    pub same: [f64; LEVELS],
    /// Of two records of different people.
    pub different: [f64; LEVELS],
}

/// What the linkage knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// By slot.
    pub slots: Vec<Chances>,
    /// Share of matches among all pairs.
    pub matches: f64,
}

/// Evidence of each slot, in bits: log2 of how much likelier the agreement is for one person than for two.
#[derive(Clone, Debug)]
pub(super) struct Bits(Vec<Slotted>);

#[derive(Clone, Copy, Debug)]
struct Slotted {
    levels: [f64; LEVELS],
    /// log2 of m of the best level, where the frequency of the value stands for u.
    by_value: Option<f64>,
}

impl Model {
    /// The weight of every level in bits, frequencies left aside. Better agreement never weighs less: levels
    /// that would are taken together with their neighbour.
    pub(super) fn bits(&self) -> Bits {
        let of = |chances: &Chances| {
            let [.., below, exact] = chances.same;
            let by_value = counts_frequency(chances.slot.aspect).then(|| exact.max(below).log2());
            Slotted { levels: rising(chances), by_value }
        };
        Bits(self.slots.iter().map(of).collect())
    }

    /// Weight of a pair about which nothing is known: log2 odds of a match.
    pub fn prior_bits(&self) -> f64 {
        (self.matches / (1.0 - self.matches)).log2()
    }
}

/// Pools levels until the ratio of `same` to `different` rises (pool adjacent violators).
fn rising(chances: &Chances) -> [f64; LEVELS] {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (same, different) in chances.same.iter().zip(&chances.different) {
        let mut pool = (*same, *different, 1);
        while let Some((m, u, levels)) = pools.last().copied()
            && m * pool.1 > pool.0 * u
        {
            pools.pop();
            pool = (pool.0 + m, pool.1 + u, pool.2 + levels);
        }
        pools.push(pool);
    }
    let levels = pools.iter().flat_map(|(m, u, levels)| std::iter::repeat_n((m / u).log2(), *levels));
    let mut bits = [0.0; LEVELS];
    bits.iter_mut().zip(levels).for_each(|(place, bit)| *place = bit);
    bits
}

impl Bits {
    /// The weight of one slot of a pair; 0 where nothing is known.
    pub(super) fn of(&self, found: &Comparison, slot: usize) -> f64 {
        let (Some(level), Some(Slotted { levels, by_value })) = (found.pattern.get(slot), self.0.get(slot))
        else {
            return 0.0;
        };
        let plain = |level: Level| levels.get(level as usize).copied().unwrap_or(0.0);
        let rarity = f64::from(found.rarity.get(slot).copied().unwrap_or(0.0));
        match by_value {
            Some(same) if level == Level::Exact => (same + rarity).max(plain(Level::Near)),
            Some(_) if level == Level::VeryNear => (plain(level) + rarity).max(plain(Level::Near)),
            _ => plain(level),
        }
    }

    /// The weight of a pair without the prior.
    pub(super) fn sum(&self, found: &Comparison) -> f64 {
        (0..self.0.len()).map(|slot| self.of(found, slot)).sum()
    }
}

/// What is believed of the levels of two records of one person before any data: shares in percent.
/// Set by hand and looked at on Splink's `fake_1000` and on the generated world; `viak evaluate duplicates --json`
/// shows what a file makes of them.
pub(super) fn believed(aspect: Aspect) -> [f64; LEVELS] {
    match aspect {
        Aspect::Value(Kind::Name) => [8.0, 3.0, 5.0, 12.0, 72.0],
        Aspect::Value(Kind::Identifier) => [12.0, 1.0, 2.0, 10.0, 75.0],
        Aspect::Value(Kind::Category | Kind::Sex) => [10.0, 0.0, 0.0, 0.0, 90.0],
        Aspect::Value(Kind::Text | Kind::Date) => [12.0, 3.0, 5.0, 10.0, 70.0],
        Aspect::Value(Kind::Place) => [7.0, 0.0, 8.0, 0.0, 85.0],
        // Work changes, and clerks sort it differently.
        Aspect::Value(Kind::Class) => [14.0, 0.0, 6.0, 0.0, 80.0],
        Aspect::BirthDay => [3.0, 4.0, 8.0, 15.0, 70.0],
        Aspect::BirthMonth => [3.0, 0.0, 7.0, 0.0, 90.0],
        Aspect::BirthYear => [4.0, 0.0, 6.0, 0.0, 90.0],
        Aspect::Order => [3.0, 0.0, 0.0, 0.0, 97.0],
    }
}
