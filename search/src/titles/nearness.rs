//! Vectors beside another ranking: how near each concept's names are to a text.

use std::sync::Arc;

use super::dense::Dense;
use super::parts::raise;
use super::reader::Reader;
use super::tongue::Tongue;
use super::vectors::Vectors;

/// A cosine that chance alone gives; what is below counts as nothing.
const CHANCE: f32 = 0.35;

/// The names of concepts in several languages, as vectors.
#[derive(Debug)]
pub(crate) struct Nearness {
    reader: Reader,
    dense: Dense,
    begins: Vec<usize>,
}

impl Nearness {
    /// The names of each concept.
    pub(crate) fn of(vectors: Arc<Vectors>, concepts: &[Vec<&str>]) -> Self {
        let reader = Reader::in_tongue(Tongue::Known("en"));
        let names: Vec<_> = concepts
            .iter()
            .map(|names| names.iter().map(|name| reader.words(name)).collect::<Vec<_>>())
            .collect();
        let ends = names.iter().scan(0, |end, names| {
            *end += names.len();
            Some(*end)
        });
        let begins = std::iter::once(0).chain(ends).collect();
        Self { reader, dense: Dense::of(vectors, &names), begins }
    }

    /// Adds to the score of each concept what its names' centre brings, 0 to `by_centre`, and then its nearest
    /// name, 0 to `by_nearest`; the latter only where it can bring a concept among the best `limit`.
    pub(crate) fn add(
        &self,
        text: &str,
        scores: &mut [f32],
        (by_centre, by_nearest): (f32, f32),
        limit: usize,
    ) {
        let asked = self.dense.asked(&self.reader.words(text));
        for (score, cosine) in scores.iter_mut().zip(self.dense.centres(&asked)) {
            *score += by_centre * above_chance(cosine);
        }
        raise(scores, by_nearest, limit, |concept| match self.begins.get(concept..concept + 2) {
            Some(&[from, to]) => by_nearest * above_chance(self.dense.nearest(&asked, from..to)),
            _ => 0.0,
        });
    }
}

fn above_chance(cosine: f32) -> f32 {
    ((cosine - CHANCE) / (1.0 - CHANCE)).max(0.0)
}
