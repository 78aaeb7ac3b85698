//! Do the engines find the same? Hit counts and facet counts side by side.

use super::ask::{Engine, Question, search};
use super::engines::Engines;
use crate::bench::report::{OURS, Report};
use crate::bench::rivals::{Asked, Counts};
use crate::bench::{BenchError, Part};
use ::search::{Count, Facets, Results};
use std::cmp::Ordering;
use std::time::{Duration, Instant};

/// Questions that are compared, or as many as one rival answers in this time.
const COMPARED: usize = 300;
const PATIENCE: Duration = Duration::from_secs(20);

/// How counts of one rival stand to ours.
#[derive(Default)]
struct Tally {
    equal: usize,
    more: usize,
    fewer: usize,
    ours: u64,
    theirs: u64,
    facets_equal: usize,
    facets_compared: usize,
    facets_asked: usize,
}

/// Compares the hit counts of each rival with ours. We may find more: stems, words inside unspaced
/// stretches; never fewer.
pub(crate) async fn compare(
    engines: &Engines<'_>,
    what: &str,
    questions: &[Question],
    report: &mut Report,
) -> Result<(), BenchError> {
    let Some(Engine::Ours(platform)) =
        engines.running().find(|engine| engine.name() == OURS).map(AsRef::as_ref)
    else {
        return Ok(());
    };
    for engine in engines.running().filter(|engine| engine.name() != OURS) {
        let mut tally = Tally::default();
        let until = Instant::now() + PATIENCE;
        for question in questions.iter().take(COMPARED).take_while(|_| Instant::now() < until) {
            let Question::Words { request, asked } = question else { continue };
            let ours = search(platform, request)?;
            let Some((theirs, counts)) = engines.heard(engine, found(engine, asked).await)? else { break };
            tally.add(&ours, theirs, asked.facets.then_some(&counts));
        }
        if engines.absent().iter().any(|(name, _)| *name == engine.name()) {
            continue;
        }
        match engine.as_ref() {
            Engine::Meilisearch(_) => tally.note_estimate(engine.name(), what, report),
            Engine::Ours(_) | Engine::Fts5(_) | Engine::Postgres(_) => {
                tally.note(engine.name(), what, report);
            }
        }
    }
    Ok(())
}

/// How many documents a rival finds, and its counts.
async fn found(engine: &Engine, asked: &Asked) -> Result<(u64, Counts), BenchError> {
    Ok(match engine {
        Engine::Ours(_) => (0, Counts::new()),
        Engine::Fts5(rival) => (rival.count(asked).await?, rival.ask(asked).await?.1),
        Engine::Postgres(rival) => (rival.count(asked).await?, rival.ask(asked).await?.1),
        Engine::Meilisearch(rival) => rival.ask(asked).await?,
    })
}

impl Tally {
    fn add(&mut self, ours: &Results, theirs: u64, counts: Option<&Counts>) {
        self.ours += ours.total;
        self.theirs += theirs;
        match ours.total.cmp(&theirs) {
            Ordering::Equal => self.equal += 1,
            Ordering::Greater => self.more += 1,
            Ordering::Less => self.fewer += 1,
        }
        self.facets_asked += usize::from(counts.is_some());
        if let Some(counts) = counts.filter(|_| ours.total == theirs) {
            self.facets_compared += 1;
            self.facets_equal += usize::from(same_counts(&ours.facets, counts));
        }
    }

    fn note(&self, rival: &str, what: &str, report: &mut Report) {
        let Self { equal, more, fewer, ours, theirs, facets_equal, facets_compared, facets_asked } = self;
        let questions = (equal + more + fewer).max(1) as f64;
        let text = format!(
            "hits against {rival}, {what}: equal {equal}, ours more {more} (stems, words in unspaced \
             stretches), ours fewer {fewer}, which must be none (mean {:.1} ours, {:.1} theirs)",
            *ours as f64 / questions,
            *theirs as f64 / questions
        );
        report.check(Part::Search, text, *fewer == 0);
        if *facets_asked > 0 {
            let text = format!(
                "facet counts against {rival}, {what}: equal in {facets_equal} of {facets_compared} questions with equal \
                 hits, of {facets_asked} asked"
            );
            report.check(Part::Search, text, facets_equal == facets_compared);
        }
    }
}

impl Tally {
    /// A rival that reads words in its own way and estimates: what it finds must be of the same order.
    fn note_estimate(&self, rival: &str, what: &str, report: &mut Report) {
        let &Self { equal, more, fewer, ours, theirs, .. } = self;
        let questions = (equal + more + fewer).max(1) as f64;
        let text = format!(
            "hits against {rival}, {what}: equal {equal}, ours more {more}, ours fewer {fewer} (mean {:.1} ours, \
             {:.1} estimated there, where words are read in another way: something, and at most a tenth more)",
            ours as f64 / questions,
            theirs as f64 / questions
        );
        report.check(Part::Search, text, theirs > 0 && theirs <= ours + ours / 10);
    }
}

/// Are our counts by province, occupation group and wage band those of the rival?
fn same_counts(ours: &Facets, theirs: &Counts) -> bool {
    let dimensions = [(0, &ours.province, 0), (1, &ours.occupation, 0), (2, &ours.wage, -1)];
    dimensions.into_iter().all(|(dimension, counts, not_stated)| {
        let found = counts.iter().filter(|count| count.count > 0).map(|Count { value, count }| {
            let value = value.map_or(not_stated, crate::bench::rivals::number);
            ((dimension, value), i64::try_from(*count).unwrap_or(i64::MAX))
        });
        let found: Counts = found.collect();
        found.len() == theirs.keys().filter(|(of, _)| *of == dimension).count()
            && found.iter().all(|(value, count)| theirs.get(value) == Some(count))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_compared_value_by_value() {
        let count = |value, count| Count { value, count };
        let ours = Facets {
            province: vec![count(Some(5), 2), count(None, 1), count(Some(9), 0)],
            occupation: vec![count(Some(7), 3)],
            wage: vec![count(None, 3)],
            ..Facets::default()
        };
        let theirs = Counts::from([((0, 5), 2), ((0, 0), 1), ((1, 7), 3), ((2, -1), 3)]);
        assert!(same_counts(&ours, &theirs));
        let others = Counts::from([((0, 5), 3), ((0, 0), 1), ((1, 7), 3), ((2, -1), 3)]);
        assert!(!same_counts(&ours, &others));
        let more = Counts::from([((0, 5), 2), ((0, 0), 1), ((0, 6), 1), ((1, 7), 3), ((2, -1), 3)]);
        assert!(!same_counts(&ours, &more));
    }
}
