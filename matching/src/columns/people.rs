//! All people, ready to be ranked for one opening.

use std::collections::HashMap;

use super::exact::{Exact, owned};
use super::hot::Hot;
use super::postings::Postings;
use super::{grades, scan};
use crate::explain::judge;
use crate::formula::{Demand, Person, parts};
use crate::rank::{Best, Standing, best};
use crate::{IscoCode, LanguageKey, LicenceKey, Opening, Profile, Ranking, SkillKey, conditions};

/// Removed rows beyond this many, and beyond a quarter of all, are swept out.
const REMOVED_AT_LEAST: usize = 4_096;

/// All people, in columns that one opening is ranked against in one pass.
///
/// A change appends a row and marks the old one as removed; now and then the columns are built anew.
#[derive(Debug, Clone, Default)]
pub struct People {
    rows: HashMap<u128, u32>,
    ids: Vec<u128>,
    exact: Exact,
    pub(super) hot: Hot,
    pub(super) occupations: Postings<IscoCode>,
    pub(super) skills: Postings<SkillKey>,
    pub(super) languages: Postings<LanguageKey>,
    pub(super) licences: Postings<LicenceKey>,
}

impl People {
    /// From profiles; of two with one id the later counts.
    pub fn build(profiles: impl Iterator<Item = Profile>) -> Self {
        let mut people = Self::default();
        for profile in profiles {
            people.put(&profile);
        }
        people
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
        self.remove(profile.id);
        self.append(profile.id, &Person::from(profile));
    }

    /// Takes a person out; whether there was one.
    pub fn remove(&mut self, id: u128) -> bool {
        let Some(row) = self.rows.remove(&id) else { return false };
        self.hot.remove(row as usize);
        let removed = self.ids.len() - self.rows.len();
        if removed > REMOVED_AT_LEAST && removed > self.ids.len() / 4 {
            self.sweep();
        }
        true
    }

    /// The best `limit` people for an opening, exactly: by [`crate::score`] over everybody, those who are
    /// known to fail a condition behind all others, ties by the lower id.
    pub fn rank(&self, opening: &Opening, limit: usize) -> Ranking {
        let demand = Demand::from(opening);
        let bounds = scan::bounds(self, &demand);
        let id = |row: usize| self.ids.get(row).copied().unwrap_or(u128::MAX);
        let Best { rows, scored } = best(&bounds, limit, id, |row| self.standing(row, &demand));
        let judged = rows.into_iter().filter_map(|row| Some(judge(id(row), &self.exact.get(row)?, &demand)));
        Ranking { matches: judged.collect(), scanned: self.len(), exact: scored }
    }

    /// The exact standing of a row.
    pub(super) fn standing(&self, row: usize, demand: &Demand) -> Standing {
        self.exact.get(row).map_or(Standing::REMOVED, |person| {
            let score = parts(&person, demand).total();
            Standing::new(score, conditions::fails(&person, &demand.conditions))
        })
    }

    fn append(&mut self, id: u128, person: &Person<'_>) {
        let row = self.ids.len() as u32;
        self.rows.insert(id, row);
        self.ids.push(id);
        self.hot.push(person);
        self.exact.push(person);
        for work in person.occupations {
            self.occupations.add(work.isco, row, grades::of_occupation(work));
        }
        for held in person.skills {
            self.skills.add(held.skill, row, grades::of_skill(*held));
        }
        for held in person.languages {
            self.languages.add(held.language, row, grades::of_language(*held));
        }
        for licence in person.licences.unwrap_or_default() {
            self.licences.add(*licence, row, 0);
        }
    }

    /// Builds the columns anew from the rows that are present.
    fn sweep(&mut self) {
        let present = self
            .ids
            .iter()
            .enumerate()
            .filter(|(row, id)| self.rows.get(*id).is_some_and(|current| *current as usize == *row));
        let profiles = present.filter_map(|(row, id)| Some(owned(*id, &self.exact.get(row)?)));
        *self = Self::build(profiles);
    }

    /// Shows the bound and the exact standing of every row, removed ones left out.
    #[cfg(test)]
    pub(crate) fn each_bound(&self, opening: &Opening, mut see: impl FnMut(Standing, Standing)) {
        let demand = Demand::from(opening);
        for (row, bound) in scan::bounds(self, &demand).into_iter().enumerate() {
            if bound != Standing::REMOVED {
                see(bound, self.standing(row, &demand));
            }
        }
    }
}
