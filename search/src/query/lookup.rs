//! Where are the postings of a term?

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::postings::TermInfo;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::index::{AliveCounts, Fact, Fields, IndexError};

use super::condition::{Scored, Worth};
use super::weights::Weights;

/// The postings of a term in each segment.
#[derive(Debug)]
pub(crate) struct Postings {
    pub(crate) field: Field,
    infos: Vec<Option<TermInfo>>,
}

impl Postings {
    /// Those of one segment.
    pub(crate) fn of(&self, segment: usize) -> Option<&TermInfo> {
        self.infos.get(segment)?.as_ref()
    }

    /// How many documents there are, deleted ones among them.
    pub(crate) fn holders(&self) -> u64 {
        self.infos.iter().flatten().map(|info| u64::from(info.doc_freq)).sum()
    }

    fn is_empty(&self) -> bool {
        self.infos.iter().all(Option::is_none)
    }
}

/// Looks terms up.
pub(crate) struct Lookup<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) fields: &'a Fields,
    pub(crate) counts: &'a AliveCounts,
}

impl Lookup<'_> {
    fn postings(&self, term: &Term) -> tantivy::Result<Postings> {
        let field = term.field();
        let mut infos = Vec::with_capacity(self.searcher.segment_readers().len());
        for segment in self.searcher.segment_readers() {
            infos.push(
                segment.inverted_index(field)?.get_term_info(term).map_err(tantivy::TantivyError::from)?,
            );
        }
        Ok(Postings { field, infos })
    }

    /// How many documents have a fact, by its number.
    pub(crate) fn holders_of_fact(&self, number: u64) -> Result<u64, IndexError> {
        Ok(self.postings(&Term::from_field_u64(self.fields.facts, number))?.holders())
    }

    /// How many documents have a word's term.
    pub(crate) fn holders_of_word(&self, text: &str) -> Result<u64, IndexError> {
        Ok(self.postings(&Term::from_field_text(self.fields.words, text))?.holders())
    }

    /// The documents with a fact.
    pub(crate) fn fact(&self, fact: Fact) -> tantivy::Result<Arc<Postings>> {
        Ok(Arc::new(self.postings(&fact.term(self.fields))?))
    }

    /// How many living documents have a word's term.
    fn alive(&self, term: &Term, postings: &Postings) -> Result<u64, IndexError> {
        let mut alive = 0;
        for (segment, info) in self.searcher.segment_readers().iter().zip(&postings.infos) {
            if let Some(info) = info {
                let inverted = segment.inverted_index(term.field())?;
                alive += u64::from(self.counts.of(segment, &inverted, term, info)?);
            }
        }
        Ok(alive)
    }

    /// How many living documents have a word's term, if any.
    pub(crate) fn living(&self, text: &str) -> Result<Option<u64>, IndexError> {
        let term = Term::from_field_text(self.fields.words, text);
        let alive = self.alive(&term, &self.postings(&term)?)?;
        Ok((alive > 0).then_some(alive))
    }

    /// Whether a living document has a word's term.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.living(text).is_ok_and(|alive| alive.is_some())
    }

    /// The documents with a word's term and what the term is worth there; nothing if no living one has it.
    pub(crate) fn word(&self, text: &str, factor: f32) -> Result<Option<Scored>, IndexError> {
        let term = Term::from_field_text(self.fields.words, text);
        let postings = self.postings(&term)?;
        let alive = self.alive(&term, &postings)?;
        if alive == 0 {
            return Ok(None);
        }
        let weights = Weights::of(alive, self.searcher.num_docs(), factor);
        Ok(Some(Scored { postings: Arc::new(postings), worth: Worth::Weights(Arc::new(weights)) }))
    }

    /// The documents with a group of characters; nothing if none has it.
    pub(crate) fn gram(&self, gram: &str) -> Result<Option<Arc<Postings>>, IndexError> {
        let postings = self.postings(&Term::from_field_text(self.fields.grams, gram))?;
        Ok((!postings.is_empty()).then(|| Arc::new(postings)))
    }

    /// The terms of a field that begin so, with their documents.
    pub(crate) fn beginning(
        &self,
        field: Field,
        beginning: &str,
    ) -> Result<Vec<(String, Arc<Postings>)>, IndexError> {
        let segments = self.searcher.segment_readers();
        let mut found: BTreeMap<Vec<u8>, Vec<Option<TermInfo>>> = BTreeMap::new();
        for (number, segment) in segments.iter().enumerate() {
            let inverted = segment.inverted_index(field)?;
            let range = inverted.terms().range().ge(beginning.as_bytes());
            let mut stream = range.into_stream().map_err(tantivy::TantivyError::from)?;
            while stream.advance() && stream.key().starts_with(beginning.as_bytes()) {
                let infos = found.entry(stream.key().to_vec()).or_insert_with(|| vec![None; segments.len()]);
                if let Some(info) = infos.get_mut(number) {
                    *info = Some(stream.value().clone());
                }
            }
        }
        let text = |term: Vec<u8>| String::from_utf8(term).unwrap_or_default();
        Ok(found.into_iter().map(|(term, infos)| (text(term), Arc::new(Postings { field, infos }))).collect())
    }
}
