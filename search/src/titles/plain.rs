//! The two plain methods that ours is held against: BM25 over English stems, and groups of characters.

use super::Entry;
use super::counts::Counts;
use super::sparse::{Repeats, Sparse};
use super::words::{english_words, feature, groups};

/// Which plain method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// BM25 over English stems of all names together.
    Bm25,
    /// The cosine of TF-IDF over groups of 2 to 4 characters of all names together, inside words with their
    /// ends marked.
    CharTfidf,
}

/// A plain method over its texts.
#[derive(Debug)]
pub(super) struct Plain {
    kind: Kind,
    sparse: Sparse,
}

impl Plain {
    /// The method over the names of these concepts.
    pub(super) fn build(entries: &[Entry], kind: Kind) -> Self {
        let texts: Vec<Counts> = entries.iter().map(|entry| counts(kind, &entry.labels)).collect();
        let sparse = match kind {
            Kind::Bm25 => Sparse::bm25(&texts, false),
            Kind::CharTfidf => Sparse::cosine(&texts, Repeats::Linear, 1.0),
        };
        Self { kind, sparse }
    }

    /// The score of each concept.
    pub(super) fn scores(&self, query: &str) -> Vec<f32> {
        self.sparse.scores(&counts(self.kind, &[query]))
    }
}

fn counts(kind: Kind, texts: &[impl AsRef<str>]) -> Counts {
    let mut features = Vec::new();
    for word in texts.iter().flat_map(|text| english_words(text.as_ref())) {
        match kind {
            Kind::Bm25 => features.push(feature(0, &word.stem)),
            Kind::CharTfidf => {
                groups(&format!("<{}>", word.plain), 2..=4, |group| features.push(feature(0, group)));
            }
        }
    }
    Counts::of(features)
}
