//! A request as a query of the engine.

use std::ops::Range;

use tantivy::Searcher;
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Query};

use crate::index::{Fields, IndexError};
use crate::lexicon::{cut, is_function_word};
use crate::text::{Folded, words};
use crate::{Lexicon, Mention, Request};

use super::concepts::{any, concept, required};
use super::filters::{Tests, split};
use super::words::{WordQuery, Words};

/// Words of one query that are looked up in other spellings.
const GUESSES: usize = 8;

/// What to ask the engine and what it means.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) query: Box<dyn Query>,
    pub(crate) tests: Tests,
    pub(crate) understood: Vec<Mention>,
    pub(crate) words: Vec<WordQuery>,
    pub(crate) cut: bool,
}

/// Queries of which one suffices.
type Alternatives = Vec<Box<dyn Query>>;

/// A part of the text with the query that tells whether a document met it.
pub(crate) struct Part {
    pub(crate) typed: String,
    pub(crate) query: Box<dyn Query>,
}

impl Plan {
    /// Plans a request.
    pub(crate) fn of(
        searcher: &Searcher,
        fields: &Fields,
        lexicon: &Lexicon,
        request: &Request,
    ) -> Result<Self, IndexError> {
        let reader = Words { searcher, fields };
        let (understood, typed, cut) = if request.as_words {
            let (words, cut) = plain_words(&request.text);
            (Vec::new(), words, cut)
        } else {
            let read = lexicon.understand_beside(&request.text, &|word| reader.has(word));
            (read.concepts, read.words, read.cut)
        };
        let mut words = Vec::new();
        let mut guesses = 0;
        for word in &typed {
            let read = reader.query(word, guesses < GUESSES)?;
            guesses += usize::from(read.query.is_none() || !read.spellings.is_empty());
            words.push(read);
        }
        let (mut conditions, tests) = split(fields, &request.filters, request.facets, request.today);
        conditions.extend(required(fields, &understood));
        let queries = words.iter().map(|word| word.query.as_ref().map(|query| query.box_clone()));
        if request.all_words {
            conditions.extend(queries.map(|query| query.unwrap_or_else(|| any(Vec::new()))));
        } else if !words.is_empty() {
            conditions.push(any(queries.flatten().collect()));
        }
        let query: Box<dyn Query> = if conditions.is_empty() {
            Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0))
        } else {
            Box::new(BooleanQuery::intersection(conditions))
        };
        Ok(Self { query, tests, understood, words, cut })
    }

    /// The words and labels of the request, each with its query.
    pub(crate) fn parts(&self, fields: &Fields, text: &str) -> Vec<Part> {
        let mut spans: Vec<(Range<usize>, Alternatives)> = Vec::new();
        for mention in &self.understood {
            let query = concept(fields, mention.concept);
            match spans.last_mut().filter(|last| last.0 == mention.span) {
                Some(last) => last.1.push(query),
                None => spans.push((mention.span.clone(), vec![query])),
            }
        }
        let mut parts: Vec<Part> = spans
            .into_iter()
            .map(|(span, queries)| Part {
                typed: text.get(span).unwrap_or_default().to_owned(),
                query: any(queries),
            })
            .collect();
        for word in &self.words {
            parts.extend(
                word.query.as_ref().map(|q| Part { typed: word.typed.clone(), query: q.box_clone() }),
            );
        }
        parts
    }
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
