//! What a spelling means when labels of several concepts fit.

use crate::{Concept, ConceptKind};

use super::patterns::Spelling;
use super::{How, Lexicon, Mention};

/// Which of two concepts of one name stays when one stands below the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// The wider one, so that a query finds everything below.
    Wider,
    /// The narrower occupation, the wider place: what a document says of itself.
    Document,
}

/// A label that was met.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) concept: Concept,
    pub(crate) label: u32,
    pub(crate) how: How,
    /// Concepts of its kind that share the spelling.
    pub(crate) among: usize,
}

impl Meaning {
    /// 0 to 1: how surely the text means the concept.
    pub(crate) fn confidence(&self) -> f32 {
        let met = match self.how {
            How::Exact => 1.0,
            How::Folded => 0.9,
            How::Stem => 0.85,
            How::Typo => 0.6,
        };
        met / self.among.max(1) as f32
    }
}

impl Lexicon {
    /// The meanings of a spelling that met its labels best, one for each concept, by kind and key.
    pub(crate) fn meanings(&self, spelling: &Spelling, keep: Keep) -> Vec<Meaning> {
        let best = spelling.labels.iter().map(|met| met.1).min();
        let mut found: Vec<Meaning> = Vec::new();
        for &(number, how) in spelling.labels.iter().filter(|met| Some(met.1) == best) {
            let Some(label) = self.label(number) else { continue };
            if !found.iter().any(|meaning| meaning.concept == label.concept) {
                found.push(Meaning { concept: label.concept, label: number, how, among: 1 });
            }
        }
        let concepts: Vec<Concept> = found.iter().map(|meaning| meaning.concept).collect();
        found.retain(|meaning| {
            let narrower = keep == Keep::Document && meaning.concept.kind() == ConceptKind::Occupation;
            !concepts.iter().any(|other| {
                let (low, high) =
                    if narrower { (*other, meaning.concept) } else { (meaning.concept, *other) };
                self.inner.tree.is_below(low, high)
            })
        });
        let kinds: Vec<ConceptKind> = found.iter().map(|meaning| meaning.concept.kind()).collect();
        for meaning in &mut found {
            meaning.among = kinds.iter().filter(|kind| **kind == meaning.concept.kind()).count();
        }
        found.sort_by_key(|meaning| (meaning.concept.kind(), meaning.concept));
        found
    }

    /// A meaning at a place of the original text.
    pub(crate) fn mention(&self, meaning: &Meaning, span: std::ops::Range<usize>) -> Option<Mention> {
        let label = self.label(meaning.label)?;
        Some(Mention {
            concept: meaning.concept,
            span,
            label: label.text.clone(),
            language: label.language,
            confidence: meaning.confidence(),
            how: meaning.how,
        })
    }
}
