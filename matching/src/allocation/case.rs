//! The question and, once it is known to be sound, the case: who may come where.

use std::collections::{BTreeMap, BTreeSet};

use super::caps::Caps;

/// The highest score: 10^12 units, so that a million people stay within 64 bits.
pub const MOST_POINTS: u64 = 1_000_000_000_000;
/// The most people, and the most seats of an opening.
const MOST_PEOPLE: usize = 1_000_000;
const MOST_SEATS: u32 = 1_000_000;
/// The most openings.
const MOST_OPENINGS: usize = 1_000_000;

/// Somebody who may be placed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Openings with their scores for the person, each once, in any order.
    pub scores: Vec<(u32, u64)>,
    /// Wanted openings, the dearest first; none: any.
    pub wishes: Vec<u32>,
    /// Groups to which the person belongs, as quotas name them.
    pub groups: Vec<u32>,
}

/// At most so many people of a group at some openings together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quota {
    /// The openings; none: all.
    pub openings: Vec<u32>,
    /// The group; none: everybody.
    pub group: Option<u32>,
    /// How many at most.
    pub most: u32,
}

/// A person who may not come to an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forbidden {
    /// The person.
    pub person: u32,
    /// The opening.
    pub opening: u32,
    /// Which rule says so.
    pub rule: u32,
}

/// What is to be decided. Numbers stand for places in the lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Seats of each opening.
    pub seats: Vec<u32>,
    /// Everybody.
    pub people: Vec<Candidate>,
    /// Caps beside the seats.
    pub quotas: Vec<Quota>,
    /// Forbidden pairs; of several rules for one pair the lowest is told.
    pub forbidden: Vec<Forbidden>,
}

/// Why a question is not sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// Too large.
    #[error("at most {MOST_PEOPLE} people and {MOST_OPENINGS} openings can be allocated at once")]
    TooMany,
    /// Too many seats.
    #[error("opening {0} has more than {MOST_SEATS} seats")]
    Seats(u32),
    /// A number that stands for no opening or person.
    #[error("there is no opening or person {0}")]
    Unknown(u32),
    /// A score above [`MOST_POINTS`].
    #[error("person {0} has a score that is too high")]
    Score(u32),
    /// Two scores or wishes for one opening.
    #[error("person {0} names an opening twice")]
    Twice(u32),
    /// Groups and openings make too many combinations under quotas.
    #[error("the groups that quotas name make too many combinations")]
    Groups,
}

/// A sound question, laid out for the search.
#[derive(Debug, Clone)]
pub struct Case {
    pub(super) seats: Vec<u32>,
    pub(super) caps: Caps,
    /// Where each person's pairs begin; one more at the end.
    starts: Vec<usize>,
    openings: Vec<u32>,
    scores: Vec<u64>,
    wishes: Vec<Vec<u32>>,
    /// The rule that forbids a pair, and the score that it would have.
    forbidden: BTreeMap<(u32, u32), (u32, Option<u64>)>,
}

impl Case {
    /// Lays a question out, if it is sound.
    pub fn new(question: Question) -> Result<Self, CaseError> {
        let Question { seats, people, quotas, forbidden } = question;
        if people.len() > MOST_PEOPLE || seats.len() > MOST_OPENINGS {
            return Err(CaseError::TooMany);
        }
        let openings = u32::try_from(seats.len()).map_err(|_| CaseError::TooMany)?;
        if let Some((number, _)) = (0..).zip(&seats).find(|(_, seats)| **seats > MOST_SEATS) {
            return Err(CaseError::Seats(number));
        }
        let named = quotas.iter().flat_map(|quota| &quota.openings);
        if let Some(unknown) = named.copied().find(|opening| *opening >= openings) {
            return Err(CaseError::Unknown(unknown));
        }
        let caps = Caps::of(&seats, &quotas, &people)?;
        let mut case = Self {
            seats,
            caps,
            starts: vec![0],
            openings: Vec::new(),
            scores: Vec::new(),
            wishes: Vec::new(),
            forbidden: BTreeMap::new(),
        };
        for Forbidden { person, opening, rule } in forbidden {
            if person as usize >= people.len() || opening >= openings {
                return Err(CaseError::Unknown(person.max(opening)));
            }
            let (held, _) = case.forbidden.entry((person, opening)).or_insert((rule, None));
            *held = rule.min(*held);
        }
        for (number, candidate) in (0..).zip(people) {
            case.add(number, candidate, openings)?;
        }
        Ok(case)
    }

    /// Takes a person in with the openings that are possible.
    fn add(&mut self, person: u32, mut candidate: Candidate, openings: u32) -> Result<(), CaseError> {
        let wished: BTreeSet<u32> = candidate.wishes.iter().copied().collect();
        if wished.len() < candidate.wishes.len() {
            return Err(CaseError::Twice(person));
        }
        let named = candidate.scores.iter().map(|(opening, _)| opening).chain(&wished);
        if let Some(unknown) = named.copied().find(|opening| *opening >= openings) {
            return Err(CaseError::Unknown(unknown));
        }
        candidate.scores.sort_unstable();
        let mut last = None;
        for (opening, score) in candidate.scores {
            if last.replace(opening) == Some(opening) {
                return Err(CaseError::Twice(person));
            }
            if score > MOST_POINTS {
                return Err(CaseError::Score(person));
            }
            let wanted = wished.is_empty() || wished.contains(&opening);
            match self.forbidden.get_mut(&(person, opening)) {
                Some((_, held)) => *held = Some(score),
                None if wanted => {
                    self.openings.push(opening);
                    self.scores.push(score);
                }
                None => (),
            }
        }
        self.starts.push(self.openings.len());
        self.wishes.push(candidate.wishes);
        Ok(())
    }

    /// How many people there are.
    pub fn people(&self) -> usize {
        self.wishes.len()
    }

    /// How many openings there are.
    pub fn openings(&self) -> usize {
        self.seats.len()
    }

    /// How many pairs are possible.
    pub fn pairs(&self) -> usize {
        self.openings.len()
    }

    /// The openings that are possible for a person, by number, and their scores.
    pub(super) fn row(&self, person: u32) -> (&[u32], &[u64]) {
        let person = person as usize;
        let range = match (self.starts.get(person), self.starts.get(person + 1)) {
            (Some(from), Some(to)) => *from..*to,
            _ => 0..0,
        };
        (self.openings.get(range.clone()).unwrap_or_default(), self.scores.get(range).unwrap_or_default())
    }

    /// The possible pairs of a person, by opening.
    pub(super) fn choices(&self, person: u32) -> impl Iterator<Item = (u32, u64)> + '_ {
        let (openings, scores) = self.row(person);
        openings.iter().copied().zip(scores.iter().copied())
    }

    /// The score of a person at an opening, if the pair is possible.
    pub fn score(&self, person: u32, opening: u32) -> Option<u64> {
        let (openings, scores) = self.row(person);
        scores.get(openings.binary_search(&opening).ok()?).copied()
    }

    /// The wishes of a person, the dearest first.
    pub fn wishes(&self, person: u32) -> &[u32] {
        self.wishes.get(person as usize).map_or(&[], Vec::as_slice)
    }

    /// The rule that forbids a pair, if one does.
    pub fn forbidden_by(&self, person: u32, opening: u32) -> Option<u32> {
        self.forbidden.get(&(person, opening)).map(|(rule, _)| *rule)
    }

    /// The openings that a person would take, forbidden ones among them, the dearest first: by wish; without wishes by
    /// score, ties by number.
    pub(super) fn dearest(&self, person: u32) -> Vec<u32> {
        let wishes = self.wishes(person);
        if !wishes.is_empty() {
            return wishes.to_vec();
        }
        let forbidden = self.forbidden.range((person, 0)..=(person, u32::MAX));
        let forbidden = forbidden.filter_map(|((_, opening), (_, score))| Some((*opening, (*score)?)));
        let mut all: Vec<(u32, u64)> = self.choices(person).chain(forbidden).collect();
        all.sort_by_key(|(opening, score)| (std::cmp::Reverse(*score), *opening));
        all.into_iter().map(|(opening, _)| opening).collect()
    }

    /// The possible openings of a person in the person's own order: by wish; without wishes by score, ties by
    /// number.
    pub(super) fn preferred(&self, person: u32) -> Vec<(u32, u64)> {
        let wishes = self.wishes(person);
        if wishes.is_empty() {
            let mut all: Vec<(u32, u64)> = self.choices(person).collect();
            all.sort_by_key(|(opening, score)| (std::cmp::Reverse(*score), *opening));
            return all;
        }
        wishes.iter().filter_map(|opening| Some((*opening, self.score(person, *opening)?))).collect()
    }

    /// The sum of the scores of an allocation.
    pub(super) fn total(&self, placed: &[Option<u32>]) -> u64 {
        let scores = (0..).zip(placed).filter_map(|(person, opening)| self.score(person, (*opening)?));
        scores.sum()
    }
}
