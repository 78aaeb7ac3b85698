//! One pass over the matching documents: the total, the best, the counts.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::index::Fields;
use crate::{DocumentKey, Sort};

use super::columns::Columns;
use super::counters::Counters;
use super::filters::Tests;

/// Steps of a score within which documents count as equally relevant.
const STEPS: f32 = 1024.0;

/// A found document; the greater one comes first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    /// What the order asks for, greater is better; then the day of posting, for relevance.
    rank: (i64, i64),
    pub(crate) key: DocumentKey,
    pub(crate) score: f32,
    pub(crate) segment: SegmentOrdinal,
    pub(crate) doc: DocId,
}

impl Eq for Found {}

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

/// What a pass collects.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    pub(crate) total: u64,
    /// Best first.
    pub(crate) best: Vec<Found>,
    pub(crate) counters: Option<Counters>,
}

/// What to collect.
#[derive(Debug)]
pub(crate) struct Pass<'a> {
    pub(crate) fields: &'a Fields,
    pub(crate) tests: &'a Tests,
    pub(crate) sort: Sort,
    /// How many documents to keep.
    pub(crate) keep: usize,
    pub(crate) facets: bool,
    pub(crate) today: i32,
}

/// A pass over one segment.
pub(crate) struct SegmentPass {
    columns: Columns,
    sort: Sort,
    keep: usize,
    today: i32,
    segment: SegmentOrdinal,
    total: u64,
    best: BinaryHeap<Reverse<Found>>,
    counters: Option<Counters>,
}

impl Collector for Pass<'_> {
    type Fruit = Collected;
    type Child = SegmentPass;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<SegmentPass> {
        Ok(SegmentPass {
            columns: Columns::of(reader, self.fields, self.tests)?,
            sort: self.sort,
            keep: self.keep,
            today: self.today,
            segment,
            total: 0,
            best: BinaryHeap::new(),
            counters: self.facets.then(Counters::default),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Collected>) -> tantivy::Result<Collected> {
        let mut all = Collected { counters: self.facets.then(Counters::default), ..Collected::default() };
        for segment in segments {
            all.total += segment.total;
            all.best.extend(segment.best);
            if let (Some(counters), Some(more)) = (all.counters.as_mut(), &segment.counters) {
                counters.merge(more);
            }
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(all)
    }
}

impl SegmentPass {
    fn rank(&self, doc: DocId, score: Score) -> (i64, i64) {
        match self.sort {
            Sort::Relevance => ((score * STEPS).round() as i64, self.columns.posted(doc)),
            Sort::Newest => (self.columns.posted(doc), 0),
            Sort::Wage => {
                (self.columns.wage(doc).map_or(-1, |wage| i64::try_from(wage).unwrap_or(i64::MAX)), 0)
            }
            Sort::Near(centre) => {
                (self.columns.km(doc, centre).map_or(i64::MIN, |km| -((km * STEPS).round() as i64)), 0)
            }
        }
    }
}

impl SegmentCollector for SegmentPass {
    type Fruit = Collected;

    fn collect(&mut self, doc: DocId, score: Score) {
        if !self.columns.is_within(doc) {
            return;
        }
        let failed = self.columns.failures(doc);
        if let Some(counters) = self.counters.as_mut() {
            counters.add(&self.columns, doc, failed, self.today);
        }
        if failed != 0 {
            return;
        }
        self.total += 1;
        if self.keep == 0 {
            return;
        }
        let rank = self.rank(doc, score);
        let full = self.best.len() >= self.keep;
        if full && self.best.peek().is_some_and(|Reverse(last)| rank < last.rank) {
            return;
        }
        let key = self.columns.key(doc);
        self.best.push(Reverse(Found { rank, key, score, segment: self.segment, doc }));
        if full {
            self.best.pop();
        }
    }

    fn harvest(self) -> Collected {
        let best = self.best.into_iter().map(|Reverse(found)| found).collect();
        Collected { total: self.total, best, counters: self.counters }
    }
}
