//! What a word is worth in a document: BM25 (k1 = 1.2, b = 0.75) in whole steps.
//!
//! Whole numbers add up to the same sum in any order, so a score does not depend on how the documents are
//! spread over segments.

use tantivy::fieldnorm::FieldNormReader;

/// Steps of a score of 1.
pub(crate) const STEPS: f32 = 65_536.0;
/// Terms of a usual document, those of its title counted more than once.
const LENGTH: f32 = 250.0;
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// A term that occurs more often counts as if it occurred so often.
const MOST: usize = 15;
/// Different lengths as the engine keeps them.
const LENGTHS: usize = 256;

/// The worth of one term for each number of occurrences and each length of a document.
#[derive(Debug)]
pub(crate) struct Weights {
    table: Box<[u32]>,
}

impl Weights {
    /// The weights of a term that so many of all documents have, times a factor.
    pub(crate) fn of(holders: u64, all: u64, factor: f32) -> Self {
        let (holders, all) = (holders as f32, all.max(holders) as f32);
        let rarity = (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln();
        let most = rarity * factor * (K1 + 1.0) * STEPS;
        let norms: Vec<f32> = (0..LENGTHS)
            .map(|length| FieldNormReader::id_to_fieldnorm(length as u8) as f32)
            .map(|length| K1 * (1.0 - B + B * length / LENGTH))
            .collect();
        let table = (0..=MOST).flat_map(|occurrences| {
            let occurrences = occurrences as f32;
            norms.iter().map(move |norm| (most * occurrences / (occurrences + norm)) as u32)
        });
        Self { table: table.collect() }
    }

    /// The worth in a document.
    pub(crate) fn at(&self, occurrences: u32, length: u8) -> u32 {
        let place = (occurrences as usize).min(MOST) * LENGTHS + usize::from(length);
        self.table.get(place).copied().unwrap_or(0)
    }
}

/// A fixed score in steps.
pub(crate) fn fixed(score: f32) -> u32 {
    (score * STEPS) as u32
}
