//! What of a text met a request.

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Original text, unescaped.
    pub text: String,
    /// Met the request.
    pub marked: bool,
}

/// Marks what met a request.
#[derive(Debug, Clone, Default)]
pub struct Highlighter {}

impl Highlighter {
    /// The whole text in pieces.
    pub fn mark(&self, text: &str) -> Vec<Piece> {
        vec![Piece { text: text.to_owned(), marked: false }]
    }

    /// The most telling part of a text, at most `max_chars` long.
    pub fn snippet(&self, text: &str, max_chars: usize) -> Vec<Piece> {
        vec![Piece { text: text.chars().take(max_chars).collect(), marked: false }]
    }
}
