//! Words to the terms that the index holds.
//!
//! A spaced word has one term for its class, which all words of its stem share (`~manag`); a word that is no
//! stem itself has its own term too (`managers`), and one with diacritics a term with them (`=thợ`). A word of
//! a script without spaces is its own term. So a word finds its documents in one list, and other lists only
//! say which of them fit better.

use super::fold::{fold_lines, plain};
use super::script::Script;
use super::stem::{Stems, stem};
use super::token::{runs, words};

/// A mark before the stem that a class of words shares.
pub(crate) const STEM: char = '~';
/// A mark before a word that carries diacritics.
pub(crate) const ACCENTED: char = '=';
/// How often a word that is its own stem counts in its class.
const WHOLE: u32 = 2;
/// Characters of a group.
pub(crate) const GROUP: usize = 3;

/// The forms of one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forms {
    /// The folded word.
    pub(crate) word: String,
    /// Without diacritics.
    pub(crate) plain: String,
    /// The English stem of that.
    pub(crate) stem: String,
    /// Of a script without spaces.
    pub(crate) dense: bool,
}

impl Forms {
    /// The forms of a folded word.
    pub(crate) fn of(word: &str, script: Script) -> Self {
        let dense = script.is_dense();
        let plain = if dense { word.to_owned() } else { plain(word) };
        let stem = if dense { plain.clone() } else { stem(&plain).into_owned() };
        Self { word: word.to_owned(), plain, stem, dense }
    }

    /// The word carries diacritics.
    pub(crate) fn is_accented(&self) -> bool {
        self.word != self.plain
    }

    /// The term that all documents with a word of this class have.
    pub(crate) fn class(&self) -> String {
        if self.dense { self.word.clone() } else { format!("{STEM}{}", self.stem) }
    }

    /// The term of the word without diacritics, if that is not its class alone.
    pub(crate) fn own(&self) -> Option<&str> {
        (self.stem != self.plain).then_some(&self.plain)
    }
}

/// The terms of a folded text: the mark, the term, and how often it counts.
pub(crate) fn word_terms(folded: &str, stems: &mut Stems, mut push: impl FnMut(Option<char>, &str, u32)) {
    for token in words(folded) {
        let word = token.of(folded);
        if token.script.is_dense() {
            push(None, word, WHOLE);
            continue;
        }
        let bare;
        let plain = if word.is_ascii() {
            word
        } else {
            bare = plain(word);
            if bare != word {
                push(Some(ACCENTED), word, 1);
            }
            &bare
        };
        if plain.is_empty() {
            continue;
        }
        let stem = stems.of(plain);
        if stem == plain {
            push(Some(STEM), stem, WHOLE);
        } else {
            push(Some(STEM), stem, 1);
            push(None, plain, 1);
        }
    }
}

/// The terms by which the index finds a text, as often as they occur: those of its words, then groups of
/// characters of what is written without spaces.
///
/// ```
/// assert_eq!(search::terms("Managers"), ["~manag", "managers"]);
/// ```
pub fn terms(text: &str) -> Vec<String> {
    let folded = fold_lines(text);
    let mut terms = Vec::new();
    word_terms(&folded, &mut Stems::with_places(64), |mark, term, _| {
        terms.push(mark.into_iter().chain(term.chars()).collect());
    });
    gram_terms(&folded, |_, gram| terms.push(gram.to_owned()));
    terms
}

/// Groups of neighbouring characters of the unspaced runs with their positions; runs stand apart.
pub(crate) fn gram_terms(folded: &str, mut push: impl FnMut(u32, &str)) {
    let mut position = 0;
    for run in runs(folded).into_iter().filter(|run| run.script.is_dense()) {
        for gram in grams(run.of(folded)) {
            push(position, gram);
            position += 1;
        }
        position += GROUP as u32;
    }
}

/// Three characters from each place on, two at the end.
fn grams(run: &str) -> impl Iterator<Item = &str> {
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8());
    let third = ends.clone().skip(GROUP - 1).chain([run.len()]);
    let starts = run.char_indices().map(|(at, _)| at);
    starts.zip(third).take(run.chars().count().saturating_sub(1)).filter_map(|(from, to)| run.get(from..to))
}

/// Groups that together cover a word of three characters and more, each with its place in the word.
pub(crate) fn cover(word: &str) -> Vec<(u32, &str)> {
    let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let Some(last) = places.len().checked_sub(GROUP + 1) else { return Vec::new() };
    let chosen = (0..last).step_by(GROUP).chain([last]);
    let group = |at: usize| Some((at as u32, word.get(*places.get(at)?..*places.get(at + GROUP)?)?));
    chosen.filter_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_falls_into_groups_and_a_word_is_covered_by_few_of_them() {
        assert_eq!(grams("abcde").collect::<Vec<_>>(), ["abc", "bcd", "cde", "de"]);
        assert_eq!(grams("ab").collect::<Vec<_>>(), ["ab"]);
        assert_eq!(grams("a").count() + grams("").count(), 0);
        assert_eq!(cover("abc"), [(0, "abc")]);
        assert_eq!(cover("abcd"), [(0, "abc"), (1, "bcd")]);
        assert_eq!(cover("abcdefg"), [(0, "abc"), (3, "def"), (4, "efg")]);
        assert_eq!(cover("ab"), []);
    }

    #[test]
    fn a_word_has_its_class_and_what_tells_it_from_others_of_the_class() {
        let mut terms = Vec::new();
        word_terms("managers thợ ຊ່າງ kafka", &mut Stems::default(), |mark, term, times| {
            terms.push((mark.map_or(String::new(), String::from) + term, times));
        });
        let expected = [("~manag", 1), ("managers", 1), ("=thợ", 1), ("~tho", 2), ("ຊ່າງ", 2), ("~kafka", 2)];
        assert_eq!(terms, expected.map(|(term, times)| (term.to_owned(), times)));
    }
}
