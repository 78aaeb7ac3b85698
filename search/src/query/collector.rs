//! One pass over the matching documents: the total, the best, the counts.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::{DocId, SegmentOrdinal, SegmentReader};

use crate::index::Packed;
use crate::{DocumentKey, Sort};

use super::columns::Columns;
use super::counters::Counters;
use super::weights;
use super::window::Batch;

/// Steps of a score within which documents count as equally relevant.
const STEPS: u32 = 1024;
/// Finer steps of a score in one of these.
const FINER: u32 = weights::STEPS as u32 / STEPS;
/// Steps of a kilometre within which documents count as equally near.
const NEAR: f32 = 1024.0;

/// A found document; the greater one comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// What the order asks for, greater is better; then the day of posting, for relevance.
    rank: (i64, i64),
    pub(crate) key: DocumentKey,
    /// In steps; 0 if the order does not ask for scores.
    pub(crate) score: u32,
    pub(crate) segment: SegmentOrdinal,
    pub(crate) doc: DocId,
}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank.cmp(&other.rank).then_with(|| other.key.cmp(&self.key))
    }
}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A document with its score.
struct Place {
    segment: SegmentOrdinal,
    doc: DocId,
    score: u32,
}

/// What a pass collects.
#[derive(Debug)]
pub(crate) struct Collector {
    sort: Sort,
    keep: usize,
    total: u64,
    best: BinaryHeap<Reverse<Found>>,
    counters: Option<Counters>,
    packed: Vec<u64>,
}

impl Collector {
    /// Keeps so many of the best in an order, and counts facets if there are counters.
    pub(crate) fn new(sort: Sort, keep: usize, counters: Option<Counters>) -> Self {
        Self { sort, keep, total: 0, best: BinaryHeap::new(), counters, packed: Vec::new() }
    }

    /// Takes in documents of a segment, without those that are deleted or fail the tests.
    pub(crate) fn take(
        &mut self,
        segment: &SegmentReader,
        ordinal: SegmentOrdinal,
        columns: &Columns<'_>,
        batch: &mut Batch,
    ) {
        if let Some(alive) = segment.alive_bitset() {
            batch.retain(|doc| alive.is_alive(doc).then_some(0));
        }
        if let Some((centre, radius)) = columns.circle() {
            let within = |doc| columns.km(doc, centre).is_some_and(|km| km <= radius);
            batch.retain(|doc| within(doc).then_some(0));
        }
        self.count(columns, batch);
        self.total += batch.docs.len() as u64;
        if self.keep > 0 {
            let packed = std::mem::take(&mut self.packed);
            // Late documents are mostly newer: with those first, most others are shut out at once.
            for (at, (doc, score)) in batch.docs.iter().zip(&batch.scores).enumerate().rev() {
                let place = Place { segment: ordinal, doc: *doc, score: *score };
                self.rank(&place, columns, packed.get(at).copied().map(Packed));
            }
            self.packed = packed;
        }
    }

    /// Tests the documents, and counts those that facets count. What is packed of the documents that pass is
    /// kept beside them, if it was needed.
    fn count(&mut self, columns: &Columns<'_>, batch: &mut Batch) {
        self.packed.clear();
        if !columns.are_checked() && self.counters.is_none() {
            return;
        }
        columns.all_packed(&batch.docs, &mut self.packed);
        if !columns.are_checked() {
            if let Some(counters) = self.counters.as_mut() {
                self.packed.iter().for_each(|packed| counters.add(Packed(*packed)));
            }
            return;
        }
        let mut at = 0;
        let mut passed = 0;
        let (all_packed, counters) = (&mut self.packed, &mut self.counters);
        batch.retain(|doc| {
            let packed = Packed(all_packed.get(at).copied().unwrap_or(0));
            at += 1;
            let failed = columns.failures(doc, packed);
            match (counters.as_mut(), failed) {
                (Some(counters), 0) => counters.add(packed),
                (Some(counters), failed) => counters.add_failed(packed, failed),
                (None, _) => {}
            }
            if failed != 0 {
                return None;
            }
            if let Some(kept) = all_packed.get_mut(passed) {
                *kept = packed.0;
            }
            passed += 1;
            Some(0)
        });
        self.packed.truncate(passed);
    }

    fn rank(&mut self, place: &Place, columns: &Columns<'_>, packed: Option<Packed>) {
        let Place { segment, doc, score } = *place;
        let step = i64::from((score + FINER / 2) / FINER);
        let last = self.best.peek().filter(|_| self.best.len() >= self.keep).map(|Reverse(last)| last.rank);
        if self.sort == Sort::Relevance && last.is_some_and(|last| step < last.0) {
            return;
        }
        let posted = || packed.unwrap_or_else(|| columns.packed(doc)).posted();
        let rank = match self.sort {
            Sort::Relevance => (step, posted()),
            Sort::Newest => (posted(), 0),
            Sort::Wage => (columns.wage(doc).map_or(-1, |wage| i64::try_from(wage).unwrap_or(i64::MAX)), 0),
            Sort::Near(centre) => {
                (columns.km(doc, centre).map_or(i64::MIN, |km| -((km * NEAR).round() as i64)), 0)
            }
        };
        if last.is_some_and(|last| rank < last) {
            return;
        }
        self.best.push(Reverse(Found { rank, key: columns.key(doc), score, segment, doc }));
        if last.is_some() {
            self.best.pop();
        }
    }

    /// The total, the best with the best first, the counters.
    pub(crate) fn finish(self) -> (u64, Vec<Found>, Option<Counters>) {
        let mut best: Vec<Found> = self.best.into_iter().map(|Reverse(found)| found).collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        (self.total, best, self.counters)
    }
}
