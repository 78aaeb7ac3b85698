//! Names of concepts, indexed for every way of comparing.

use std::ops::Range;

use super::constancy::Constancy;
use super::counts::Counts;
use super::dense::Dense;
use super::entry::Entry;
use super::found::Found;
use super::model::have_several;
use super::names::Groups;
use super::reader::Reader;
use super::sparse::{Repeats, Sparse};
use super::weights::{WAYS, Ways};
use super::words::{Names, Word, letters, phrases, stems};
use crate::text::is_function_word;

/// What flattens the idf of stems over single names.
const FLAT: f32 = 0.75;

/// Names of concepts with their features.
#[derive(Debug)]
pub(super) struct Parts {
    reader: Reader,
    /// The concept of each name, ascending.
    concept_of: Vec<u32>,
    /// Where the names of each concept begin; one more than there are concepts.
    begins: Vec<usize>,
    words: Sparse,
    letters: Sparse,
    /// Where concepts have one name each: stems and groups of characters of single names.
    single: Option<(Sparse, Sparse)>,
    dense: Option<Dense>,
    /// Stems of descriptions, where there are any.
    descriptions: Option<Sparse>,
    phrases: Sparse,
    groups: Groups,
}

impl Parts {
    /// Indexes names.
    pub(super) fn of(reader: Reader, entries: &[Entry], names: &Names, dense: Option<Dense>) -> Self {
        let together = |count: fn(&[Word]) -> Counts| -> Vec<Counts> {
            names.iter().map(|names| count(&names.concat())).collect()
        };
        let single = |count: fn(&[Word]) -> Counts| -> Vec<Counts> {
            names.iter().flatten().map(|words| count(words)).collect()
        };
        let described =
            |entry: &Entry| stems(&reader.words(entry.description.as_deref().unwrap_or_default()));
        let any = entries.iter().any(|entry| entry.description.is_some());
        let descriptions =
            any.then(|| Sparse::bm25(&entries.iter().map(described).collect::<Vec<_>>(), true));
        let of_names = |names: &Vec<Vec<Word>>| names.iter().map(|words| stems(words)).collect();
        let constancy = Constancy::learned(&names.iter().map(of_names).collect::<Vec<_>>());
        let mut begins = vec![0];
        let mut concept_of = Vec::new();
        for (concept, names) in names.iter().enumerate() {
            concept_of.extend(std::iter::repeat_n(concept as u32, names.len()));
            begins.push(concept_of.len());
        }
        Self {
            reader,
            concept_of,
            begins,
            words: Sparse::bm25_of_words(&together(stems), true, |stem| constancy.of(stem)),
            letters: Sparse::cosine(&together(letters), Repeats::Damped, 1.0),
            single: (!have_several(entries)).then(|| {
                let words = Sparse::cosine(&single(stems), Repeats::Damped, FLAT);
                (words, Sparse::cosine(&single(letters), Repeats::Damped, 1.0))
            }),
            dense,
            descriptions,
            phrases: Sparse::bm25(&names.iter().map(|names| phrases(names)).collect::<Vec<_>>(), true),
            groups: Groups::of(names.iter().map(|names| names.iter().map(|name| letters(name)).collect())),
        }
    }

    /// How many concepts there are.
    fn concepts(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    fn names_of(&self, concept: usize) -> Range<usize> {
        match self.begins.get(concept..concept + 2) {
            Some(&[from, to]) => from..to,
            _ => 0..0,
        }
    }

    /// What each way says about each concept, in the order of [`Ways`](super::Ways); of names found in the title, what
    /// is told. Cosines up to `chance` say nothing.
    pub(super) fn ways(&self, query: &str, found: &[Found], chance: f32) -> [Vec<f32>; WAYS] {
        let words = self.reader.words(query);
        let asked = self.dense.as_ref().map(|dense| (dense, dense.asked(&words, chance)));
        let nothing = || vec![0.0; self.concepts()];
        let nearest = asked.as_ref().map(|(dense, asked)| {
            (0..self.concepts()).map(|concept| dense.nearest(asked, self.names_of(concept))).collect()
        });
        let (mut inside, mut whole) = (nothing(), nothing());
        for name in found {
            let way = if name.whole { &mut whole } else { &mut inside };
            name.add(way, 1.0);
        }
        let (stems, letters) = (stems(&words), letters(&words));
        [
            self.words.scores(&stems),
            self.letters.scores(&letters),
            asked.as_ref().map_or_else(nothing, |(dense, asked)| dense.centres(asked)),
            nearest.unwrap_or_else(nothing),
            self.best_name(self.single.as_ref().map(|single| &single.0), &stems),
            self.best_name(self.single.as_ref().map(|single| &single.1), &letters),
            self.descriptions.as_ref().map_or_else(nothing, |described| described.scores(&telling(&words))),
            self.phrases.scores(&phrases(std::slice::from_ref(&words))),
            inside,
            whole,
        ]
    }

    /// The score of each concept. The nearest name by vector is looked up only where it can bring a concept
    /// among the best `limit`: the others keep what they have without it, which is less than all of the best.
    pub(super) fn scores(
        &self,
        query: &str,
        found: &[Found],
        (weights, chance): (&Ways, f32),
        limit: usize,
    ) -> Vec<f32> {
        let words = self.reader.words(query);
        let (stems, letters) = (stems(&words), letters(&words));
        let Ways { words: by_words, letters: by_letters, centre: by_centre, nearest: by_nearest, .. } =
            *weights;
        let mut scores = vec![0.0_f32; self.concepts()];
        for name in found {
            name.add(&mut scores, if name.whole { weights.whole } else { weights.found });
        }
        let mut add = |weight: f32, way: &dyn Fn() -> Vec<f32>| {
            if weight > 0.0 {
                for (score, value) in scores.iter_mut().zip(way()) {
                    *score += weight * value;
                }
            }
        };
        add(by_words, &|| self.words.scores(&stems));
        add(by_letters, &|| self.letters.scores(&letters));
        add(weights.phrases, &|| self.phrases.scores(&phrases(std::slice::from_ref(&words))));
        add(weights.name_words, &|| self.best_name(self.single.as_ref().map(|single| &single.0), &stems));
        add(weights.name_letters, &|| self.best_name(self.single.as_ref().map(|single| &single.1), &letters));
        if let Some(descriptions) = &self.descriptions {
            add(weights.description, &|| descriptions.scores(&telling(&words)));
        }
        if let Some(dense) = &self.dense {
            let asked = dense.asked(&words, chance);
            add(by_centre, &|| dense.centres(&asked));
            if by_nearest > 0.0 {
                raise(&mut scores, by_nearest, limit, |concept| {
                    by_nearest * dense.nearest(&asked, self.names_of(concept))
                });
            }
        }
        scores
    }

    /// What the ways that have anything to look at can say together, but for names that the title holds.
    pub(super) fn reach(&self, weights: &Ways) -> f32 {
        let Ways { words, letters, centre, nearest, name_words, name_letters, description, phrases, .. } =
            *weights;
        let single = self.single.as_ref().map_or(0.0, |_| name_words + name_letters);
        let dense = self.dense.as_ref().map_or(0.0, |_| centre + nearest);
        let described = self.descriptions.as_ref().map_or(0.0, |_| description);
        words + letters + phrases + single + dense + described
    }

    /// How much a word of a title tells: the most that its stem, or a part of it, weighs; 0 if no concept has any.
    pub(super) fn telling(&self, word: &str) -> f32 {
        let stems = stems(&self.reader.words(word));
        stems.iter().map(|(stem, _)| self.words.weight(stem)).fold(0.0, f32::max)
    }

    /// The place among a concept's names of the one most like a title.
    pub(super) fn nearest_name(&self, concept: usize, title: &Counts) -> Option<usize> {
        self.groups.nearest(concept, title)
    }

    /// The groups of characters of a title.
    pub(super) fn letters(&self, title: &str) -> Counts {
        letters(&self.reader.words(title))
    }

    /// The best of each concept's names.
    fn best_name(&self, names: Option<&Sparse>, query: &Counts) -> Vec<f32> {
        let mut best = vec![0.0_f32; self.concepts()];
        let Some(names) = names else { return best };
        for (concept, score) in self.concept_of.iter().zip(names.scores(query)) {
            if let Some(most) = best.get_mut(*concept as usize)
                && score > *most
            {
                *most = score;
            }
        }
        best
    }
}

/// The stems of a title that tell something where they stand in a sentence, which is full of small words.
fn telling(words: &[Word]) -> Counts {
    let telling: Vec<Word> = words.iter().filter(|word| !is_function_word(&word.plain)).cloned().collect();
    stems(&telling)
}

/// More than any cosine above chance, rounding included.
const MOST: f32 = 1.05;

/// Adds to scores what costs much to find, from the highest score down, until no further one can reach the
/// best `limit`, whatever it gets. `most` times [`MOST`] is what one gets at most.
fn raise(scores: &mut [f32], most: f32, limit: usize, more: impl Fn(usize) -> f32) {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    let score = |scores: &[f32], at: &usize| scores.get(*at).copied().unwrap_or_default();
    order.sort_unstable_by(|a, b| score(scores, b).total_cmp(&score(scores, a)).then(a.cmp(b)));
    let mut best: Vec<f32> = Vec::with_capacity(limit + 1);
    for at in order {
        let least = if best.len() < limit { f32::NEG_INFINITY } else { best.last().copied().unwrap_or(0.0) };
        let Some(score) = scores.get_mut(at) else { continue };
        if *score + most * MOST < least {
            break;
        }
        *score += more(at);
        let place = best.partition_point(|other| *other >= *score);
        if place < limit {
            best.insert(place, *score);
            best.truncate(limit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn raising_only_who_can_win_gives_the_same_best(
            before in prop::collection::vec((0.0_f32..2.0, 0.0_f32..1.0), 0..60), limit in 0_usize..20,
        ) {
            let mut raised: Vec<f32> = before.iter().map(|pair| pair.0).collect();
            raise(&mut raised, 0.5, limit, |at| 0.5 * before[at].1);
            let full: Vec<f32> = before.iter().map(|pair| pair.0 + 0.5 * pair.1).collect();
            prop_assert_eq!(super::super::best(&raised, limit), super::super::best(&full, limit));
        }
    }
}
