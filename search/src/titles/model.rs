//! What is known of titles before the names of an index are read: weights and vectors.

use std::sync::Arc;

use super::entry::Entry;
use super::reader::Reader;
use super::vectors::Vectors;
use super::weights::{Ways, Weights};

/// Names that concepts with several must have together, so that vectors are trained on them.
const ENOUGH: usize = 2000;
/// The seed of vectors trained on an index's own names.
const SEED: u64 = 1;

/// Weights and vectors that titles are compared with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// How the ways of comparing are weighed.
    pub weights: Weights,
    /// Vectors of titles.
    pub vectors: Option<Arc<Vectors>>,
    /// Whether the vectors were trained on the names that they are asked about.
    pub own: bool,
}

impl Model {
    /// The same for the names of other concepts. Where most have several names, and there are enough of them, vectors
    /// are trained on these names, beginning with this model's if those know the language: a quarter of a minute for
    /// 30,000 names. Else this model's vectors are taken as they are, if they know the language; else there are none.
    #[must_use]
    pub fn for_names(&self, entries: &[Entry]) -> Self {
        if !is_enough(entries) {
            return self.foreign_to(entries);
        }
        let reader = Reader::of(entries);
        let known = self.vectors.as_deref().filter(|vectors| vectors.know(reader.tongue()));
        let vectors = Vectors::of_own(&reader.names(entries), known, SEED);
        Self { vectors: Some(Arc::new(vectors)), own: true, ..self.clone() }
    }

    /// The same for the names of other concepts, with this model's vectors, if they know the language.
    pub(crate) fn foreign_to(&self, entries: &[Entry]) -> Self {
        let tongue = Reader::of(entries).tongue();
        let vectors = self.vectors.clone().filter(|vectors| vectors.know(tongue));
        Self { vectors, own: false, ..self.clone() }
    }

    /// The weights for concepts of which most have several names or not, as long as the names are in one language.
    pub(super) fn ways(&self, several: bool) -> Ways {
        let mut ways = if several { self.weights.several } else { self.weights.single };
        if !self.own {
            ways.centre *= self.weights.foreign;
            ways.nearest *= self.weights.foreign;
        }
        ways
    }
}

/// Most concepts have several names.
pub(crate) fn have_several(entries: &[Entry]) -> bool {
    entries.iter().filter(|entry| entry.labels.len() > 1).count() * 2 > entries.len()
}

/// There are names enough to train vectors on.
fn is_enough(entries: &[Entry]) -> bool {
    let several = entries.iter().map(|entry| entry.labels.len()).filter(|names| *names > 1);
    have_several(entries) && several.sum::<usize>() >= ENOUGH
}
