//! Weights fitted to judged titles: one number after the other, over a grid, by mean reciprocal rank.

mod sentences;
#[cfg(test)]
mod tests;

use crate::titles::{HELD_WAYS, VECTOR_WAYS, WAYS, best, have_several};
use crate::{ConceptKind, Entry, Lexicon, Model, Ways, Weights};

/// What a weight may be; only proportions matter.
const GRID: [f32; 8] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.55, 0.75, 1.0];
/// What weights fitted without vectors become beside them.
const BESIDE: f32 = 0.25;
/// Concepts that each way proposes for a title.
const PROPOSED: usize = 60;
/// Times that all weights are gone through.
const ROUNDS: usize = 10;
/// A change must bring so much, so that chance does not make weights odd.
const GAIN: f64 = 0.0003;
/// Places that count.
const DEPTH: usize = 100;

/// Judged titles of a list of occupations, or judged sentences of a list of skills.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The concepts.
    pub entries: Vec<Entry>,
    /// Titles or sentences with the numbers of the entries that answer them, ascending.
    pub queries: Vec<(String, Vec<usize>)>,
}

/// Weights, and what they are worth for the titles or sentences that they were fitted to.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// The weights.
    pub weights: Weights,
    /// Where the fit began: of titles the mean reciprocal rank, of lists with several names if there are any; of
    /// sentences RP@5.
    pub began: f64,
    /// The same where it ended.
    pub reached: f64,
}

impl Judged {
    /// The same with the first name of each concept alone: a list with one name each.
    fn with_first_names(&self) -> Self {
        let first =
            |entry: &Entry| Entry { labels: entry.labels.iter().take(1).cloned().collect(), ..entry.clone() };
        Self { entries: self.entries.iter().map(first).collect(), queries: self.queries.clone() }
    }

    /// The numbers of the entries that have a name: a lexicon knows no others.
    fn named(&self) -> Vec<usize> {
        let has_name = |entry: &Entry| entry.labels.iter().any(|label| !label.trim().is_empty());
        (0..).zip(&self.entries).filter(|(_, entry)| has_name(entry)).map(|(number, _)| number).collect()
    }
}

impl Model {
    /// Weights under which titles find their concepts best, using this model's vectors where a ranking would. A fit
    /// begins where each way counts the same and names that the title holds count nothing, whatever this model's weights
    /// are; they stand for ways that say nothing of these sets, and so does its chance. Where no set has one name a concept, those with several
    /// stand for it with their first names; there the ways without vectors are fitted by themselves, for of most
    /// languages there are none, and vectors beside them. What foreign vectors count is fitted to several names, with the
    /// model's vectors in place of those trained on the names. Every set counts as much as any other, however many titles
    /// it has.
    pub fn fit(&self, sets: &[Judged]) -> Fitted {
        let mut fitted = self.weights.clone();
        let mut means = None;
        let (several, single): (Vec<&Judged>, Vec<&Judged>) =
            sets.iter().partition(|set| have_several(&set.entries));
        let cases = of_sets(&several, |set| self.for_names(&set.entries), 1.0);
        if !cases.is_empty() {
            let weights = begin(&cases, self.weights.several.to_array());
            let found = search(&cases, weights, &(0..WAYS).collect::<Vec<_>>());
            means = Some((mean(&cases, &weights), mean(&cases, &found)));
            fitted.several = Ways::from_array(found);
        }
        let foreign = |set: &Judged| self.foreign_to(&set.entries);
        if self.vectors.is_some() && !several.is_empty() {
            let cases = of_sets(&several, foreign, 1.0);
            fitted.foreign = trust(&cases, fitted.several.to_array());
        }
        let first_names: Vec<Judged> = several.iter().map(|set| set.with_first_names()).collect();
        let single = if single.is_empty() { first_names.iter().collect() } else { single };
        let cases = of_sets(&single, foreign, fitted.foreign);
        if !cases.is_empty() {
            let mut weights = begin(&cases, self.weights.single.to_array());
            let equal = mean(&cases, &weights);
            let vectors = vector_ways(&mut weights).map(std::mem::take);
            let bare: Vec<usize> = (0..WAYS).filter(|way| !VECTOR_WAYS.contains(way)).collect();
            weights = search(&cases, weights, &bare);
            // Room above them for vectors, which no number of the grid exceeds.
            for (_, weight) in weights.iter_mut().enumerate().filter(|(way, _)| says_something(&cases, *way))
            {
                *weight *= BESIDE;
            }
            for (weight, number) in vector_ways(&mut weights).into_iter().zip(vectors) {
                *weight = number;
            }
            let found = search(&cases, weights, &VECTOR_WAYS);
            means = means.or(Some((equal, mean(&cases, &found))));
            fitted.single = Ways::from_array(found);
        }
        let (began, reached) = means.unwrap_or_default();
        Fitted { weights: fitted, began, reached }
    }
}

/// The cases of each set that has any; what foreign vectors say counts as much as they are trusted.
fn of_sets(sets: &[&Judged], model: impl Fn(&Judged) -> Model, trusted: f32) -> Vec<Vec<Case>> {
    let cases = |set: &&Judged| -> Vec<Case> {
        let model = model(set);
        let trust = if model.own { 1.0 } else { trusted };
        let lexicon = Lexicon::of_entries(&set.entries, ConceptKind::Occupation, &model);
        let named = set.named();
        let case = |(query, relevant): &(String, Vec<usize>)| {
            let relevant: Vec<usize> =
                relevant.iter().filter_map(|entry| named.binary_search(entry).ok()).collect();
            Case::of(&lexicon, query, &relevant, trust)
        };
        set.queries.iter().filter_map(case).collect()
    };
    sets.iter().map(cases).filter(|cases| !cases.is_empty()).collect()
}

/// How much vectors count in these cases, of what the weights say; the least of the best.
fn trust(sets: &[Vec<Case>], weights: [f32; WAYS]) -> f32 {
    let trusted = |number: f32| {
        let mut weights = weights;
        for weight in vector_ways(&mut weights) {
            *weight *= number;
        }
        mean(sets, &weights)
    };
    let mut best = (0.0, trusted(0.0));
    for number in GRID {
        let reached = trusted(number);
        if reached > best.1 + GAIN {
            best = (number, reached);
        }
    }
    best.0
}

/// Each way the same, but for those that say nothing of any title: nothing can be learned of them. Names that the title
/// holds begin at nothing: they speak seldom, and a title that was taken from a concept's names to be asked for is held
/// only by those of others.
fn begin(sets: &[Vec<Case>], known: [f32; WAYS]) -> [f32; WAYS] {
    let mut weights = known;
    for (way, weight) in weights.iter_mut().enumerate().filter(|(way, _)| says_something(sets, *way)) {
        *weight = if HELD_WAYS.contains(&way) { 0.0 } else { 1.0 };
    }
    weights
}

fn says_something(sets: &[Vec<Case>], way: usize) -> bool {
    let mut concepts = sets.iter().flatten().flat_map(|case| &case.concepts);
    concepts.any(|(_, _, said)| said.get(way).is_some_and(|value| *value != 0.0))
}

/// What the ways that use vectors say.
fn vector_ways(numbers: &mut [f32; WAYS]) -> [&mut f32; 2] {
    let [_, _, centre, nearest, ..] = numbers;
    [centre, nearest]
}

/// A title: what each way says about the concepts that any way proposes, the right ones marked. What vectors say that
/// were trained on other names is as much less as they are trusted.
struct Case {
    concepts: Vec<(usize, bool, [f32; WAYS])>,
}

impl Case {
    fn of(lexicon: &Lexicon, query: &str, relevant: &[usize], trust: f32) -> Option<Self> {
        let ways = lexicon.ways(query);
        let mut proposed: Vec<usize> = relevant.to_vec();
        proposed.extend(ways.iter().flat_map(|way| best(way, PROPOSED)).map(|(concept, _)| concept));
        proposed.sort_unstable();
        proposed.dedup();
        let said = |concept: usize| {
            let mut of_ways = ways.iter().map(|way| way.get(concept).copied().unwrap_or_default());
            let mut values = std::array::from_fn(|_| of_ways.next().unwrap_or_default());
            for value in vector_ways(&mut values) {
                *value *= trust;
            }
            values
        };
        let concepts =
            proposed.into_iter().map(|c| (c, relevant.binary_search(&c).is_ok(), said(c))).collect();
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

/// Mean over sets of the mean over their titles.
fn mean(sets: &[Vec<Case>], weights: &[f32; WAYS]) -> f64 {
    let of_set = |cases: &Vec<Case>| {
        cases.iter().map(|case| case.reciprocal_rank(weights)).sum::<f64>() / cases.len().max(1) as f64
    };
    sets.iter().map(of_set).sum::<f64>() / sets.len().max(1) as f64
}

/// Goes through these ways, one after the other, until no other number of the grid is better.
fn search(sets: &[Vec<Case>], mut weights: [f32; WAYS], ways: &[usize]) -> [f32; WAYS] {
    let mut most = mean(sets, &weights);
    for _ in 0..ROUNDS {
        let before = most;
        for way in ways {
            for number in GRID {
                let mut changed = weights;
                if let Some(place) = changed.get_mut(*way) {
                    *place = number;
                }
                let reached = mean(sets, &changed);
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
