//! Words to the terms that the index holds.

use super::fold::plain;
use super::script::Script;
use super::stem::stem;
use super::token::{runs, words};

/// A mark before a stem that differs from its word.
pub(crate) const STEM: char = '~';
/// A mark before a word that carries diacritics.
pub(crate) const ACCENTED: char = '=';

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
}

/// The terms of a folded text with the position of their words.
pub(crate) fn word_terms(folded: &str, mut push: impl FnMut(usize, String)) {
    for (position, token) in words(folded).iter().enumerate() {
        let forms = Forms::of(token.of(folded), token.script);
        if forms.is_accented() {
            push(position, format!("{ACCENTED}{}", forms.word));
        }
        if forms.stem != forms.plain {
            push(position, format!("{STEM}{}", forms.stem));
        }
        if !forms.plain.is_empty() {
            push(position, forms.plain);
        }
    }
}

/// Pairs of neighbouring characters of the unspaced runs with their positions; runs stand apart.
pub(crate) fn gram_terms(folded: &str, mut push: impl FnMut(usize, &str)) {
    let mut position = 0;
    for run in runs(folded).into_iter().filter(|run| run.script.is_dense()) {
        for gram in grams(run.of(folded)) {
            push(position, gram);
            position += 1;
        }
        position += 2;
    }
}

/// Pairs of neighbouring characters.
pub(crate) fn grams(run: &str) -> impl Iterator<Item = &str> {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1);
    starts.zip(ends).filter_map(|(from, to)| run.get(from..to))
}
