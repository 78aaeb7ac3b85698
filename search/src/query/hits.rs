//! What the documents of a page met, and how well.

use crate::index::IndexError;
use crate::{Hit, Request, Sort};

use super::checks::Checks;
use super::collector::Found;
use super::columns::Columns;
use super::filters::Tests;
use super::lookup::Lookup;
use super::matcher::Matcher;
use super::plan::{Part, Plan};
use super::weights::STEPS;
use super::window::Batch;

/// The page's documents with what of the request they met.
pub(crate) fn hits(
    lookup: &Lookup<'_>,
    plan: &Plan,
    request: &Request,
    page: &[Found],
) -> Result<Vec<Hit>, IndexError> {
    let parts = plan.parts(lookup, &request.text)?;
    let empty = |found: &Found| Hit {
        key: found.key,
        score: found.score as f32 / STEPS,
        matched: Vec::new(),
        km: None,
    };
    let mut hits: Vec<(&Found, Hit)> = page.iter().map(|found| (found, empty(found))).collect();
    hits.sort_unstable_by_key(|(found, _)| (found.segment, found.doc));
    for some in hits.chunk_by_mut(|(one, _), (other, _)| one.segment == other.segment) {
        complete(lookup, plan, &parts, request, some)?;
    }
    hits.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
    Ok(hits.into_iter().map(|(_, hit)| hit).collect())
}

/// Completes hits of one segment, which come in the order of their documents.
fn complete(
    lookup: &Lookup<'_>,
    plan: &Plan,
    parts: &[Part],
    request: &Request,
    hits: &mut [(&Found, Hit)],
) -> Result<(), IndexError> {
    let Some(number) = hits.first().map(|(found, _)| found.segment) else { return Ok(()) };
    let segment = lookup.searcher.segment_reader(number);
    let number = number as usize;
    let mut all = Batch::default();
    for (found, _) in hits.iter() {
        all.push(found.doc, 0);
    }
    for part in parts {
        let mut met = all.clone();
        Matcher::open(segment, number, &part.condition, false)?.look_up(&mut met, None);
        for (found, hit) in hits.iter_mut() {
            if met.docs.binary_search(&found.doc).is_ok() && !hit.matched.contains(&part.typed) {
                hit.matched.push(part.typed.clone());
            }
        }
    }
    if request.sort != Sort::Relevance {
        let lengths = segment.get_fieldnorms_reader(lookup.fields.words)?;
        for condition in &plan.conditions {
            Matcher::open(segment, number, condition, true)?.look_up(&mut all, Some(&lengths));
        }
        for ((_, hit), score) in hits.iter_mut().zip(&all.scores) {
            hit.score = *score as f32 / STEPS;
        }
    }
    let centre = match request.sort {
        Sort::Near(centre) => Some(centre),
        Sort::Relevance | Sort::Newest | Sort::Wage => request.filters.within.map(|(centre, _)| centre),
    };
    if let Some(centre) = centre {
        let none = Tests::default();
        let none = Checks::of(&none);
        let columns = Columns::of(segment, number, lookup, &none, Sort::Near(centre))?;
        for (found, hit) in hits.iter_mut() {
            hit.km = columns.km(found.doc, centre);
        }
    }
    Ok(())
}
