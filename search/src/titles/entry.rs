//! What is to be found by a title: a concept with its names.

/// A concept to be found: its names, the preferred one first, and perhaps a description.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Names as people write them, the preferred one first.
    pub labels: Vec<String>,
    /// What the concept is, in sentences.
    pub description: Option<String>,
}
