//! A request as a query of the engine.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::index::IndexError;
use crate::lexicon::cut;
use crate::text::is_function_word;
use crate::text::{Folded, words};
use crate::{Concept, Facet, Lexicon, Mention, PlaceKey, Request};

use super::concepts::{concept, required};
use super::condition::Condition;
use super::filters::{Split, Tests, split};
use super::lookup::Lookup;
use super::words::{WordQuery, Words};

/// Words of one query that are looked up in other spellings.
const GUESSES: usize = 8;

/// What to ask the index and what it means.
#[derive(Debug)]
pub(crate) struct Plan {
    /// All of them are required.
    pub(crate) conditions: Vec<Condition>,
    /// Filters that facets count past: a document that misses two of them counts nowhere.
    pub(crate) counted_past: Vec<Condition>,
    /// The one dimension with a filter, where that is all that is asked for: it counts the whole index.
    pub(crate) alone: Option<Facet>,
    pub(crate) tests: Tests,
    pub(crate) understood: Vec<Mention>,
    pub(crate) words: Vec<WordQuery>,
    pub(crate) cut: bool,
}

/// The text of a request as it was read.
pub(crate) struct Reading {
    pub(crate) understood: Vec<Mention>,
    pub(crate) words: Vec<WordQuery>,
    pub(crate) cut: bool,
}

impl Reading {
    /// Reads the text of a request: words that the index knows are not corrected.
    pub(crate) fn of(reader: &Words<'_>, lexicon: &Lexicon, request: &Request) -> Result<Self, IndexError> {
        let (mut understood, typed, cut) = if request.as_words {
            let (words, cut) = plain_words(&request.text);
            (Vec::new(), words, cut)
        } else {
            let read = lexicon.understand_beside(&request.text, &|word| reader.has(word));
            (read.concepts, read.words, read.cut)
        };
        widen(&mut understood, &request.wider);
        let mut words = Vec::new();
        let mut guesses = 0;
        for word in &typed {
            let read = reader.query(word, guesses < GUESSES)?;
            guesses += usize::from(read.condition.ways.is_empty() || !read.spellings.is_empty());
            words.push(read);
        }
        Ok(Self { understood, words, cut })
    }
}

/// A part of the text with the condition that tells whether a document met it.
pub(crate) struct Part {
    pub(crate) typed: String,
    pub(crate) condition: Condition,
}

impl Plan {
    /// Plans a request.
    pub(crate) fn of(reader: &Words<'_>, lexicon: &Lexicon, request: &Request) -> Result<Self, IndexError> {
        let lookup = reader.lookup;
        let Reading { understood, words, cut } = Reading::of(reader, lexicon, request)?;
        let Split { required: mut conditions, counted_past, mut tests } =
            split(lookup, &request.filters, request.facets, request.today)?;
        conditions.extend(required(lookup, &understood)?);
        let of_words = words.iter().map(|word| word.condition.clone());
        if request.all_words {
            conditions.extend(of_words);
        } else if !words.is_empty() {
            conditions.push(Condition::any(of_words));
        }
        let mut alone = None;
        if let ([(facet, filter)], []) = (counted_past.as_slice(), conditions.as_slice())
            && tests.are_only(*facet)
        {
            alone = Some(*facet);
            conditions.push(filter.clone());
            tests = Tests::default();
        }
        let counted_past = counted_past.into_iter().map(|(_, filter)| filter).collect();
        Ok(Self { conditions, counted_past, alone, tests, understood, words, cut })
    }

    /// Whether every document is found.
    pub(crate) fn is_everything(&self) -> bool {
        self.conditions.is_empty() && self.counted_past.is_empty() && self.tests.are_none()
    }

    /// The words and labels of the request, each with its condition.
    pub(crate) fn parts(&self, lookup: &Lookup<'_>, text: &str) -> Result<Vec<Part>, IndexError> {
        let mut spans: Vec<(Range<usize>, Condition)> = Vec::new();
        for mention in &self.understood {
            let condition = concept(lookup, mention.concept)?;
            match spans.last_mut().filter(|last| last.0 == mention.span) {
                Some(last) => last.1.ways.extend(condition.ways),
                None => spans.push((mention.span.clone(), condition)),
            }
        }
        let typed = |span: Range<usize>| text.get(span).unwrap_or_default().to_owned();
        let concepts = spans.into_iter().map(|(span, condition)| Part { typed: typed(span), condition });
        let words = self.words.iter().filter(|word| !word.condition.ways.is_empty());
        let words = words.map(|word| Part { typed: word.typed.clone(), condition: word.condition.clone() });
        Ok(concepts.chain(words).collect())
    }
}

/// Reads places as the wider ones that are asked in their stead, each once at its place in the text.
fn widen(understood: &mut Vec<Mention>, wider: &BTreeMap<PlaceKey, PlaceKey>) {
    if wider.is_empty() {
        return;
    }
    for mention in &mut *understood {
        if let Concept::Place(place) = mention.concept
            && let Some(around) = wider.get(&place)
        {
            mention.concept = Concept::Place(*around);
        }
    }
    let mut told = BTreeSet::new();
    understood.retain(|mention| told.insert((mention.span.start, mention.span.end, mention.concept)));
}

/// The words of a text as typed, without function words if others remain.
fn plain_words(text: &str) -> (Vec<String>, bool) {
    let (text, cut) = cut(text);
    let folded = Folded::of(text);
    let mut all = Vec::new();
    let mut telling = Vec::new();
    for token in words(&folded.text) {
        let typed = text.get(folded.original(token.start..token.end)).unwrap_or_default().to_owned();
        if !is_function_word(token.of(&folded.text)) {
            telling.push(typed.clone());
        }
        all.push(typed);
    }
    (if telling.is_empty() { all } else { telling }, cut)
}
