//! All people, ready to be ranked for one opening.

use std::collections::BTreeMap;

use crate::explain::judge;
use crate::formula::{Demand, Person};
use crate::{Opening, Profile, Ranking};

/// All people.
#[derive(Debug, Clone, Default)]
pub struct People {
    rows: BTreeMap<u128, Profile>,
}

impl People {
    /// From profiles; of two with one id the later counts.
    pub fn build(profiles: impl Iterator<Item = Profile>) -> Self {
        Self { rows: profiles.map(|profile| (profile.id, profile)).collect() }
    }

    /// How many people there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds a person, or replaces the one with the same id.
    pub fn put(&mut self, profile: &Profile) {
        self.rows.insert(profile.id, profile.clone());
    }

    /// Takes a person out; whether there was one.
    pub fn remove(&mut self, id: u128) -> bool {
        self.rows.remove(&id).is_some()
    }

    /// The best `limit` people for an opening.
    pub fn rank(&self, opening: &Opening, limit: usize) -> Ranking {
        let demand = Demand::from(opening);
        let mut matches: Vec<_> =
            self.rows.values().map(|profile| judge(profile.id, &Person::from(profile), &demand)).collect();
        matches.sort_by_key(|one| (one.fails_a_condition(), std::cmp::Reverse(one.score), one.id));
        matches.truncate(limit);
        Ranking { matches, scanned: self.rows.len(), exact: self.rows.len() }
    }
}
