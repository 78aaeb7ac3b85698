//! Titles to words, and words to groups of characters.

use crate::lexicon::Fingerprint;
use crate::text::{fold, plain, runs, stem};

/// Words of a text that are read; what follows is left out.
const MOST: usize = 4096;

/// A word of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In normal form, without diacritics.
    pub(super) plain: String,
    /// What its inflections share.
    pub(super) stem: String,
    /// Of a script without spaces.
    pub(super) dense: bool,
}

/// The words of a text with English stems; runs of scripts without spaces stay whole.
pub(super) fn english_words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    let word = |plain: String, dense| Word { stem: stem(&plain).into_owned(), plain, dense };
    runs(&folded)
        .into_iter()
        .take(MOST)
        .map(|run| word(plain(run.of(&folded)), run.script.is_dense()))
        .filter(|word| !word.plain.is_empty())
        .collect()
}

/// A number for a feature, the same on every machine; `kind` keeps kinds of features apart.
pub(super) fn feature(kind: u8, text: &str) -> u64 {
    let mut fingerprint = Fingerprint::default();
    fingerprint.add(&[kind]);
    fingerprint.add(text.as_bytes());
    fingerprint.0
}

/// Groups of neighbouring characters of a text, of each of the sizes.
pub(super) fn groups(text: &str, sizes: std::ops::RangeInclusive<usize>, mut push: impl FnMut(&str)) {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for size in sizes {
        for (from, to) in places.iter().zip(places.iter().skip(size)) {
            push(text.get(*from..*to).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_falls_into_words_with_stems_and_groups() {
        let words = english_words("Café Managers");
        assert_eq!(words.iter().map(|word| word.stem.as_str()).collect::<Vec<_>>(), ["cafe", "manag"]);
        let mut found = Vec::new();
        groups("<añb>", 4..=5, |group| found.push(group.to_owned()));
        assert_eq!(found, ["<añb", "añb>", "<añb>"]);
    }
}
