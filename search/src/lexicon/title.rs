//! Job titles to occupations.
use super::Lexicon;
use crate::TitleLink;
impl Lexicon {
    /// Occupations of a job title.
    pub fn title(&self, _title: &str, _hints: &[&str]) -> Vec<TitleLink> {
        Vec::new()
    }
}
