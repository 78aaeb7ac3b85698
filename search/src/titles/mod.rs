//! Titles to concepts: names of concepts in, the concepts nearest to a title out, best first.
//!
//! A title is compared with a concept in eight ways ([`Ways`]); the score is their sum, weighed. Most look at words,
//! their order and groups of characters of the corpus itself; what a word counts is learned from the names
//! (`constancy`). Two use vectors: where most concepts have
//! several names, and there are enough of them, vectors are trained on these names while the index is built,
//! so that what means the same comes near each other, beginning with those of the [`Model`] if they know the
//! language of the corpus; else those are used as they are; else the score is that of words and characters alone.

mod abbreviations;
mod bytes;
mod chance;
mod compounds;
mod constancy;
mod counts;
mod dense;
mod entry;
mod fit;
mod matrix;
mod nearness;
mod parts;
mod plain;
mod reader;
mod sparse;
#[cfg(test)]
mod tests;
mod tongue;
mod train;
mod vectors;
mod weights;
mod words;

pub use bytes::VectorsError;
pub use entry::Entry;
pub use fit::Judged;
pub use vectors::Vectors;
pub use weights::{Ways, Weights};
pub use words::stem_key;

use std::sync::Arc;

use dense::Dense;
pub(crate) use nearness::Nearness;
use parts::Parts;
use plain::{Kind, Plain};
use reader::Reader;

/// Names that concepts with several must have together, so that vectors are trained on them.
const ENOUGH: usize = 2000;
/// The seed of vectors trained on an index's own names.
const SEED: u64 = 1;

/// What the shipped method knows beforehand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// How the parts of the score are weighed.
    pub weights: Weights,
    /// Vectors trained elsewhere, for concepts that have too few names to train on.
    pub vectors: Option<Vectors>,
}

/// How concepts are ranked.
#[derive(Debug, Clone, Copy)]
pub enum Method<'a> {
    /// BM25 over English stems of all names of a concept together (k1 = 1.2, b = 0.75).
    Bm25,
    /// The cosine of TF-IDF over groups of 2 to 4 characters of all names together.
    CharTfidf,
    /// Ours.
    Shipped(&'a Model),
}

/// Concepts, found by titles.
#[derive(Debug)]
pub struct Titles {
    ranking: Ranking,
}

#[derive(Debug)]
enum Ranking {
    Plain(Plain),
    Shipped { parts: Box<Parts>, weights: Ways, foreign: bool },
}

impl Titles {
    /// Reads the names of concepts. The same names give the same answers. Trains vectors for about a minute
    /// where the method is ours and most concepts have several names.
    pub fn build(entries: &[Entry], method: &Method<'_>) -> Self {
        let ranking = match method {
            Method::Bm25 => Ranking::Plain(Plain::build(entries, Kind::Bm25)),
            Method::CharTfidf => Ranking::Plain(Plain::build(entries, Kind::CharTfidf)),
            Method::Shipped(model) => shipped(entries, model, is_enough(entries)),
        };
        Self { ranking }
    }

    /// The same by our method, with the model's vectors even where vectors could be trained on the names.
    fn build_foreign(entries: &[Entry], model: &Model) -> Self {
        Self { ranking: shipped(entries, model, false) }
    }

    /// The concepts nearest to a title by their number among the entries, each with its score; best first,
    /// of equals the lower number first. Scores compare within one answer only; concepts that share nothing
    /// with the title are left out.
    pub fn rank(&self, query: &str, limit: usize) -> Vec<(usize, f32)> {
        match &self.ranking {
            Ranking::Plain(plain) => best(&plain.scores(query), limit),
            Ranking::Shipped { parts, weights, .. } => best(&parts.scores(query, weights, limit), limit),
        }
    }

    /// The index of all ways, if the method is ours.
    fn parts(&self) -> Option<&Parts> {
        match &self.ranking {
            Ranking::Plain(_) => None,
            Ranking::Shipped { parts, .. } => Some(parts),
        }
    }

    /// Whether the vectors were trained on other names than those of the index.
    fn is_foreign(&self) -> bool {
        matches!(self.ranking, Ranking::Shipped { foreign: true, .. })
    }
}

fn shipped(entries: &[Entry], model: &Model, own: bool) -> Ranking {
    let reader = Reader::of(entries);
    let names = reader.names(entries);
    let known = model.vectors.as_ref().filter(|vectors| vectors.know(reader.tongue()));
    let vectors = if own { Some(Vectors::of_own(&names, known, SEED)) } else { known.cloned() };
    let foreign = vectors.is_some() && !own;
    let mut weights = if have_several(entries) { model.weights.several } else { model.weights.single };
    if foreign {
        weights.centre *= model.weights.foreign;
        weights.nearest *= model.weights.foreign;
    }
    let dense = vectors.map(|vectors| Dense::of(Arc::new(vectors), &names));
    Ranking::Shipped { parts: Box::new(Parts::of(reader, entries, &names, dense)), weights, foreign }
}

/// Most concepts have several names.
fn have_several(entries: &[Entry]) -> bool {
    entries.iter().filter(|entry| entry.labels.len() > 1).count() * 2 > entries.len()
}

/// There are names enough to train vectors on.
fn is_enough(entries: &[Entry]) -> bool {
    let several = entries.iter().map(|entry| entry.labels.len()).filter(|names| *names > 1);
    have_several(entries) && several.sum::<usize>() >= ENOUGH
}

/// The highest of the scores above zero with their places, best first, of equals the first.
fn best(scores: &[f32], limit: usize) -> Vec<(usize, f32)> {
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
