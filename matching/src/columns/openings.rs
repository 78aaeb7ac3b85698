//! All openings, ready to be ranked for one person.

use std::collections::BTreeMap;

use crate::explain::judge;
use crate::formula::{Demand, Person};
use crate::{Opening, Profile, Ranking};

/// All openings.
#[derive(Debug, Clone, Default)]
pub struct Openings {
    rows: BTreeMap<u128, Opening>,
}

impl Openings {
    /// From openings; of two with one id the later counts.
    pub fn build(openings: impl Iterator<Item = Opening>) -> Self {
        Self { rows: openings.map(|opening| (opening.id, opening)).collect() }
    }

    /// How many openings there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds an opening, or replaces the one with the same id.
    pub fn put(&mut self, opening: &Opening) {
        self.rows.insert(opening.id, opening.clone());
    }

    /// Takes an opening out; whether there was one.
    pub fn remove(&mut self, id: u128) -> bool {
        self.rows.remove(&id).is_some()
    }

    /// The best `limit` openings for a person.
    pub fn rank(&self, profile: &Profile, limit: usize) -> Ranking {
        let person = Person::from(profile);
        let mut matches: Vec<_> =
            self.rows.values().map(|opening| judge(opening.id, &person, &Demand::from(opening))).collect();
        matches.sort_by_key(|one| (one.fails_a_condition(), std::cmp::Reverse(one.score), one.id));
        matches.truncate(limit);
        Ranking { matches, scanned: self.rows.len(), exact: self.rows.len() }
    }
}
