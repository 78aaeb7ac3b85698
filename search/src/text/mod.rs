//! Text to terms.

/// The normal form in which labels and queries meet.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// Romanised Lao and Latin letters without diacritics.
pub fn latin(text: &str) -> String {
    text.to_lowercase()
}
