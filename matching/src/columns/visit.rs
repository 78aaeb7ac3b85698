//! Which blocks must be looked into, and which rows scored, to be sure of the best?
//!
//! Every block has a bound that no row inside exceeds. Blocks are visited from the highest bound down until
//! no bound can enter any more; inside a visited block every entry has a bound of its own, and only rows
//! whose bound can enter are scored. So nobody is lost, and most are never looked at.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

use super::table::{BLOCK, Frame};
use crate::rank::{Kept, Place, Standing};

/// What the visited block's entries can be at most.
pub(super) type Standings = [u16; BLOCK];

/// One question over all tables.
pub(super) trait Question {
    /// How many tables there are.
    fn tables(&self) -> usize;
    /// What any search reads of a table.
    fn frame(&self, table: usize) -> Option<&Frame<'_>>;
    /// Appends the bound of every block of the table.
    fn outlook(&mut self, table: usize, bounds: &mut Vec<u16>);
    /// Bounds the entries of a block; nothing is said where none reaches `worst`.
    fn look_into(&mut self, table: usize, block: u32, worst: u16, entries: &mut Standings) -> bool;
    /// The exact standing of a row; removed rows have none.
    fn exact(&mut self, table: usize, row: u32) -> Option<Standing>;
}

/// A row of a table.
pub(super) type Row = (u32, u32);

/// The best rows, and what it took to be sure.
pub(super) struct Best {
    /// Best first.
    pub(super) rows: Vec<(Place, Row)>,
    pub(super) scored: usize,
    pub(super) blocks: usize,
    pub(super) visited: usize,
}

/// The best `limit` rows by exact standing, ties by the lower id.
pub(super) fn best(question: &mut impl Question, limit: usize) -> Best {
    let (mut order, bases) = outlook(question);
    let mut search = Search {
        kept: Kept::new(limit),
        seen: HashSet::new(),
        candidates: Vec::new(),
        deferred: Vec::new(),
        entries: [0; BLOCK],
        visited: 0,
    };
    let blocks = order.len();
    while let Some(next) = order.pop().filter(|_| limit > 0) {
        let (bound, number) = ((next >> 32) as u16, u32::MAX - next as u32);
        if bound < search.kept.worst().0.0.0 {
            break;
        }
        let table = bases.partition_point(|base| *base <= number).saturating_sub(1);
        let block = number - bases.get(table).copied().unwrap_or(0);
        search.visit(question, table, block, bound);
    }
    search.score_deferred(question);
    Best { scored: search.kept.scored, visited: search.visited, rows: search.kept.into_rows(), blocks }
}

/// All blocks, the highest bound on top, and the number of each table's first block.
fn outlook(question: &mut impl Question) -> (BinaryHeap<u64>, Vec<u32>) {
    let (mut bounds, mut bases) = (Vec::new(), Vec::new());
    for table in 0..question.tables() {
        bases.push(bounds.len() as u32);
        question.outlook(table, &mut bounds);
    }
    let numbered = bounds.into_iter().zip(0u32..);
    let order: Vec<u64> =
        numbered.map(|(bound, number)| u64::from(bound) << 32 | u64::from(u32::MAX - number)).collect();
    (BinaryHeap::from(order), bases)
}

/// The most promising rows of a block that are scored when it is looked into.
const AT_ONCE: usize = 16;
/// So many deferred rows are scored together.
const DEFERRED: usize = 4_096;

struct Search {
    kept: Kept<Row>,
    /// Rows that were scored: those with several entries are met again.
    seen: HashSet<Row>,
    candidates: Vec<(Place, u32)>,
    /// Rows that may enter as far as is known, to be scored when more is known.
    deferred: Vec<(Place, Row)>,
    entries: Standings,
    visited: usize,
}

impl Search {
    fn visit(&mut self, question: &mut impl Question, table: usize, block: u32, bound: u16) {
        let lowest = question.frame(table).and_then(|frame| frame.lowest.get(block as usize));
        let lowest = lowest.copied().unwrap_or(0);
        if !self.kept.may_enter((Reverse(Standing(bound)), lowest)) {
            return;
        }
        self.visited += 1;
        let worst = self.kept.worst().0.0.0;
        if !question.look_into(table, block, worst, &mut self.entries) {
            return;
        }
        if let Some(frame) = question.frame(table) {
            self.gather(frame, block, worst);
        }
        self.candidates.sort_unstable();
        let mut candidates = std::mem::take(&mut self.candidates);
        for (rank, (place, row)) in candidates.drain(..).enumerate() {
            let row = (table as u32, row);
            if !self.kept.may_enter(place) {
                break;
            }
            if rank < AT_ONCE || !self.kept.is_full() {
                self.score(question, place, row);
            } else {
                self.deferred.push((place, row));
            }
        }
        self.candidates = candidates;
        if self.deferred.len() >= DEFERRED {
            self.score_deferred(question);
        }
    }

    fn score(&mut self, question: &mut impl Question, (_, id): Place, row: Row) {
        if !self.seen.insert(row) {
            return;
        }
        if let Some(exact) = question.exact(row.0 as usize, row.1) {
            self.kept.offer((Reverse(exact), id), row);
        }
    }

    /// Scores the deferred rows that may still enter, the most promising first.
    fn score_deferred(&mut self, question: &mut impl Question) {
        let mut deferred = std::mem::take(&mut self.deferred);
        deferred.retain(|(place, _)| self.kept.may_enter(*place));
        deferred.sort_unstable();
        for (place, row) in deferred.drain(..) {
            if !self.kept.may_enter(place) {
                break;
            }
            self.score(question, place, row);
        }
        self.deferred = deferred;
    }

    /// The entries that may enter.
    fn gather(&mut self, frame: &Frame<'_>, block: u32, worst: u16) {
        let (start, length) = frame.span(block);
        let owners = frame.owners.get(start..start + length).unwrap_or_default();
        for (bound, row) in self.entries.iter().zip(owners) {
            if *bound >= worst {
                let id = frame.ids.get(*row as usize).copied().unwrap_or(u128::MAX);
                let place = (Reverse(Standing(*bound)), id);
                if self.kept.may_enter(place) {
                    self.candidates.push((place, *row));
                }
            }
        }
    }
}

/// The bounds of all entries of all blocks, added up.
pub(super) fn add_up(question: &mut impl Question) -> u64 {
    let (mut bounds, mut entries, mut sum) = (Vec::new(), [0; BLOCK], 0);
    for table in 0..question.tables() {
        bounds.clear();
        question.outlook(table, &mut bounds);
        for block in 0..bounds.len() as u32 {
            question.look_into(table, block, 0, &mut entries);
            let length = question.frame(table).map_or(0, |frame| frame.span(block).1);
            sum += entries.iter().take(length).map(|bound| u64::from(*bound)).sum::<u64>();
        }
    }
    sum
}

/// What an entry of a row was promised at most, for trials.
#[cfg(test)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Promise {
    pub(crate) row: Row,
    /// By its block.
    pub(crate) block: Standing,
    /// By itself.
    pub(crate) entry: Standing,
    /// What the row is; none where it is no more.
    pub(crate) exact: Option<Standing>,
}

/// All entries of all tables.
#[cfg(test)]
pub(super) fn promise_all(question: &mut impl Question) -> Vec<Promise> {
    let mut promises = Vec::new();
    for table in 0..question.tables() {
        let mut bounds = Vec::new();
        question.outlook(table, &mut bounds);
        for (number, bound) in (0u32..).zip(bounds) {
            let mut entries = [0; BLOCK];
            question.look_into(table, number, 0, &mut entries);
            let frame = question.frame(table).unwrap();
            let (start, length) = frame.span(number);
            let owners = frame.owners[start..start + length].to_vec();
            for (row, entry) in owners.into_iter().zip(entries) {
                let (block, entry) = (Standing(bound), Standing(entry));
                let exact = question.exact(table, row);
                promises.push(Promise { row: (table as u32, row), block, entry, exact });
            }
        }
    }
    promises
}
