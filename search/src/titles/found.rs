//! Names of concepts that were found in a title.

/// A name that a title holds, or is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    /// The number of its concept.
    pub(crate) concept: usize,
    /// How surely, 0 to 1; of a name inside a title, times the share that it has in what the title tells.
    pub(crate) surely: f32,
    /// Whether it is the title.
    pub(crate) whole: bool,
}

impl Found {
    /// Adds what it says to the score of its concept.
    pub(super) fn add(&self, scores: &mut [f32], weight: f32) {
        if let Some(score) = scores.get_mut(self.concept) {
            *score += weight * self.surely;
        }
    }
}
