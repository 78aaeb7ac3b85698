//! All openings, ready to be ranked for one person.

use std::collections::HashMap;

use super::grades;
use super::postings::{Postings, table};
use crate::explain::judge;
use crate::formula::{
    Demand, Person, Terms, UNLISTED, availability, distance, experience, languages, occupation, parts,
    qualification, skills, wage,
};
use crate::rank::{Best, Standing, best};
use crate::{Condition, HeldSkill, Opening, Parts, Profile, Ranking, SkillKey, WantedLanguage, conditions};

/// Removed rows beyond this many, and beyond a quarter of all, are swept out.
const REMOVED_AT_LEAST: usize = 1_024;

/// All openings. Wishes for languages and conditions repeat from opening to opening, so each distinct list
/// of them is judged once per person.
#[derive(Debug, Clone, Default)]
pub struct Openings {
    rows: HashMap<u128, u32>,
    demands: Vec<Demand>,
    brief: Vec<Brief>,
    skills: Postings<SkillKey>,
    languages: Kinds<WantedLanguage>,
    conditions: Kinds<Condition>,
}

/// What the scan reads of an opening.
#[derive(Debug, Clone, Copy)]
struct Brief {
    present: bool,
    terms: Terms,
    languages: u32,
    conditions: u32,
}

/// Distinct lists, numbered.
#[derive(Debug, Clone)]
struct Kinds<T> {
    numbers: HashMap<Vec<T>, u32>,
    lists: Vec<Vec<T>>,
}

impl<T> Default for Kinds<T> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), lists: Vec::new() }
    }
}

impl<T: Copy + Eq + std::hash::Hash> Kinds<T> {
    /// The number of a list.
    fn number(&mut self, list: &[T]) -> u32 {
        if let Some(number) = self.numbers.get(list) {
            return *number;
        }
        let number = self.lists.len() as u32;
        self.numbers.insert(list.to_vec(), number);
        self.lists.push(list.to_vec());
        number
    }
}

impl Openings {
    /// From openings; of two with one id the later counts.
    pub fn build(openings: impl Iterator<Item = Opening>) -> Self {
        let mut all = Self::default();
        for opening in openings {
            all.put(&opening);
        }
        all
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
        self.remove(opening.id);
        self.append(Demand::from(opening));
    }

    /// Takes an opening out; whether there was one.
    pub fn remove(&mut self, id: u128) -> bool {
        let Some(row) = self.rows.remove(&id) else { return false };
        if let Some(brief) = self.brief.get_mut(row as usize) {
            brief.present = false;
        }
        let removed = self.demands.len() - self.rows.len();
        if removed > REMOVED_AT_LEAST && removed > self.demands.len() / 4 {
            self.sweep();
        }
        true
    }

    /// The best `limit` openings for a person, exactly: by [`crate::score`] over all, those with a condition
    /// that the person is known to fail behind all others, ties by the lower id.
    pub fn rank(&self, profile: &Profile, limit: usize) -> Ranking {
        let person = Person::from(profile);
        let standings = self.standings(&person);
        let id = |row: usize| self.demands.get(row).map_or(u128::MAX, |demand| demand.id);
        let exact = |row: usize| {
            self.demands.get(row).map_or(Standing::REMOVED, |demand| {
                let fails = conditions::fails(&person, &demand.conditions);
                Standing::new(parts(&person, demand).total(), fails)
            })
        };
        let Best { rows, scored } = best(&standings, limit, id, exact);
        let judged = rows.into_iter().filter_map(|row| Some(judge(id(row), &person, self.demands.get(row)?)));
        Ranking { matches: judged.collect(), scanned: self.len(), exact: scored }
    }

    /// The standing of every row.
    fn standings(&self, person: &Person<'_>) -> Vec<Standing> {
        let above = self.skills_above_floor(person.skills);
        let spoken: Vec<u16> =
            self.languages.lists.iter().map(|wanted| languages::points(person.languages, wanted)).collect();
        let failed: Vec<bool> =
            self.conditions.lists.iter().map(|stated| conditions::fails(person, stated)).collect();
        let rows = self.brief.iter().zip(above).map(|(brief, above)| {
            if !brief.present {
                return Standing::REMOVED;
            }
            let spoken = spoken.get(brief.languages as usize).copied().unwrap_or(0);
            let fails = failed.get(brief.conditions as usize).copied().unwrap_or(false);
            Standing::new(brief.parts(person, above, spoken).total(), fails)
        });
        rows.collect()
    }

    /// For every row the weighted shares, in hundredths, that held skills bring above unlisted ones.
    fn skills_above_floor(&self, held: &[HeldSkill]) -> Vec<u32> {
        let mut above = vec![0u32; self.brief.len()];
        let mut by_skill: Vec<&HeldSkill> = held.iter().collect();
        by_skill.sort_by_key(|one| one.skill);
        for same in by_skill.chunk_by(|one, next| one.skill == next.skill) {
            let Some(skill) = same.first().map(|one| one.skill) else { continue };
            let brings = table(|grade| {
                let (level, essential) = grades::wanted(grade);
                let shares = same.iter().map(|one| skills::share(one.level, one.evidence, level));
                let weight = if essential { skills::ESSENTIAL } else { skills::USEFUL };
                weight * u32::from(shares.max().unwrap_or(UNLISTED).saturating_sub(UNLISTED))
            });
            self.skills.visit(skill, &brings, &mut above, |slot, more| *slot += more);
        }
        above
    }

    fn append(&mut self, demand: Demand) {
        let row = self.demands.len() as u32;
        self.rows.insert(demand.id, row);
        for wanted in &demand.skills {
            self.skills.add(wanted.skill, row, grades::of_wanted(*wanted));
        }
        self.brief.push(Brief {
            present: true,
            terms: demand.terms,
            languages: self.languages.number(&demand.languages),
            conditions: self.conditions.number(&demand.conditions),
        });
        self.demands.push(demand);
    }

    /// Builds the columns anew from the rows that are present.
    fn sweep(&mut self) {
        let old = std::mem::take(self);
        for (demand, brief) in old.demands.into_iter().zip(old.brief) {
            if brief.present {
                self.append(demand);
            }
        }
    }
}

impl Brief {
    /// The formula over what the scan knows.
    fn parts(&self, person: &Person<'_>, skills_above_floor: u32, languages: u16) -> Parts {
        let (terms, facts) = (&self.terms, &person.facts);
        let shares = terms.skill_weight * u32::from(UNLISTED) + skills_above_floor;
        Parts {
            occupation: occupation::points(person.occupations, terms.isco),
            skills: skills::points_of(shares, terms.skill_weight),
            qualification: qualification::points(facts.qualification, terms.qualification),
            experience: experience::points(facts.experience_months, terms.experience_months),
            languages,
            distance: distance::points(facts, terms),
            wage: wage::points(facts.wage_wish, terms.wage),
            availability: availability::points(facts.available_from, terms.starts),
        }
    }
}
