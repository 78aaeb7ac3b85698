//! Facet counts of one pass over the documents.

use crate::hash::QuickMap;
use crate::index::{DETAILS, Packed, value};
use crate::{Count, Facet, Facets, POSTED_DAYS};

use super::checks::bit;

/// Values up to here are counted in a list.
const LISTED: usize = 4096;
/// Ages: within the first of [`POSTED_DAYS`], the second, the third, older.
const AGES: usize = POSTED_DAYS.len() + 1;

/// Counts of one dimension; values as columns hold them, 0 for "not stated".
#[derive(Debug)]
struct Tally {
    listed: Vec<u32>,
    others: QuickMap<u64, u32>,
}

impl Tally {
    fn up_to(values: usize) -> Self {
        Self { listed: vec![0; values], others: QuickMap::default() }
    }

    fn add(&mut self, column: u64, count: u32) {
        match self.listed.get_mut(column as usize) {
            Some(slot) => *slot += count,
            None => *self.others.entry(column).or_default() += count,
        }
    }

    /// Stated values in ascending order, then "not stated".
    fn counts(&self) -> Vec<Count> {
        let listed = self.listed.iter().enumerate().map(|(column, count)| (column as u64, *count));
        let others = self.others.iter().map(|(column, count)| (*column, *count));
        let counted = listed.chain(others).filter(|(_, count)| *count > 0);
        let count = |(column, count)| Count {
            value: value(column).map(|value| value as u32),
            count: u64::from(count),
        };
        let mut counts: Vec<Count> = counted.map(count).collect();
        counts.sort_unstable_by_key(|count| (count.value.is_none(), count.value));
        counts
    }
}

/// Counts of all dimensions.
#[derive(Debug)]
pub(crate) struct Counters {
    today: i64,
    province: Tally,
    group: Tally,
    /// Contract, wage band, abroad and age of documents that pass all filters, together: one step instead
    /// of four.
    details: Vec<u32>,
    contract: Tally,
    wage: Tally,
    abroad: Tally,
    ages: [u32; AGES],
}

impl Counters {
    /// Nothing is counted yet.
    pub(crate) fn new(today: i32) -> Self {
        Self {
            today: i64::from(today),
            province: Tally::up_to(LISTED),
            group: Tally::up_to(LISTED),
            details: vec![0; DETAILS * AGES],
            contract: Tally::up_to(64),
            wage: Tally::up_to(16),
            abroad: Tally::up_to(4),
            ages: [0; AGES],
        }
    }

    fn age(&self, packed: Packed) -> usize {
        let days = self.today - packed.posted();
        POSTED_DAYS.iter().filter(|limit| days > i64::from(**limit)).count()
    }

    /// Counts a document that passes all filters.
    pub(crate) fn add(&mut self, packed: Packed) {
        self.province.add(packed.province(), 1);
        self.group.add(packed.group(), 1);
        let place = self.age(packed) * DETAILS + packed.details();
        if let Some(count) = self.details.get_mut(place) {
            *count += 1;
        }
    }

    /// Counts a document that fails a filter: in that dimension, if it is the only one.
    pub(crate) fn add_failed(&mut self, packed: Packed, failed: u8) {
        let age = self.age(packed);
        let one = |facet: Facet| failed == bit(facet);
        if one(Facet::Province) {
            self.province.add(packed.province(), 1);
        } else if one(Facet::Occupation) {
            self.group.add(packed.group(), 1);
        } else if one(Facet::Wage) {
            self.wage.add(packed.band(), 1);
        } else if one(Facet::Contract) {
            self.contract.add(packed.contract(), 1);
        } else if one(Facet::Abroad) {
            self.abroad.add(packed.abroad(), 1);
        } else if let (true, Some(count)) = (one(Facet::Posted), self.ages.get_mut(age)) {
            *count += 1;
        }
    }

    /// The counts as an answer gives them.
    pub(crate) fn facets(mut self) -> Facets {
        let details = std::mem::take(&mut self.details);
        for (place, count) in details.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            let packed = Packed((place % DETAILS) as u64);
            self.contract.add(packed.contract(), count);
            self.wage.add(packed.band(), count);
            self.abroad.add(packed.abroad(), count);
            if let Some(age) = self.ages.get_mut(place / DETAILS) {
                *age += count;
            }
        }
        let within = self.ages.iter().scan(0, |sum, count| {
            *sum += u64::from(*count);
            Some(*sum)
        });
        let posted = POSTED_DAYS.iter().zip(within);
        Facets {
            province: self.province.counts(),
            occupation: self.group.counts(),
            wage: self.wage.counts(),
            contract: self.contract.counts(),
            abroad: self.abroad.counts(),
            posted: posted.map(|(days, count)| Count { value: Some(*days), count }).collect(),
        }
    }
}
