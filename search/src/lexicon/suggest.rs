//! Completions.
use super::Lexicon;
use crate::Suggestion;
#[derive(Debug, Default)]
pub(crate) struct Completions {}
impl Lexicon {
    /// Completions of what was typed.
    pub fn suggest(&self, _typed: &str, _limit: usize) -> Vec<Suggestion> {
        let _ = self.inner.completions.get();
        Vec::new()
    }
}
