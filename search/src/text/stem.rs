//! English stems.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The stem of a folded word without diacritics. Words of other scripts, short words and words with digits
/// or signs are their own stems.
pub(crate) fn stem(plain: &str) -> std::borrow::Cow<'_, str> {
    if plain.len() < 4 || !plain.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return std::borrow::Cow::Borrowed(plain);
    }
    ENGLISH.stem(plain)
}
