//! Titles compared with the names of concepts: how near is each concept, and by which of its names?
//!
//! A title is compared with a concept in ten ways ([`Ways`]); the score is their sum, weighed. Most look at words,
//! their order and groups of characters of the names themselves; what a word counts is learned from the names
//! (`constancy`). Two use vectors: where most concepts have several names, and there are enough of them, vectors are
//! trained on these names, so that what means the same comes near each other, beginning with those of the [`Model`] if
//! they know the language; else those are used as they are; else words and characters stand alone. The last
//! two are names that a [`Lexicon`](crate::Lexicon) found in the title.

mod abbreviations;
mod bytes;
mod chance;
mod compounds;
mod constancy;
mod counts;
mod dense;
mod entry;
mod found;
mod matrix;
mod model;
mod names;
mod parts;
mod plain;
mod reader;
mod sparse;
#[cfg(test)]
pub(crate) mod tests;
mod tongue;
mod train;
mod vectors;
mod weights;
mod words;

pub use bytes::VectorsError;
pub use entry::Entry;
pub(crate) use found::Found;
pub use model::Model;
pub(crate) use model::have_several;
pub use plain::Plain;
pub use vectors::Vectors;
pub(crate) use weights::{HELD_WAYS, VECTOR_WAYS, WAYS};
pub use weights::{Held, Ways, Weights};
pub use words::stem_key;

use std::sync::Arc;

use dense::Dense;
use parts::Parts;
use reader::Reader;

/// The score of a title that all ways but names found in it say is the same as a concept.
pub(crate) const SAME: f32 = 2.0;

/// Concepts by their names, to be compared with titles.
#[derive(Debug)]
pub(crate) struct Titles {
    parts: Arc<Parts>,
    /// Most concepts have several names.
    several: bool,
    /// Names are in several languages.
    translated: bool,
    weights: Ways,
    chance: f32,
}

impl Titles {
    /// Reads the names of concepts; `translated` says that they are in several languages. The same names give the same
    /// answers.
    pub(crate) fn of(entries: &[Entry], model: &Model, translated: bool) -> Self {
        let reader = Reader::of(entries);
        let names = reader.names(entries);
        let dense = model.vectors.clone().map(|vectors| Dense::of(vectors, &names));
        let parts = Arc::new(Parts::of(reader, entries, &names, dense));
        Self::weighed(parts, have_several(entries), translated, model)
    }

    /// The same names weighed as a model says; the vectors stay.
    pub(crate) fn weighed_as(&self, model: &Model) -> Self {
        Self::weighed(Arc::clone(&self.parts), self.several, self.translated, model)
    }

    fn weighed(parts: Arc<Parts>, several: bool, translated: bool, model: &Model) -> Self {
        let mut weights = model.ways(several);
        if translated {
            let (Held { found, whole }, all) = (model.weights.mixed, parts.reach(&weights));
            weights = Ways { found: found * all, whole: whole * all, ..weights };
        }
        Self { parts, several, translated, weights, chance: model.weights.chance }
    }

    /// The concepts nearest to a title by their number among the entries, each with its score: best first, of equals
    /// the lower number first. A score is [`SAME`] where all ways say that title and concept are the same; names found in
    /// the title come on top. Concepts that share nothing with the title are left out.
    pub(crate) fn rank(&self, title: &str, found: &[Found], limit: usize) -> Vec<(usize, f32)> {
        let mut best = best(&self.parts.scores(title, found, (&self.weights, self.chance), limit), limit);
        let scale = SAME / self.parts.reach(&self.weights).max(f32::EPSILON);
        for (_, score) in &mut best {
            *score *= scale;
        }
        best
    }

    /// What each way says about each concept, in the order of [`Ways`].
    pub(crate) fn ways(&self, title: &str, found: &[Found]) -> [Vec<f32>; WAYS] {
        self.parts.ways(title, found, self.chance)
    }

    /// How much a word of a title tells; 0 if no concept has it.
    pub(crate) fn telling(&self, word: &str) -> f32 {
        self.parts.telling(word)
    }

    /// For concepts, the places among their names of those most like a title; the first of equals.
    pub(crate) fn nearest_names(&self, concepts: &[usize], title: &str) -> Vec<Option<usize>> {
        let letters = self.parts.letters(title);
        concepts.iter().map(|concept| self.parts.nearest_name(*concept, &letters)).collect()
    }
}

/// The highest of the scores above zero with their places, best first, of equals the first.
pub(crate) fn best(scores: &[f32], limit: usize) -> Vec<(usize, f32)> {
    let mut found: Vec<(usize, f32)> =
        scores.iter().copied().enumerate().filter(|(_, score)| *score > 0.0).collect();
    let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if limit < found.len() {
        found.select_nth_unstable_by(limit, order);
        found.truncate(limit);
    }
    found.sort_unstable_by(order);
    found
}
