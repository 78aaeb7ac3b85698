//! The demands of all stored searches, each kept once, with the searches that stand in its list.

use crate::hash::{QuickMap, QuickSet};

use super::demand::{Demand, Test};
use super::keys::Keys;

/// Demands beside the first that stand in the list itself; most searches have no more.
pub(crate) const BESIDE: usize = 3;
/// The number of the demand that every document meets.
pub(crate) const NOTHING: u32 = 0;

/// A search in the list of one of its demands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posted {
    pub(crate) slot: u32,
    /// Whether it demands more than stands here.
    pub(crate) more: bool,
    /// What it demands besides; [`NOTHING`] in empty places.
    pub(crate) others: [u32; BESIDE],
}

#[derive(Debug)]
struct Kept {
    demand: Demand,
    /// Searches that demand it.
    uses: u32,
    /// Those that stand in its list.
    posted: Vec<Posted>,
}

/// Demands by number.
#[derive(Debug)]
pub(crate) struct Demands {
    pub(crate) keys: Keys,
    numbers: QuickMap<Demand, u32>,
    kept: Vec<Kept>,
    free: Vec<u32>,
    tests: QuickSet<(u32, Test)>,
}

impl Default for Demands {
    fn default() -> Self {
        let nothing = Kept { demand: Demand::Nothing, uses: 1, posted: Vec::new() };
        Self {
            keys: Keys::default(),
            numbers: QuickMap::from_iter([(Demand::Nothing, NOTHING)]),
            kept: vec![nothing],
            free: Vec::new(),
            tests: QuickSet::default(),
        }
    }
}

impl Demands {
    /// How many numbers are given.
    pub(crate) fn len(&self) -> usize {
        self.kept.len()
    }

    /// The tests that some search demands, with their numbers.
    pub(crate) fn tests(&self) -> impl Iterator<Item = (u32, Test)> {
        self.tests.iter().copied()
    }

    /// The searches in the list of a demand.
    pub(crate) fn posted(&self, number: u32) -> &[Posted] {
        self.kept.get(number as usize).map_or(&[], |kept| kept.posted.as_slice())
    }

    /// The number of a demand, which one search more has from now on.
    pub(crate) fn take(&mut self, demand: Demand) -> u32 {
        let known = self.numbers.get(&demand).copied();
        let number = known.unwrap_or_else(|| self.name(demand));
        if let Some(kept) = self.kept.get_mut(number as usize) {
            kept.uses += 1;
        }
        number
    }

    fn name(&mut self, demand: Demand) -> u32 {
        let number = self.free.pop().unwrap_or(self.kept.len() as u32);
        match &demand {
            Demand::Nothing => {}
            Demand::AnyOf(keys) => keys.iter().for_each(|key| self.keys.add(key, number)),
            Demand::Test(test) => {
                self.tests.insert((number, *test));
            }
        }
        self.numbers.insert(demand.clone(), number);
        let kept = Kept { demand, uses: 0, posted: Vec::new() };
        match self.kept.get_mut(number as usize) {
            Some(free) => *free = kept,
            None => self.kept.push(kept),
        }
        number
    }

    /// One search less has a demand; with the last it is forgotten.
    pub(crate) fn release(&mut self, number: u32) {
        let Some(kept) = self.kept.get_mut(number as usize) else { return };
        kept.uses = kept.uses.saturating_sub(1);
        if kept.uses > 0 {
            return;
        }
        kept.posted = Vec::new();
        let demand = std::mem::replace(&mut kept.demand, Demand::Nothing);
        self.numbers.remove(&demand);
        match demand {
            Demand::Nothing => {}
            Demand::AnyOf(keys) => keys.iter().for_each(|key| self.keys.remove(key, number)),
            Demand::Test(test) => {
                self.tests.remove(&(number, test));
            }
        }
        self.free.push(number);
    }

    /// Puts a search with these demands into the list of the first; gives its place there.
    pub(crate) fn post(&mut self, numbers: &[u32], slot: u32) -> u32 {
        let (first, rest) =
            numbers.split_first().map_or((NOTHING, [].as_slice()), |(first, rest)| (*first, rest));
        let mut others = [NOTHING; BESIDE];
        for (other, number) in others.iter_mut().zip(rest) {
            *other = *number;
        }
        let Some(kept) = self.kept.get_mut(first as usize) else { return 0 };
        kept.posted.push(Posted { slot, more: rest.len() > BESIDE, others });
        kept.posted.len() as u32 - 1
    }

    /// Takes a search out of its list; the slot of the one that stands in its place now, if one had to move.
    pub(crate) fn unpost(&mut self, numbers: &[u32], place: u32) -> Option<u32> {
        let kept = self.kept.get_mut(numbers.first().copied().unwrap_or(NOTHING) as usize)?;
        if (place as usize) < kept.posted.len() {
            kept.posted.swap_remove(place as usize);
        }
        kept.posted.get(place as usize).map(|moved| moved.slot)
    }
}
