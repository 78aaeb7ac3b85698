//! A word of a query as terms of the index.

use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use crate::index::{Fields, IndexError};
use crate::lexicon::allowed;
use crate::text::{ACCENTED, Folded, Forms, STEM, grams, words};

/// Weights: title against body, and exact against folded, stem, part, typo.
const TITLE: f32 = 2.0;
const EXACT: f32 = 1.0;
const FOLDED: f32 = 0.5;
const STEMMED: f32 = 0.5;
const PART: f32 = 0.4;
const TYPO: f32 = 0.25;
/// Spellings that one misspelt word may stand for.
const SPELLINGS: usize = 16;

/// A word with what it meets in the index.
#[derive(Debug)]
pub(crate) struct WordQuery {
    /// As typed.
    pub(crate) typed: String,
    /// Its folded parts.
    pub(crate) forms: Vec<Forms>,
    /// Words of the index that it may be a misspelling of.
    pub(crate) spellings: Vec<String>,
    /// Any of its terms; nothing if the index has none.
    pub(crate) query: Option<Box<dyn Query>>,
}

/// Reads words against an index.
pub(crate) struct Words<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) fields: &'a Fields,
}

impl Words<'_> {
    /// Whether the index has a word in this form or by its stem.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.exists(self.fields.body, word) || self.exists(self.fields.title, word)
    }

    fn exists(&self, field: Field, text: &str) -> bool {
        self.searcher.doc_freq(&Term::from_field_text(field, text)).is_ok_and(|count| count > 0)
    }

    /// The query of a word; `guess` permits looking for other spellings.
    pub(crate) fn query(&self, typed: &str, guess: bool) -> Result<WordQuery, IndexError> {
        let folded = Folded::of(typed).text;
        let forms: Vec<Forms> =
            words(&folded).iter().map(|token| Forms::of(token.of(&folded), token.script)).collect();
        let mut any: Vec<Box<dyn Query>> = Vec::new();
        let mut spellings = Vec::new();
        for form in &forms {
            let before = any.len();
            for (text, weight) in terms(form) {
                self.add(&text, weight, &mut any);
            }
            if form.dense {
                any.extend(self.part(&form.word));
            }
            if any.len() == before && guess {
                for (text, weight) in self.spellings(form)? {
                    self.add(&text, weight, &mut any);
                    spellings.push(text.trim_start_matches(ACCENTED).to_owned());
                }
            }
        }
        let query = (!any.is_empty()).then(|| Box::new(BooleanQuery::union(any)) as Box<dyn Query>);
        Ok(WordQuery { typed: typed.to_owned(), forms, spellings, query })
    }

    fn add(&self, text: &str, weight: f32, any: &mut Vec<Box<dyn Query>>) {
        for (field, field_weight) in [(self.fields.title, TITLE), (self.fields.body, 1.0)] {
            if self.exists(field, text) {
                let query = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs);
                any.push(boosted(Box::new(query), weight * field_weight));
            }
        }
    }

    /// A stretch inside unspaced text, whatever its words.
    fn part(&self, word: &str) -> Option<Box<dyn Query>> {
        let terms: Vec<Term> =
            grams(word).map(|gram| Term::from_field_text(self.fields.grams, gram)).collect();
        if terms.is_empty() || terms.iter().any(|term| !self.searcher.doc_freq(term).is_ok_and(|n| n > 0)) {
            return None;
        }
        let query: Box<dyn Query> = match <[Term; 1]>::try_from(terms) {
            Ok([term]) => Box::new(TermQuery::new(term, IndexRecordOption::Basic)),
            Err(terms) => Box::new(PhraseQuery::new(terms)),
        };
        Some(Box::new(ConstScoreQuery::new(query, PART)))
    }

    /// Terms one or two edits away, nearest first.
    fn spellings(&self, form: &Forms) -> Result<Vec<(String, f32)>, IndexError> {
        let edits = allowed(form.plain.chars().count());
        for distance in 1..=edits as u8 {
            let mut found: Vec<(u32, String)> = Vec::new();
            for field in [self.fields.title, self.fields.body] {
                let query = FuzzyTermQuery::new(Term::from_field_text(field, &form.plain), distance, true);
                let automaton = query.automaton()?;
                for segment in self.searcher.segment_readers() {
                    let inverted = segment.inverted_index(field)?;
                    let mut stream = inverted
                        .terms()
                        .search(&automaton)
                        .into_stream()
                        .map_err(tantivy::TantivyError::from)?;
                    while stream.advance() {
                        let term = String::from_utf8_lossy(stream.key()).into_owned();
                        if !term.starts_with([STEM, ACCENTED]) {
                            found.push((stream.value().doc_freq, term));
                        }
                    }
                }
            }
            found.sort_unstable_by(|a, b| b.cmp(a));
            let mut texts: Vec<String> = Vec::new();
            for (_, text) in found {
                if !texts.contains(&text) && texts.len() < SPELLINGS {
                    texts.push(text);
                }
            }
            if !texts.is_empty() {
                return Ok(texts.into_iter().map(|text| (text, TYPO / f32::from(distance))).collect());
            }
        }
        Ok(Vec::new())
    }
}

/// The terms that meet a word, with their weights.
fn terms(form: &Forms) -> Vec<(String, f32)> {
    let mut terms = Vec::new();
    if form.is_accented() {
        terms.push((format!("{ACCENTED}{}", form.word), EXACT));
        terms.push((form.plain.clone(), FOLDED));
        return terms;
    }
    terms.push((form.plain.clone(), EXACT));
    if !form.dense {
        terms.push((format!("{STEM}{}", form.stem), STEMMED));
    }
    if form.stem != form.plain {
        terms.push((form.stem.clone(), STEMMED));
    }
    terms
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}
