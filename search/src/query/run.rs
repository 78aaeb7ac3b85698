//! Answering requests.

use tantivy::query::{EnableScoring, Weight};
use tantivy::{DocSet, Searcher};

use crate::index::{AliveStatistics, Fields, IndexError};
use crate::{DocumentKey, Facets, Highlighter, Hit, Index, Lexicon, Request, Results, Sort};

use super::collector::{Collected, Found, Pass};
use super::columns::Columns;
use super::filters::Tests;
use super::plan::{Part, Plan};

/// Hits of one answer at most, so that a request cannot ask for everything at once.
const MOST: usize = 10_000;

impl Index {
    /// Answers a request.
    ///
    /// The text is read with the lexicon: places, occupations and skills are required, of the other words
    /// any. Where every word was understood, total, order and scores depend on the concepts alone.
    pub fn search(&self, lexicon: &Lexicon, request: &Request) -> Result<Results, IndexError> {
        let searcher = self.searcher();
        let fields = self.fields();
        let plan = Plan::of(&searcher, fields, lexicon, request)?;
        let keep = request.offset.saturating_add(request.limit).min(MOST);
        let collected = collect(&searcher, fields, &plan, request, keep, request.facets)?;
        let page: Vec<Found> = collected.best.into_iter().skip(request.offset).take(request.limit).collect();
        let hits = hits(&searcher, fields, &plan, request, &page)?;
        Ok(Results {
            total: collected.total,
            hits,
            facets: collected.counters.map_or_else(Facets::default, |counters| counters.facets()),
            highlighter: Highlighter::of(lexicon, &plan),
            words: plan.words.into_iter().map(|word| word.typed).collect(),
            understood: plan.understood,
            cut: plan.cut,
        })
    }

    /// The keys of all documents, in no order; for checking the index against what it was made from.
    pub fn keys(&self, lexicon: &Lexicon) -> Result<Vec<DocumentKey>, IndexError> {
        let searcher = self.searcher();
        let request = Request { sort: Sort::Newest, ..Request::default() };
        let plan = Plan::of(&searcher, self.fields(), lexicon, &request)?;
        let all = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
        let collected = collect(&searcher, self.fields(), &plan, &request, all, false)?;
        Ok(collected.best.into_iter().map(|found| found.key).collect())
    }

    /// Counts the documents that meet a request.
    pub fn count(&self, lexicon: &Lexicon, request: &Request) -> Result<u64, IndexError> {
        let searcher = self.searcher();
        let request = Request { facets: false, sort: Sort::Newest, ..request.clone() };
        let plan = Plan::of(&searcher, self.fields(), lexicon, &request)?;
        Ok(collect(&searcher, self.fields(), &plan, &request, 0, false)?.total)
    }
}

fn collect(
    searcher: &Searcher,
    fields: &Fields,
    plan: &Plan,
    request: &Request,
    keep: usize,
    facets: bool,
) -> Result<Collected, IndexError> {
    let pass = Pass { fields, tests: &plan.tests, sort: request.sort, keep, facets, today: request.today };
    let statistics = AliveStatistics { searcher, fields };
    Ok(searcher.search_with_statistics_provider(plan.query.as_ref(), &pass, &statistics)?)
}

/// The page's documents with what of the request they met.
fn hits(
    searcher: &Searcher,
    fields: &Fields,
    plan: &Plan,
    request: &Request,
    page: &[Found],
) -> Result<Vec<Hit>, IndexError> {
    let centre = match request.sort {
        Sort::Near(centre) => Some(centre),
        Sort::Relevance | Sort::Newest | Sort::Wage => request.filters.within.map(|(centre, _)| centre),
    };
    let parts: Vec<(Part, Box<dyn Weight>)> = plan
        .parts(fields, &request.text)
        .into_iter()
        .map(|part| {
            let weight = part.query.weight(EnableScoring::disabled_from_searcher(searcher))?;
            Ok((part, weight))
        })
        .collect::<Result<_, IndexError>>()?;
    let mut hits = Vec::with_capacity(page.len());
    for found in page {
        let segment = searcher.segment_reader(found.segment);
        let mut matched: Vec<String> = Vec::new();
        for (part, weight) in &parts {
            let mut scorer = weight.scorer(segment, 1.0)?;
            let met = scorer.doc() == found.doc
                || (scorer.doc() < found.doc && scorer.seek(found.doc) == found.doc);
            if met && !matched.contains(&part.typed) {
                matched.push(part.typed.clone());
            }
        }
        let km = match centre {
            Some(centre) => Columns::of(segment, fields, &Tests::default())?.km(found.doc, centre),
            None => None,
        };
        hits.push(Hit { key: found.key, score: found.score, matched, km });
    }
    Ok(hits)
}
