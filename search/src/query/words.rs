//! A word of a query as terms of the index.

use std::cell::RefCell;
use std::sync::Arc;

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use crate::hash::QuickMap;
use crate::index::IndexError;
use crate::lexicon::allowed;
use crate::text::{ACCENTED, Folded, Forms, GROUP, STEM, cover, stem, words};

use super::condition::{Condition, Stretch, Way};
use super::lookup::{Lookup, Postings};
use super::weights::fixed;
use super::whole::is_written;

/// Weights: exact against folded, stem, part, typo. What a title weighs is in the frequencies.
const EXACT: f32 = 1.0;
const FOLDED: f32 = 0.5;
const STEMMED: f32 = 0.5;
const PART: f32 = 0.4;
const TYPO: f32 = 0.25;
/// Spellings that one misspelt word may stand for.
const SPELLINGS: usize = 16;
/// Spellings among which these are chosen.
const CANDIDATES: usize = 64;

/// What the text of a document must have, whatever an index holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Wanted {
    /// A term of its words.
    Word(String),
    /// A stretch of unspaced text, two characters or more.
    Stretch(String),
}

impl Wanted {
    /// What documents with a word have.
    fn of(form: &Forms) -> Self {
        if form.dense && form.word.chars().nth(1).is_some() {
            Self::Stretch(form.word.clone())
        } else {
            Self::Word(term(form))
        }
    }
}

/// The term of the documents with a word: that of its class, or of the word itself whatever its diacritics.
fn term(form: &Forms) -> String {
    match (form.is_accented(), form.own()) {
        (true, Some(own)) => own.to_owned(),
        (true, None) | (false, _) => form.class(),
    }
}

/// A word with what it meets in the index.
#[derive(Debug, Clone)]
pub(crate) struct WordQuery {
    /// As typed.
    pub(crate) typed: String,
    /// Its folded parts.
    pub(crate) forms: Vec<Forms>,
    /// Words of the index that it may be a misspelling of, or their stems.
    pub(crate) spellings: Vec<String>,
    /// Documents with any of these meet it: the word itself, and the spellings that it stands for where the index
    /// has nothing of it.
    pub(crate) wanted: Vec<Wanted>,
    /// What it requires; no ways if the index has nothing of it.
    pub(crate) condition: Condition,
}

/// Reads words against an index, each once: a look for other spellings goes through all terms.
pub(crate) struct Words<'a> {
    pub(crate) lookup: &'a Lookup<'a>,
    read: RefCell<QuickMap<(String, bool), WordQuery>>,
}

impl<'a> Words<'a> {
    /// Reads words against what is looked up there.
    pub(crate) fn of(lookup: &'a Lookup<'a>) -> Self {
        Self { lookup, read: RefCell::default() }
    }

    /// Whether the index has a word in this form.
    pub(crate) fn has(&self, plain: &str) -> bool {
        if stem(plain) == plain { self.lookup.has(&format!("{STEM}{plain}")) } else { self.lookup.has(plain) }
    }

    /// What a word requires; `guess` permits looking for other spellings.
    pub(crate) fn query(&self, typed: &str, guess: bool) -> Result<WordQuery, IndexError> {
        let key = (typed.to_owned(), guess);
        if let Some(read) = self.read.borrow().get(&key) {
            return Ok(read.clone());
        }
        let read = self.read(typed, guess)?;
        self.read.borrow_mut().insert(key, read.clone());
        Ok(read)
    }

    fn read(&self, typed: &str, guess: bool) -> Result<WordQuery, IndexError> {
        let folded = Folded::of(typed).text;
        let forms: Vec<Forms> =
            words(&folded).iter().map(|token| Forms::of(token.of(&folded), token.script)).collect();
        let mut ways = Vec::new();
        let mut spellings = Vec::new();
        let mut wanted = Vec::new();
        for form in &forms {
            let way = if form.dense { self.unspaced(form)? } else { self.spaced(form)? };
            wanted.push(Wanted::of(form));
            if way.is_none() && guess {
                for (text, factor) in self.spellings(form)? {
                    if let Some(has) = self.lookup.word(&text, factor)? {
                        ways.push(Way::Term { has, more: Vec::new() });
                        spellings.push(text.trim_start_matches(STEM).to_owned());
                        wanted.push(Wanted::Word(text));
                    }
                }
            }
            ways.extend(way);
        }
        Ok(WordQuery { typed: typed.to_owned(), forms, spellings, wanted, condition: Condition { ways } })
    }

    /// Documents with a word of the class, and more for the word itself. With diacritics: documents with the
    /// word, whatever its diacritics, and more for those with the same.
    fn spaced(&self, form: &Forms) -> Result<Option<Way>, IndexError> {
        let (factor, more) = match (form.is_accented(), form.own()) {
            (true, _) => (FOLDED, Some(format!("{ACCENTED}{}", form.word))),
            (false, Some(own)) => (STEMMED, Some(own.to_owned())),
            (false, None) => (EXACT, None),
        };
        let Some(has) = self.lookup.word(&term(form), factor)? else { return Ok(None) };
        let more = more.map(|text| self.lookup.word(&text, EXACT)).transpose()?.flatten();
        Ok(Some(Way::Term { has, more: more.into_iter().collect() }))
    }

    /// Documents with the stretch, whatever its words there, and more for those that have it as a word.
    fn unspaced(&self, form: &Forms) -> Result<Option<Way>, IndexError> {
        let word = self.lookup.word(&form.word, EXACT)?;
        let mut groups: Vec<(u32, Vec<Arc<Postings>>)> = Vec::new();
        if form.word.chars().count() < GROUP {
            let beginning = self.lookup.beginning(self.lookup.fields.grams, &form.word)?;
            groups.push((0, beginning.into_iter().map(|(_, postings)| postings).collect()));
        }
        for (offset, group) in cover(&form.word) {
            groups.push((offset, self.lookup.gram(group)?.into_iter().collect()));
        }
        if form.word.chars().nth(1).is_none() || groups.iter().any(|(_, any)| any.is_empty()) {
            return Ok(word.map(|has| Way::Term { has, more: Vec::new() }));
        }
        Ok(Some(Way::Stretch(Stretch { groups, worth: fixed(PART), word })))
    }

    /// Terms one or two edits away, nearest first, then by how many documents have them.
    fn spellings(&self, form: &Forms) -> Result<Vec<(String, f32)>, IndexError> {
        let edits = allowed(form.plain.chars().count());
        for distance in 1..=edits as u8 {
            let mut found: Vec<(u64, String)> = Vec::new();
            for (text, _) in self.near(form, distance)?.into_iter().take(CANDIDATES) {
                let Some(alive) = self.lookup.living(&text)? else { continue };
                if text.strip_prefix(STEM).is_none_or(|stem| is_written(self.lookup, stem).unwrap_or(true)) {
                    found.push((alive, text));
                }
            }
            found.sort_unstable_by(|a, b| b.cmp(a));
            found.truncate(SPELLINGS);
            if !found.is_empty() {
                return Ok(found.into_iter().map(|(_, text)| (text, TYPO / f32::from(distance))).collect());
            }
        }
        Ok(Vec::new())
    }

    /// Terms so many edits away with how often they occur, the most frequent first.
    fn near(&self, form: &Forms, distance: u8) -> Result<Vec<(String, u64)>, IndexError> {
        let field = self.lookup.fields.words;
        let mut found: QuickMap<String, u64> = QuickMap::default();
        for mark in [None, Some(STEM)].into_iter().take(if form.dense { 1 } else { 2 }) {
            let wanted: String = mark.into_iter().chain(form.plain.chars()).collect();
            let query = FuzzyTermQuery::new(Term::from_field_text(field, &wanted), distance, true);
            let automaton = query.automaton()?;
            for segment in self.lookup.searcher.segment_readers() {
                let inverted = segment.inverted_index(field)?;
                let search = inverted.terms().search(&automaton).into_stream();
                let mut stream = search.map_err(tantivy::TantivyError::from)?;
                while stream.advance() {
                    let term = String::from_utf8_lossy(stream.key());
                    let marked = term.chars().next().filter(|first| matches!(*first, STEM | ACCENTED));
                    if marked == mark {
                        *found.entry(term.into_owned()).or_default() += u64::from(stream.value().doc_freq);
                    }
                }
            }
        }
        let mut found: Vec<(String, u64)> = found.into_iter().collect();
        found.sort_unstable_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        Ok(found)
    }
}
