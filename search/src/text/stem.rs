//! English stems.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// Words whose stems are remembered at most.
const REMEMBERED: usize = 100_000;

/// The stem of a folded word without diacritics. Words of other scripts, short words and words with digits
/// or signs are their own stems.
pub(crate) fn stem(plain: &str) -> Cow<'_, str> {
    if is_stem(plain) { Cow::Borrowed(plain) } else { ENGLISH.stem(plain) }
}

fn is_stem(plain: &str) -> bool {
    plain.len() < 4 || !plain.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Stems that were asked for before, because texts repeat their words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stems {
    known: HashMap<Box<str>, Box<str>>,
}

impl Stems {
    /// The stem of a word, as [`stem`] gives it.
    pub(crate) fn of<'a>(&'a mut self, plain: &'a str) -> &'a str {
        if is_stem(plain) {
            return plain;
        }
        if !self.known.contains_key(plain) {
            if self.known.len() >= REMEMBERED {
                self.known.clear();
            }
            self.known.insert(plain.into(), stem(plain).into());
        }
        self.known.get(plain).map_or(plain, |stem| stem)
    }
}
