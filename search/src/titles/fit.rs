//! Weights fitted to judged titles: one number after the other, over a grid, by mean reciprocal rank.

use super::parts::Parts;
use super::weights::{WAYS, Ways};
use super::{Entry, Method, Model, Titles, Weights, best};

/// What a weight may be. The largest stays at 1: only proportions matter.
const GRID: [f32; 8] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.55, 0.75, 1.0];
/// Concepts that each way proposes for a title.
const PROPOSED: usize = 60;
/// Times that all weights are gone through.
const ROUNDS: usize = 3;
/// A change must bring so much, so that chance does not make weights odd.
const GAIN: f64 = 0.0003;
/// Places that count.
const DEPTH: usize = 100;

/// Weights under which titles find their concepts best. `queries` are titles with the numbers of the entries
/// that answer them; `start` is where the search begins. Only what the entries use is fitted: weights for
/// several names, or for one.
pub fn fit(entries: &[Entry], queries: &[(String, Vec<usize>)], start: &Weights) -> Weights {
    Model { weights: start.clone(), vectors: None }.fit(entries, queries)
}

impl Model {
    /// As [`fit`], beginning with this model's weights and using its vectors where a ranking would.
    pub fn fit(&self, entries: &[Entry], queries: &[(String, Vec<usize>)]) -> Weights {
        let titles = Titles::build(entries, &Method::Shipped(self));
        let Some(parts) = titles.parts() else { return self.weights.clone() };
        let cases: Vec<Case> =
            queries.iter().filter_map(|(query, relevant)| Case::of(parts, query, relevant)).collect();
        let several = super::have_several(entries);
        let mut weights = self.weights.clone();
        let ways = if several { &mut weights.several } else { &mut weights.single };
        let trust = if titles.is_foreign() { weights.foreign } else { 1.0 };
        let mut scaled = ways.to_array();
        for number in vector_ways(&mut scaled) {
            *number *= trust;
        }
        let mut found = search(&cases, scaled);
        for number in vector_ways(&mut found) {
            *number /= trust;
        }
        *ways = Ways::from_array(found);
        weights
    }
}

/// The weights of the ways that use vectors.
pub(super) fn vector_ways(numbers: &mut [f32; WAYS]) -> [&mut f32; 2] {
    let [_, _, centre, nearest, _, _] = numbers;
    [centre, nearest]
}

/// A title: what each way says about the concepts that any way proposes, the right ones marked.
struct Case {
    concepts: Vec<(usize, bool, [f32; WAYS])>,
}

impl Case {
    fn of(parts: &Parts, query: &str, relevant: &[usize]) -> Option<Self> {
        let ways = parts.ways(query);
        let mut proposed: Vec<usize> = relevant.to_vec();
        proposed.extend(ways.iter().flat_map(|way| best(way, PROPOSED)).map(|(concept, _)| concept));
        proposed.sort_unstable();
        proposed.dedup();
        let said = |concept: usize| {
            let mut values = ways.iter().map(|way| way.get(concept).copied().unwrap_or_default());
            std::array::from_fn(|_| values.next().unwrap_or_default())
        };
        let concepts = proposed.into_iter().map(|c| (c, relevant.contains(&c), said(c))).collect();
        (!relevant.is_empty()).then_some(Self { concepts })
    }

    /// One over the place of the first right concept; 0 behind [`DEPTH`].
    fn reciprocal_rank(&self, weights: &[f32; WAYS]) -> f64 {
        let score =
            |ways: &[f32; WAYS]| ways.iter().zip(weights).map(|(way, weight)| way * weight).sum::<f32>();
        let right = self.concepts.iter().filter(|(_, right, _)| *right);
        let most = right.map(|(_, _, ways)| score(ways)).fold(f32::NEG_INFINITY, f32::max);
        let before = self.concepts.iter().filter(|(_, right, ways)| !right && score(ways) >= most).count();
        if before < DEPTH { 1.0 / (before as f64 + 1.0) } else { 0.0 }
    }
}

fn mean(cases: &[Case], weights: &[f32; WAYS]) -> f64 {
    cases.iter().map(|case| case.reciprocal_rank(weights)).sum::<f64>() / cases.len().max(1) as f64
}

fn search(cases: &[Case], mut weights: [f32; WAYS]) -> [f32; WAYS] {
    let mut most = mean(cases, &weights);
    for _ in 0..ROUNDS {
        let before = most;
        for way in 0..WAYS {
            for number in GRID {
                let mut changed = weights;
                if let Some(place) = changed.get_mut(way) {
                    *place = number;
                }
                let reached = mean(cases, &changed);
                if reached > most + GAIN {
                    (most, weights) = (reached, changed);
                }
            }
        }
        if most - before < GAIN {
            break;
        }
    }
    weights
}
