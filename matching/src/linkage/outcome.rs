//! What comes of a pair: the same person, a question for a person, or two people.

use super::field::Slot;
use super::level::Level;
use serde::{Deserialize, Serialize};

/// What is to be made of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Two people.
    Different,
    /// A person has to look.
    Ask,
    /// One person.
    Same,
}

/// Where outcomes begin, in bits of weight (log2 odds of one person).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// From here on it is the same person.
    pub same: f64,
    /// From here on a person has to look.
    pub ask: f64,
}

impl Thresholds {
    /// Those that are shipped. `same` is the mean of the two that labels pick for F1, to whole bits: -1.45 on Splink's
    /// `fake_1000` (`viak evaluate duplicates`), 1.66 in the generated world (`viak bench linkage --people 50000`). `ask`:
    /// of those whom a person is asked about there, one in five is the same (60 of 188 and 19 of 186).
    pub const SHIPPED: Self = Self { same: 0.0, ask: -4.0 };

    /// What a weight means.
    pub fn outcome(self, weight: f64) -> Outcome {
        if weight >= self.same {
            Outcome::Same
        } else if weight >= self.ask {
            Outcome::Ask
        } else {
            Outcome::Different
        }
    }
}

/// Two records that may be one person, the earlier one first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Position of a record.
    pub one: u32,
    /// Position of a later one.
    pub other: u32,
    /// Bits: log2 odds of one person.
    pub weight: f64,
}

/// What one comparison says of a pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// What was compared.
    pub slot: Slot,
    /// How well it agrees.
    pub level: Level,
    /// Bits for one person (above 0) or for two (below).
    pub bits: f64,
}

/// Why a pair weighs what it weighs: the prior and the comparisons add up to the weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// Log2 odds of one person before anything is compared.
    pub prior: f64,
    /// Comparisons of what both records know, heaviest first.
    pub slots: Vec<Weighed>,
    /// Log2 odds of one person.
    pub weight: f64,
}
