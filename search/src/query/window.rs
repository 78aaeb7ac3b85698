//! A stretch of a segment's documents: which of them meet a condition, and what that is worth.

use tantivy::DocId;
use tantivy::fieldnorm::FieldNormReader;

use super::condition::Worth;
use super::cursor::{Cursor, ScoredCursor};

/// Documents of a window.
pub(crate) const WIDTH: usize = 4096;
const WORDS: usize = WIDTH / 64;

/// Some documents of a segment, in ascending order, with their scores in steps.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    pub(crate) docs: Vec<DocId>,
    pub(crate) scores: Vec<u32>,
}

impl Batch {
    pub(crate) fn clear(&mut self) {
        self.docs.clear();
        self.scores.clear();
    }

    pub(crate) fn push(&mut self, doc: DocId, score: u32) {
        self.docs.push(doc);
        self.scores.push(score);
    }

    /// Keeps the documents of which `met` says what to add to their scores.
    pub(crate) fn retain(&mut self, mut met: impl FnMut(DocId) -> Option<u32>) {
        let mut kept = 0;
        for at in 0..self.docs.len() {
            let (Some(&doc), Some(&score)) = (self.docs.get(at), self.scores.get(at)) else { break };
            if let Some(more) = met(doc) {
                if let (Some(to), Some(sum)) = (self.docs.get_mut(kept), self.scores.get_mut(kept)) {
                    *to = doc;
                    *sum = score + more;
                }
                kept += 1;
            }
        }
        self.docs.truncate(kept);
        self.scores.truncate(kept);
    }
}

/// A bit for each document of a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits([u64; WORDS]);

impl Default for Bits {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl Bits {
    pub(crate) fn clear(&mut self) {
        self.0 = [0; WORDS];
    }

    pub(crate) fn set(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64 % WORDS) {
            *word |= 1 << (place % 64);
        }
    }

    pub(crate) fn has(&self, place: usize) -> bool {
        self.0.get(place / 64 % WORDS).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Sets the bits of the postings from `base` on.
    pub(crate) fn add(&mut self, base: DocId, cursor: &mut Cursor) {
        cursor.seek(base);
        cursor.take_until(base + WIDTH as u32, |doc, _| self.set((doc - base) as usize));
    }

    /// Keeps the bits that the other has as well.
    pub(crate) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    /// Adds the bits of the other.
    pub(crate) fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// Sets the bits that `met` lacks; those that were set already are set in `again`.
    pub(crate) fn miss(&mut self, met: &Self, again: &mut Self) {
        for ((missed, met), again) in self.0.iter_mut().zip(&met.0).zip(&mut again.0) {
            *again |= *missed & !met;
            *missed |= !met;
        }
    }

    /// The places of all bits, in order.
    pub(crate) fn places(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(number, word)| places_of(number, *word))
    }

    /// The places without a bit, in order.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(number, word)| places_of(number, !word))
    }
}

/// The places of the bits in one word.
fn places_of(number: usize, mut left: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (left != 0).then(|| number * 64 + left.trailing_zeros() as usize);
        left &= left.wrapping_sub(1);
        place
    })
}

/// A window on a segment.
pub(crate) struct Window {
    base: DocId,
    pub(crate) bits: Bits,
    scores: Box<[u32]>,
}

impl Window {
    pub(crate) fn new() -> Self {
        Self { base: 0, bits: Bits::default(), scores: vec![0; WIDTH].into() }
    }

    /// Moves to where `doc` is; what it held must have been taken.
    pub(crate) fn move_to(&mut self, doc: DocId) {
        self.base = doc - doc % WIDTH as u32;
        self.bits.clear();
    }

    /// The first document.
    pub(crate) fn base(&self) -> DocId {
        self.base
    }

    /// The document behind the last.
    pub(crate) fn end(&self) -> DocId {
        self.base + WIDTH as u32
    }

    /// Adds to the score of a place.
    pub(crate) fn score(&mut self, place: usize, worth: u32) {
        if let Some(score) = self.scores.get_mut(place % WIDTH) {
            *score += worth;
        }
    }

    /// Sets the bits of postings, with their scores if `lengths` are given.
    pub(crate) fn add(&mut self, postings: &mut ScoredCursor, lengths: Option<&FieldNormReader>) {
        let (base, end) = (self.base, self.end());
        let ScoredCursor { cursor, worth } = postings;
        cursor.seek(base);
        let Some(lengths) = lengths else {
            cursor.take_until(end, |doc, _| self.bits.set((doc - base) as usize));
            return;
        };
        match worth {
            Worth::Fixed(worth) => cursor.take_until(end, |doc, _| {
                let place = (doc - base) as usize;
                self.bits.set(place);
                self.score(place, *worth);
            }),
            Worth::Weights(weights) => cursor.take_until(end, |doc, often| {
                let place = (doc - base) as usize;
                self.bits.set(place);
                self.score(place, weights.at(often, lengths.fieldnorm_id(doc)));
            }),
        }
    }

    /// Moves all documents with their scores behind those of a batch.
    pub(crate) fn drain(&mut self, batch: &mut Batch) {
        for place in self.bits.places() {
            let score = self.scores.get_mut(place % WIDTH).map_or(0, std::mem::take);
            batch.push(self.base + place as u32, score);
        }
    }

    /// Keeps those documents of a batch that have a bit, and adds the scores.
    pub(crate) fn narrow(&mut self, batch: &mut Batch) {
        let (base, bits, scores) = (self.base, &self.bits, &self.scores);
        batch.retain(|doc| {
            let place = (doc - base) as usize;
            bits.has(place).then(|| scores.get(place % WIDTH).copied().unwrap_or(0))
        });
        for place in self.bits.places() {
            if let Some(score) = self.scores.get_mut(place % WIDTH) {
                *score = 0;
            }
        }
    }
}
