//! Is one run better than another, query by query?

use super::bootstrap::{DRAWS, interval};
use super::defect::Defect;
use super::judgements::Judgements;
use super::measures::Measure;
use super::run::{Run, mean};
use serde::Serialize;
use std::path::Path;

/// The seed of the interval, so that two comparisons of the same runs say the same.
const SEED: u64 = 1;

/// Two runs side by side.
#[derive(Debug, Serialize)]
pub(crate) struct Comparison {
    /// What is measured.
    pub(crate) metric: &'static str,
    /// The mean of the first run.
    pub(crate) a: f64,
    /// The mean of the second run.
    pub(crate) b: f64,
    /// The mean of the second minus that of the first.
    pub(crate) difference: f64,
    /// Between which bounds the difference lies, 95 of 100 times.
    pub(crate) interval: (f64, f64),
    /// How often the queries were drawn again for the interval.
    pub(crate) draws: usize,
    /// Queries that are judged; all of them count.
    pub(crate) queries: usize,
    /// Of these, where the second run is better.
    pub(crate) better: usize,
    /// Where both are equal.
    pub(crate) equal: usize,
    /// Where the second run is worse.
    pub(crate) worse: usize,
    /// Judged queries to which the first run has no answer; they score 0.
    pub(crate) unanswered_by_a: usize,
    /// The same of the second run.
    pub(crate) unanswered_by_b: usize,
    /// Each query with what it scores in the first and in the second run.
    pub(crate) per_query: Vec<(String, f64, f64)>,
}

/// Compares run `b` with run `a` over every judged query.
pub(crate) fn compare(a: &Path, b: &Path, qrels: &Path, measure: Measure) -> Result<Comparison, Defect> {
    let judgements = Judgements::read(qrels, None, None)?;
    let runs = [Run::read(a)?, Run::read(b)?];
    for (run, path) in runs.iter().zip([a, b]) {
        if !run.queries().any(|query| judgements.knows(query)) {
            return Err(Defect::of(path, format!("no query of the run is judged in {}", qrels.display())));
        }
    }
    Ok(of(&runs, &judgements, measure))
}

fn of([a, b]: &[Run; 2], judgements: &Judgements, measure: Measure) -> Comparison {
    let queries = || judgements.queries().iter().map(String::as_str);
    let (in_a, in_b) =
        (a.measured(measure, queries(), judgements), b.measured(measure, queries(), judgements));
    let differences: Vec<f64> = in_a.iter().zip(&in_b).map(|(a, b)| b - a).collect();
    let count =
        |wanted: fn(f64) -> bool| differences.iter().filter(|difference| wanted(**difference)).count();
    Comparison {
        metric: measure.name(),
        a: mean(&in_a),
        b: mean(&in_b),
        difference: mean(&differences),
        interval: interval(&differences, SEED).unwrap_or_default(),
        draws: DRAWS,
        queries: differences.len(),
        better: count(|difference| difference > 0.0),
        equal: count(|difference| difference == 0.0),
        worse: count(|difference| difference < 0.0),
        unanswered_by_a: queries().filter(|query| !a.answers(query)).count(),
        unanswered_by_b: queries().filter(|query| !b.answers(query)).count(),
        per_query: queries()
            .zip(in_a.iter().zip(&in_b))
            .map(|(id, (a, b))| (id.to_owned(), *a, *b))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_compared_one_by_one() {
        let mut judgements = Judgements::default();
        for query in ["1", "2", "3", "4"] {
            judgements.add(query, "right", 1).unwrap();
        }
        let questions = [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")];
        let ids = ["wrong", "right"];
        let first = |right: &'static str| {
            Run::ask(&questions, &ids, move |text, _| match text {
                "4" => vec![],
                _ if right.contains(text) => vec![(1, 2.0), (0, 1.0)],
                _ => vec![(0, 2.0), (1, 1.0)],
            })
        };
        let found = of(&[first("1"), first("23")], &judgements, Measure::Mrr);
        assert_eq!((found.better, found.equal, found.worse, found.queries), (2, 1, 1, 4));
        assert_eq!((found.a, found.b, found.difference), (0.5, 0.625, 0.125));
        assert_eq!((found.unanswered_by_a, found.unanswered_by_b), (1, 1));
        assert!(found.interval.0 < 0.125 && found.interval.1 > 0.125);
        assert_eq!(found.per_query[1], ("2".to_owned(), 0.5, 1.0));
    }
}
