//! Answering requests.

use std::sync::Arc;

use tantivy::Searcher;
use tantivy::fieldnorm::FieldNormReader;

use crate::index::IndexError;
use crate::{Facet, Facets, Highlighter, Index, Lexicon, Request, Results, Sort};

use super::checks::Checks;
use super::collector::{Collector, Found};
use super::columns::Columns;
use super::counters::Counters;
use super::hits::hits;
use super::lookup::Lookup;
use super::matcher::each;
use super::nearly::each_nearly;
use super::plan::Plan;
use super::window::Batch;
use super::words::Words;

/// Hits of one answer at most, so that a request cannot ask for everything at once.
const MOST: usize = 10_000;

impl Index {
    /// Answers a request.
    ///
    /// The text is read with the lexicon: places, occupations and skills are required, of the other words
    /// any. Where every word was understood, total, order and scores depend on the concepts alone.
    pub fn search(&self, lexicon: &Lexicon, request: &Request) -> Result<Results, IndexError> {
        let searcher = self.searcher();
        let lookup = self.lookup(&searcher);
        let plan = Plan::of(&Words::of(&lookup), lexicon, request)?;
        let keep = request.offset.saturating_add(request.limit).min(MOST);
        let remembered = request.facets && (plan.alone.is_some() || plan.is_everything());
        let all =
            remembered.then(|| self.facets_of_everything(&searcher, lexicon, request.today)).transpose()?;
        let counting = request.facets && !plan.is_everything();
        let (total, best, counters) = collect(&lookup, &plan, request, keep, counting)?;
        let facets = facets_of(counters, plan.alone, all.as_deref());
        let page: Vec<Found> = best.into_iter().skip(request.offset).take(request.limit).collect();
        Ok(Results {
            total,
            hits: hits(&lookup, &plan, request, &page)?,
            facets,
            highlighter: Highlighter::of(lexicon, &plan),
            words: plan.words.into_iter().map(|word| word.typed).collect(),
            understood: plan.understood,
            cut: plan.cut,
        })
    }

    fn facets_of_everything(
        &self,
        searcher: &Searcher,
        lexicon: &Lexicon,
        today: i32,
    ) -> Result<Arc<Facets>, IndexError> {
        self.everything().facets(searcher, today, || {
            let lookup = self.lookup(searcher);
            let request = Request { facets: true, today, ..Request::default() };
            let plan = Plan::of(&Words::of(&lookup), lexicon, &request)?;
            let (_, _, counters) = collect(&lookup, &plan, &request, 0, true)?;
            Ok(counters.map_or_else(Facets::default, Counters::facets))
        })
    }

    /// Counts the documents that meet each of some requests, which may share words.
    pub fn totals(&self, lexicon: &Lexicon, requests: &[Request]) -> Result<Vec<u64>, IndexError> {
        let searcher = self.searcher();
        let lookup = self.lookup(&searcher);
        let words = Words::of(&lookup);
        let count = |request: &Request| {
            let request = Request { facets: false, sort: Sort::Newest, ..request.clone() };
            let plan = Plan::of(&words, lexicon, &request)?;
            Ok(collect(&lookup, &plan, &request, 0, false)?.0)
        };
        requests.iter().map(count).collect()
    }

    pub(crate) fn lookup<'a>(&'a self, searcher: &'a Searcher) -> Lookup<'a> {
        Lookup { searcher, fields: self.fields(), counts: self.counts() }
    }
}

/// The counts of one pass; those of the whole index in the one dimension with a filter, or in all.
fn facets_of(counters: Option<Counters>, alone: Option<Facet>, all: Option<&Facets>) -> Facets {
    let Some(counters) = counters else { return all.cloned().unwrap_or_default() };
    let mut facets = counters.facets();
    if let (Some(dimension), Some(all)) = (alone, all) {
        facets.take(dimension, all);
    }
    facets
}

fn collect(
    lookup: &Lookup<'_>,
    plan: &Plan,
    request: &Request,
    keep: usize,
    facets: bool,
) -> Result<(u64, Vec<Found>, Option<Counters>), IndexError> {
    let counters = facets.then(|| Counters::new(request.today));
    let checks = Checks::of(&plan.tests);
    let mut collector = Collector::new(request.sort, keep, counters);
    let scoring = request.sort == Sort::Relevance && keep > 0;
    for (number, segment) in lookup.searcher.segment_readers().iter().enumerate() {
        let columns = Columns::of(segment, number, lookup, &checks, request.sort)?;
        let take = |batch: &mut Batch| collector.take(segment, number as u32, &columns, batch);
        if plan.conditions.is_empty() {
            each_nearly(segment, number, &plan.counted_past, take)?;
            continue;
        }
        let lengths: Option<FieldNormReader> =
            scoring.then(|| segment.get_fieldnorms_reader(lookup.fields.words)).transpose()?;
        each(segment, number, &plan.conditions, lengths.as_ref(), take)?;
    }
    Ok(collector.finish())
}
