//! Seats and quotas as caps over cells; a cell is an opening and all people whom the same quotas cover.
#![expect(clippy::indexing_slicing, reason = "caps and cells are numbered when they are made, here alone")]

use std::collections::BTreeMap;

use super::case::{Candidate, CaseError, Quota};

/// Openings times kinds of people, at most.
const MOST_CELLS: usize = 5_000_000;

/// All caps: first the seats of each opening, then the quotas.
#[derive(Debug, Clone)]
pub(super) struct Caps {
    /// How many at most.
    pub(super) most: Vec<u32>,
    /// The kind of each person: which quotas cover the person.
    kinds: Vec<u32>,
    openings: usize,
    /// Cell → its caps, and cap → its cells.
    over: Lists,
    cells: Lists,
}

/// Lists of numbers, one behind the other.
#[derive(Debug, Clone)]
struct Lists {
    starts: Vec<usize>,
    numbers: Vec<u32>,
}

impl Lists {
    fn get(&self, list: usize) -> &[u32] {
        &self.numbers[self.starts[list]..self.starts[list + 1]]
    }
}

impl Caps {
    pub(super) fn of(seats: &[u32], quotas: &[Quota], people: &[Candidate]) -> Result<Self, CaseError> {
        let mut found: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut kinds = Vec::with_capacity(people.len());
        for person in people {
            let covers = |quota: &Quota| quota.group.is_none_or(|group| person.groups.contains(&group));
            let covering = (0..).zip(quotas).filter(|(_, quota)| covers(quota)).map(|(number, _)| number);
            let next = found.len() as u32;
            kinds.push(*found.entry(covering.collect()).or_insert(next));
            if found.len().saturating_mul(seats.len()) > MOST_CELLS {
                return Err(CaseError::Groups);
            }
        }
        let mut covers_of: Vec<(u32, Vec<u32>)> = found.into_iter().map(|(set, kind)| (kind, set)).collect();
        covers_of.sort_unstable();
        let covered: Vec<Vec<u32>> = quotas.iter().map(|quota| sorted(&quota.openings)).collect();
        let openings = seats.len();
        let mut over = Lists { starts: vec![0], numbers: Vec::new() };
        for (_, set) in &covers_of {
            for opening in 0..openings as u32 {
                over.numbers.push(opening);
                let here = set.iter().filter(|quota| {
                    let covered = &covered[**quota as usize];
                    covered.is_empty() || covered.binary_search(&opening).is_ok()
                });
                over.numbers.extend(here.map(|quota| openings as u32 + quota));
                over.starts.push(over.numbers.len());
            }
        }
        let most: Vec<u32> = seats.iter().copied().chain(quotas.iter().map(|quota| quota.most)).collect();
        let cells = inverse(&over, most.len());
        Ok(Self { most, kinds, openings, over, cells })
    }

    /// How many cells there are.
    pub(super) fn cell_count(&self) -> usize {
        self.over.starts.len() - 1
    }

    /// The first cell of a person; that of an opening lies as many places further as the opening's number.
    pub(super) fn first_cell(&self, person: u32) -> usize {
        self.kinds[person as usize] as usize * self.openings
    }

    /// The cell of a pair.
    pub(super) fn cell(&self, person: u32, opening: u32) -> usize {
        self.first_cell(person) + opening as usize
    }

    /// The caps over a cell: the seats first, then quotas by number.
    pub(super) fn over(&self, cell: usize) -> &[u32] {
        self.over.get(cell)
    }

    /// The cells under a cap, by number.
    pub(super) fn under(&self, cap: u32) -> &[u32] {
        self.cells.get(cap as usize)
    }

    /// Is there any quota beside the seats?
    pub(super) fn has_quotas(&self) -> bool {
        self.most.len() > self.openings
    }
}

fn sorted(numbers: &[u32]) -> Vec<u32> {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn inverse(lists: &Lists, values: usize) -> Lists {
    let mut starts = vec![0; values + 1];
    for value in &lists.numbers {
        starts[*value as usize + 1] += 1;
    }
    for at in 0..values {
        starts[at + 1] += starts[at];
    }
    let mut next = starts.clone();
    let mut numbers = vec![0; lists.numbers.len()];
    for list in 0..lists.starts.len() - 1 {
        for value in lists.get(list) {
            numbers[next[*value as usize]] = list as u32;
            next[*value as usize] += 1;
        }
    }
    Lists { starts, numbers }
}

/// How much of each cap is used.
pub(super) struct Ledger<'a> {
    caps: &'a Caps,
    used: Vec<u32>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(caps: &'a Caps) -> Self {
        Self { caps, used: vec![0; caps.most.len()] }
    }

    /// The ledger of an allocation.
    pub(super) fn of(caps: &'a Caps, placed: &[Option<u32>]) -> Self {
        let mut ledger = Self::new(caps);
        for (person, opening) in (0..).zip(placed) {
            if let Some(opening) = opening {
                ledger.add(caps.cell(person, *opening));
            }
        }
        ledger
    }

    pub(super) fn add(&mut self, cell: usize) {
        self.caps.over(cell).iter().for_each(|cap| self.used[*cap as usize] += 1);
    }

    pub(super) fn remove(&mut self, cell: usize) {
        self.caps.over(cell).iter().for_each(|cap| self.used[*cap as usize] -= 1);
    }

    /// Does one more fit into a cell?
    pub(super) fn fits(&self, cell: usize) -> bool {
        self.caps.over(cell).iter().all(|cap| !self.is_full(*cap))
    }

    pub(super) fn is_full(&self, cap: u32) -> bool {
        self.used[cap as usize] >= self.caps.most[cap as usize]
    }

    pub(super) fn used(&self, cap: u32) -> u32 {
        self.used[cap as usize]
    }

    /// The smallest cap over a cell that is exceeded: the one over the fewest cells, ties by number.
    pub(super) fn exceeded(&self, cell: usize) -> Option<u32> {
        let over = self.caps.over(cell).iter().copied();
        let exceeded = over.filter(|cap| self.used[*cap as usize] > self.caps.most[*cap as usize]);
        exceeded.min_by_key(|cap| (self.caps.under(*cap).len(), *cap))
    }
}
