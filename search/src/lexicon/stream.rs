//! A text as a stream of symbols: a number for each known word, one for each character of unspaced scripts.

use std::borrow::Cow;

use crate::text::{Script, dictionary_breaks, may_split, plain, runs, stem, syllable_starts};

use crate::hash::QuickMap;

/// A bit that tells characters from words.
const CHARACTER: u32 = 0x8000_0000;

/// How well a match may begin or end at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Border {
    /// Inside a cluster.
    Inside,
    /// Between clusters, perhaps inside a syllable or word.
    Cluster,
    /// Between syllables or words.
    Syllable,
}

/// What stands between a symbol and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing.
    Joined,
    /// A space or a sign that joins words.
    Space,
    /// The end of a phrase.
    Phrase,
}

/// A word or an unspaced character.
#[derive(Debug, Clone)]
pub(crate) struct Symbol<'f> {
    /// Its number; 0 for words that the vocabulary lacks.
    pub(crate) id: u32,
    /// First byte in the folded text.
    pub(crate) start: usize,
    /// Byte behind it.
    pub(crate) end: usize,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// How well a match may begin here.
    pub(crate) border: Border,
    /// A word's form without diacritics; empty for characters.
    pub(crate) plain: Cow<'f, str>,
    /// The script.
    pub(crate) script: Script,
}

/// Words that occur in labels: each plain word leads to the number of its stem.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: QuickMap<Box<str>, u32>,
    stems: QuickMap<Box<str>, u32>,
    /// The stems in the order of their numbers, from 1.
    by_id: Vec<Box<str>>,
}

impl Vocabulary {
    /// Takes in a plain word and gives the number of its stem.
    pub(crate) fn learn(&mut self, word: &str) -> u32 {
        let stem = stem(word);
        let next = self.stems.len() as u32 + 1;
        let id = *self.stems.entry(stem.as_ref().into()).or_insert(next);
        if id == next {
            self.by_id.push(stem.as_ref().into());
        }
        self.words.insert(word.into(), id);
        id
    }

    /// The number of a plain word's stem; 0 if no label has it.
    pub(crate) fn id(&self, word: &str) -> u32 {
        if let Some(id) = self.words.get(word) {
            return *id;
        }
        self.stems.get(stem(word).as_ref()).copied().unwrap_or(0)
    }

    /// The stem with a number.
    pub(crate) fn stem(&self, id: u32) -> Option<&str> {
        self.by_id.get((id as usize).checked_sub(1)?).map(AsRef::as_ref)
    }

    /// All plain words with the numbers of their stems.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.iter().map(|(word, id)| (word.as_ref(), *id))
    }
}

/// A folded text as symbols.
pub(crate) fn symbols(folded: &str, id: impl FnMut(&str) -> u32) -> Vec<Symbol<'_>> {
    let mut stream = clusters(folded, id);
    mark_syllables(folded, &mut stream);
    stream
}

/// A folded text as symbols, of whose unspaced runs only the clusters are known; see [`mark_syllables`].
pub(crate) fn clusters(folded: &str, mut id: impl FnMut(&str) -> u32) -> Vec<Symbol<'_>> {
    let mut stream = Vec::with_capacity(folded.len() / 3 + 1);
    let mut done = 0;
    for run in runs(folded) {
        let gap = gap(folded, done, run.start);
        done = run.end;
        let text = run.of(folded);
        if run.script.is_dense() {
            characters(text, run.start, gap, run.script, &mut stream);
            continue;
        }
        let plain = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(plain(text)) };
        let id = id(&plain);
        let border = Border::Syllable;
        stream.push(Symbol { id, start: run.start, end: run.end, gap, border, plain, script: run.script });
    }
    stream
}

/// The characters of an unspaced run; where a syllable or a word ends inside is left open.
fn characters(run: &str, offset: usize, gap: Gap, script: Script, stream: &mut Vec<Symbol<'_>>) {
    let mut before = None;
    for (at, c) in run.char_indices() {
        let border = match before {
            None => Border::Syllable,
            Some(last) if !may_split(last, c) => Border::Inside,
            Some(_) => Border::Cluster,
        };
        stream.push(Symbol {
            id: CHARACTER | c as u32,
            start: offset + at,
            end: offset + at + c.len_utf8(),
            gap: if before.is_none() { gap } else { Gap::Joined },
            border,
            plain: Cow::Borrowed(""),
            script,
        });
        before = Some(c);
    }
}

/// Finds the syllables and dictionary words in whole unspaced runs of [`clusters`]; once, for the borders it finds
/// look like those of runs afterwards.
pub(crate) fn mark_syllables(folded: &str, stream: &mut [Symbol<'_>]) {
    let same_run = |_: &Symbol<'_>, next: &Symbol<'_>| next.border != Border::Syllable;
    for run in stream.chunk_by_mut(same_run) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        if !first.script.is_dense() {
            continue;
        }
        let (start, script) = (first.start, first.script);
        let text = folded.get(start..last.end).unwrap_or_default();
        let mut borders: Vec<usize> = dictionary_breaks(text).collect();
        if script == Script::Lao {
            borders.extend(syllable_starts(text));
            borders.sort_unstable();
        }
        let inner = run.iter_mut().filter(|symbol| symbol.border == Border::Cluster);
        for symbol in inner {
            if borders.binary_search(&(symbol.start - start)).is_ok() {
                symbol.border = Border::Syllable;
            }
        }
    }
}

/// What the text between two symbols means for phrases.
fn gap(folded: &str, from: usize, to: usize) -> Gap {
    let between = folded.get(from..to).unwrap_or_default();
    if between.is_empty() {
        return if from == 0 { Gap::Phrase } else { Gap::Joined };
    }
    let ends = |c: char| {
        matches!(
            c,
            ',' | ';'
                | ':'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '|'
                | '\n'
                | '•'
                | '·'
                | '–'
                | '—'
                | '!'
                | '?'
                | '។'
                | '၊'
                | '။'
                | '、'
                | '。'
        )
    };
    let phrase = from == 0
        || between.contains(ends)
        || between.contains(". ")
        || (between.contains([' ']) && between.contains(['-', '/', '*', '>']));
    if phrase { Gap::Phrase } else { Gap::Space }
}
