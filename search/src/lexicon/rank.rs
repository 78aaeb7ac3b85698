//! Free text to concepts, by likeness.
use super::Lexicon;
use crate::{ConceptKind, Ranked};
#[derive(Debug, Default)]
pub(crate) struct Ranking {}
impl Ranking {
    pub(crate) fn of(_lexicon: &Lexicon, _kind: ConceptKind) -> Self {
        Self::default()
    }
}
impl Lexicon {
    /// Concepts of a kind near to a text.
    pub fn rank(&self, _text: &str, kind: ConceptKind, _limit: usize) -> Vec<Ranked> {
        self.ranking(kind);
        Vec::new()
    }
}
