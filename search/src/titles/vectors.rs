//! Titles as short dense vectors, trained by contrast.

/// A table of vectors for features of words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vectors {}
