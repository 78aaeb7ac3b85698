//! Facet counts of one pass over the documents.

use crate::index::value;
use crate::lexicon::QuickMap;
use crate::{Count, Facet, Facets, POSTED_DAYS, WAGE_BANDS};

use super::columns::{Columns, bit};

/// Dimensions that are counted value by value.
const BY_VALUE: [Facet; 5] =
    [Facet::Province, Facet::Occupation, Facet::Wage, Facet::Contract, Facet::Abroad];
/// Values up to here are counted in a list.
const LISTED: u64 = 4096;

/// Counts of one dimension; values as columns hold them, 0 for "not stated".
#[derive(Debug, Default)]
struct Tally {
    listed: Vec<u64>,
    others: QuickMap<u64, u64>,
}

impl Tally {
    fn add(&mut self, column: u64, count: u64) {
        if column < LISTED {
            let at = column as usize;
            if self.listed.len() <= at {
                self.listed.resize(at + 1, 0);
            }
            if let Some(slot) = self.listed.get_mut(at) {
                *slot += count;
            }
        } else {
            *self.others.entry(column).or_default() += count;
        }
    }

    fn entries(&self) -> impl Iterator<Item = (u64, u64)> {
        let listed = self.listed.iter().enumerate().map(|(column, count)| (column as u64, *count));
        listed
            .chain(self.others.iter().map(|(column, count)| (*column, *count)))
            .filter(|(_, count)| *count > 0)
    }

    /// Stated values in ascending order, then "not stated".
    fn counts(&self) -> Vec<Count> {
        let mut counts: Vec<Count> = self
            .entries()
            .map(|(column, count)| Count { value: value(column).map(|value| value as u32), count })
            .collect();
        counts.sort_unstable_by_key(|count| (count.value.is_none(), count.value));
        counts
    }
}

/// Counts of all dimensions.
#[derive(Debug, Default)]
pub(crate) struct Counters {
    tallies: [Tally; 5],
    posted: [u64; 3],
}

impl Counters {
    /// Counts a document in every dimension whose filter is the only one it may fail.
    pub(crate) fn add(&mut self, columns: &Columns, doc: u32, failed: u8, today: i32) {
        for (tally, facet) in self.tallies.iter_mut().zip(BY_VALUE) {
            if failed & !bit(facet) == 0 {
                let stated = columns.facet(facet, doc);
                let value = if facet == Facet::Wage { stated.map(band) } else { stated };
                tally.add(value.map_or(0, |value| value + 1), 1);
            }
        }
        if failed & !bit(Facet::Posted) == 0 {
            let age = i64::from(today) - columns.posted(doc);
            for (count, days) in self.posted.iter_mut().zip(POSTED_DAYS) {
                *count += u64::from(age <= i64::from(days));
            }
        }
    }

    /// Takes in the counts of another segment.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (tally, more) in self.tallies.iter_mut().zip(&other.tallies) {
            for (column, count) in more.entries() {
                tally.add(column, count);
            }
        }
        for (count, more) in self.posted.iter_mut().zip(other.posted) {
            *count += more;
        }
    }

    /// The counts as an answer gives them.
    pub(crate) fn facets(&self) -> Facets {
        let [province, occupation, wage, contract, abroad] = &self.tallies;
        let posted = POSTED_DAYS.iter().zip(self.posted);
        Facets {
            province: province.counts(),
            occupation: occupation.counts(),
            wage: wage.counts(),
            contract: contract.counts(),
            abroad: abroad.counts(),
            posted: posted.map(|(days, count)| Count { value: Some(*days), count }).collect(),
        }
    }
}

/// The index of the band that a wage stands in.
fn band(wage: u64) -> u64 {
    (WAGE_BANDS.partition_point(|lower| *lower <= wage) as u64).saturating_sub(1)
}
