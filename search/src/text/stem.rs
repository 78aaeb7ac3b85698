//! English stems.

use std::borrow::Cow;
use std::hash::Hasher;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::hash::Quick;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Words whose stems are remembered while many texts are read.
const REMEMBERED: usize = 1 << 14;

/// The stem of a folded word without diacritics. Words of other scripts, short words and words with digits
/// or signs are their own stems.
pub(crate) fn stem(plain: &str) -> Cow<'_, str> {
    if is_stem(plain) { Cow::Borrowed(plain) } else { ENGLISH.stem(plain) }
}

fn is_stem(plain: &str) -> bool {
    plain.len() < 4 || !plain.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Stems that were asked for before, because texts repeat their words. Each word has one place, where it
/// displaces another: no choice of words makes that slow.
#[derive(Debug, Clone)]
pub(crate) struct Stems {
    places: usize,
    /// Empty before the first word.
    known: Vec<(Box<str>, Box<str>)>,
}

impl Default for Stems {
    fn default() -> Self {
        Self::with_places(REMEMBERED)
    }
}

impl Stems {
    /// Remembers so many words at most.
    pub(crate) fn with_places(places: usize) -> Self {
        Self { places, known: Vec::new() }
    }

    /// The stem of a word, as [`stem`] gives it.
    pub(crate) fn of<'a>(&'a mut self, plain: &'a str) -> &'a str {
        if is_stem(plain) {
            return plain;
        }
        if self.known.is_empty() {
            self.known.resize_with(self.places, Default::default);
        }
        let mut hasher = Quick::default();
        hasher.write(plain.as_bytes());
        let Some((word, known)) = self.known.get_mut(hasher.finish() as usize % self.places.max(1)) else {
            return plain;
        };
        if **word != *plain {
            *word = plain.into();
            *known = stem(plain).into();
        }
        known
    }
}
