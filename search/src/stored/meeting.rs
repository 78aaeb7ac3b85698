//! Which demands does a document meet?

use crate::index::IndexError;
use crate::{Document, Lexicon};

use super::demand::Values;
use super::demands::{Demands, NOTHING};

/// The demands that a document meets.
#[derive(Debug)]
pub(crate) struct Meeting {
    /// A bit for each demand.
    bits: Vec<u64>,
    list: Vec<u32>,
}

impl Meeting {
    /// Those of a document that comes on a day.
    pub(crate) fn of(
        demands: &Demands,
        lexicon: &Lexicon,
        document: &Document,
        today: i32,
    ) -> Result<Self, IndexError> {
        let values = Values::of(document, today)?;
        let mut met = Self { bits: vec![0; demands.len() / 64 + 1], list: Vec::new() };
        met.add(NOTHING);
        for key in demands.keys.of(lexicon, document) {
            demands.keys.demands(key).iter().for_each(|demand| met.add(*demand));
        }
        let passed = demands.tests().filter(|(_, test)| values.pass(*test));
        passed.for_each(|(number, _)| met.add(number));
        Ok(met)
    }

    fn add(&mut self, demand: u32) {
        let Some(word) = self.bits.get_mut(demand as usize / 64) else { return };
        let bit = 1 << (demand % 64);
        if *word & bit == 0 {
            *word |= bit;
            self.list.push(demand);
        }
    }

    /// Whether a demand is met.
    pub(crate) fn has(&self, demand: u32) -> bool {
        self.bits.get(demand as usize / 64).is_some_and(|word| word >> (demand % 64) & 1 == 1)
    }

    /// All that are met.
    pub(crate) fn demands(&self) -> &[u32] {
        &self.list
    }
}
