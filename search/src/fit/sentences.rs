//! How much of a label a sentence says, fitted to judged sentences: one number after the other, over a grid, by RP@5.

use crate::{ConceptKind, Covering, Lexicon, Model, Weights};

use super::{DEPTH, Fitted, Judged, ROUNDS};

/// A number of a [`Covering`].
type Number = fn(&mut Covering) -> &mut f32;

/// The numbers in the order in which they are gone through, each with what it may be. Words that carry grammar weigh
/// something: a label of nothing else would never be found.
const GRID: [(Number, &[f32]); 6] = [
    (|covering| &mut covering.rarity, &[0.5, 1.0, 1.5, 2.0]),
    (|covering| &mut covering.wholeness, &[0.5, 1.0, 1.5, 2.0, 3.0]),
    (|covering| &mut covering.like, &[0.0, 0.25, 0.5, 0.75, 1.0]),
    (|covering| &mut covering.gap, &[0.0, 0.05, 0.1, 0.2, 0.5]),
    (|covering| &mut covering.grammar, &[0.1, 0.3, 1.0]),
    (|covering| &mut covering.bracketed, &[0.1, 0.3, 1.0]),
];
/// What sums of the same shares in another order differ by, at most.
const NOISE: f64 = 1e-9;

impl Model {
    /// Weights under which sentences find the labels that they say, all of them as this model has them but those of
    /// [`Weights::sentences`]. A fit begins at [`Covering::default`], whatever this model says. Better is a higher RP@5;
    /// of some dozen sentences it knows few steps, so that many settings are level: of these the one with the higher
    /// RP@10, then with the higher mean reciprocal rank, then the one that was there before. Every sentence counts as
    /// much.
    pub fn fit_sentences(&self, judged: &Judged) -> Fitted {
        let of = |sentences| Weights { sentences, ..self.weights.clone() };
        let model = Model { vectors: None, ..self.clone() };
        let lexicon = Lexicon::of_entries(&judged.entries, ConceptKind::Skill, &model);
        let measured = |covering| Reached::of(&lexicon.weighed_as(of(covering)), judged);
        let mut best = Covering::default();
        // Reads the labels once: a lexicon weighed otherwise shares what is read.
        lexicon.rank_entries("", ConceptKind::Skill, 1);
        let began = measured(best);
        let mut reached = began;
        for _ in 0..ROUNDS {
            let before = best;
            for (number, grid) in GRID {
                for value in grid {
                    let mut changed = best;
                    *number(&mut changed) = *value;
                    if changed == best {
                        continue;
                    }
                    let other = measured(changed);
                    if other.is_better_than(&reached) {
                        (best, reached) = (changed, other);
                    }
                }
            }
            if best == before {
                break;
            }
        }
        Fitted { weights: of(best), began: began.rp5, reached: reached.rp5 }
    }
}

/// What settings are worth: means over sentences. Equal answers stand in the order of the list, where `trec_eval` has the
/// later first.
#[derive(Debug, Clone, Copy, Default)]
struct Reached {
    rp5: f64,
    rp10: f64,
    mrr: f64,
}

impl Reached {
    fn of(lexicon: &Lexicon, judged: &Judged) -> Self {
        let mut sum = Self::default();
        for (sentence, right) in &judged.queries {
            let found = lexicon.rank_entries(sentence, ConceptKind::Skill, DEPTH);
            let hits: Vec<bool> = found.iter().map(|(label, _)| right.binary_search(label).is_ok()).collect();
            sum.rp5 += right_of_possible(&hits, right.len(), 5);
            sum.rp10 += right_of_possible(&hits, right.len(), 10);
            let first = hits.iter().position(|hit| *hit);
            sum.mrr += first.map_or(0.0, |place| 1.0 / (place as f64 + 1.0));
        }
        let all = judged.queries.len().max(1) as f64;
        Self { rp5: sum.rp5 / all, rp10: sum.rp10 / all, mrr: sum.mrr / all }
    }

    fn is_better_than(&self, other: &Self) -> bool {
        let differences = [self.rp5 - other.rp5, self.rp10 - other.rp10, self.mrr - other.mrr];
        differences.into_iter().find(|difference| difference.abs() > NOISE).is_some_and(|first| first > 0.0)
    }
}

/// Right answers among the first `k`, by how many there can be (Decorte et al., 2022).
fn right_of_possible(hits: &[bool], right: usize, k: usize) -> f64 {
    let found = hits.iter().take(k).filter(|hit| **hit).count();
    found as f64 / right.min(k).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Entry;

    /// Labels of which one is said whole in few words, and others in part by many.
    fn judged() -> Judged {
        let labels = [
            "manage staff",
            "manage the staff of large kitchens and canteens at sea",
            "weld",
            "use a kitchen",
        ];
        let entry = |label: &&str| Entry { labels: vec![(*label).to_owned()], description: None };
        let queries = [("you manage large kitchens and the staff", 0), ("kitchen in use", 3)];
        Judged {
            entries: labels.iter().map(entry).collect(),
            queries: queries.map(|(sentence, right)| (sentence.to_owned(), vec![right])).to_vec(),
        }
    }

    #[test]
    fn a_fit_is_no_worse_than_its_beginning_and_leaves_other_weights_alone() {
        let odd = Covering { rarity: 9.0, wholeness: 9.0, ..Covering::default() };
        let known = Weights { foreign: 0.3, chance: 0.2, sentences: odd, ..Weights::default() };
        let model = Model { weights: known.clone(), ..Model::default() };
        let Fitted { weights, began, reached } = model.fit_sentences(&judged());
        assert!(began <= reached && reached > 0.999, "{began} {reached}");
        assert_eq!(Weights { sentences: odd, ..weights.clone() }, known);
        let neutral = Model::default().fit_sentences(&judged()).weights;
        assert_eq!(weights.sentences, neutral.sentences, "a fit does not see the numbers there are");
        let lexicon = Lexicon::of_entries(&judged().entries, ConceptKind::Skill, &model);
        let fitted = Reached::of(&lexicon.weighed_as(weights), &judged());
        let neutral = Reached::of(&lexicon.weighed_as(Weights::default()), &judged());
        assert!(fitted.is_better_than(&neutral), "{neutral:?} {fitted:?}");
    }

    #[test]
    fn right_answers_count_by_how_many_there_can_be() {
        let half = right_of_possible(&[true, false, false], 2, 5);
        assert!((half - 0.5).abs() < NOISE);
        let all = right_of_possible(&[true; 7], 9, 5);
        assert!((all - 1.0).abs() < NOISE);
        assert!(right_of_possible(&[], 0, 5) < NOISE);
    }
}
