//! Titles to words, and words to groups of characters.

use super::counts::Counts;
use crate::hash::Fingerprint;
use crate::text::{beginning, fold, plain, runs, stem};

/// A word of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In normal form, without diacritics.
    pub(super) plain: String,
    /// What its inflections share.
    pub(super) stem: String,
    /// Stems of the words that it is written together from, if it is a compound or a run without spaces that a dictionary
    /// knows, or stands for, if it is an abbreviation.
    pub(super) parts: Vec<String>,
    /// Of a script without spaces.
    pub(super) dense: bool,
}

/// The names of each concept, as words.
pub(super) type Names = Vec<Vec<Vec<Word>>>;

/// The words of a text's [`beginning`] with English stems; runs of scripts without spaces stay whole.
pub(super) fn english_words(text: &str) -> Vec<Word> {
    let folded = fold(beginning(text));
    let word =
        |plain: String, dense| Word { stem: stem(&plain).into_owned(), plain, parts: Vec::new(), dense };
    runs(&folded)
        .into_iter()
        .map(|run| word(plain(run.of(&folded)), run.script.is_dense()))
        .filter(|word| !word.plain.is_empty())
        .collect()
}

/// What titles have in common that are equal by stems: their English stems in alphabetical order.
///
/// ```
/// assert_eq!(search::stem_key("Managers of Sales"), search::stem_key("sales of manager"));
/// ```
pub fn stem_key(title: &str) -> String {
    let mut stems: Vec<String> = english_words(title).into_iter().map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.join(" ")
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

/// How often each stem occurs, those of parts too; of a run without spaces that a dictionary divides its words alone, of
/// another each character and each two neighbours.
pub(super) fn stems(words: &[Word]) -> Counts {
    let mut features = Vec::with_capacity(words.len());
    for word in words {
        if word.dense && word.parts.is_empty() {
            groups(&word.plain, 1..=2, |group| features.push(feature(0, group)));
        } else {
            if !word.dense {
                features.push(feature(0, &word.stem));
            }
            features.extend(word.parts.iter().map(|part| feature(0, part)));
        }
    }
    Counts::of(features)
}

/// How often each two neighbouring stems occur in this order, within each of the names; of scripts without spaces none,
/// whose neighbours [`letters`] has.
pub(super) fn phrases(names: &[Vec<Word>]) -> Counts {
    let mut features = Vec::new();
    for pair in names.iter().flat_map(|name| name.windows(2)) {
        if let [one, next] = pair
            && !one.dense
            && !next.dense
        {
            features.push(feature(0, &format!("{} {}", one.stem, next.stem)));
        }
    }
    Counts::of(features)
}

/// How often each group of 2 to 4 characters occurs in words with their ends marked; of scripts without
/// spaces each character and each two neighbours.
pub(super) fn letters(words: &[Word]) -> Counts {
    let mut features = Vec::new();
    for word in words {
        let mut push = |group: &str| features.push(feature(0, group));
        if word.dense {
            groups(&word.plain, 1..=2, &mut push);
        } else {
            groups(&format!("<{}>", word.plain), 2..=4, &mut push);
        }
    }
    Counts::of(features)
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
