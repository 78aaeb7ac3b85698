//! Text to concepts.

mod label;

pub use label::{How, Label, Mention, Parent, Ranked, Suggestion, TitleLink, Understanding};

use crate::{Concept, ConceptKind, Language};

/// Labels of concepts and the trees they stand in. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// A lexicon of these labels.
    pub fn build(
        _labels: impl IntoIterator<Item = Label>,
        _parents: impl IntoIterator<Item = Parent>,
    ) -> Self {
        Self::default()
    }
    /// Of its content, independent of input order.
    pub fn fingerprint(&self) -> u64 {
        0
    }
    /// Itself first, then parents up.
    pub fn with_ancestors(&self, concept: Concept) -> Vec<Concept> {
        vec![concept]
    }
    /// The label to show.
    pub fn preferred(&self, _concept: Concept, _language: Language) -> Option<&str> {
        None
    }
    /// Mentions in running text.
    pub fn link(&self, _text: &str) -> Vec<Mention> {
        Vec::new()
    }
    /// A typed query.
    pub fn understand(&self, query: &str) -> Understanding {
        Understanding {
            words: query.split_whitespace().map(str::to_owned).collect(),
            ..Understanding::default()
        }
    }
    /// Occupations of a job title.
    pub fn title(&self, _title: &str, _hints: &[&str]) -> Vec<TitleLink> {
        Vec::new()
    }
    /// Concepts of a kind near to a text.
    pub fn rank(&self, _text: &str, _kind: ConceptKind, _limit: usize) -> Vec<Ranked> {
        Vec::new()
    }
    /// Completions of what was typed.
    pub fn suggest(&self, _typed: &str, _limit: usize) -> Vec<Suggestion> {
        Vec::new()
    }
}
