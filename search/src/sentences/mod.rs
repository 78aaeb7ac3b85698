//! Which short labels does a sentence name?
//!
//! A sentence of thirty words is about several things and says none of them in the words of a label alone, so
//! its likeness to a label as a whole says little. Asked is the other way round: how much of the *label* does
//! the sentence say, by weight, and does it say it in one place?
//!
//! - Words are stems; of scripts without spaces, groups of characters. A word weighs
//!   `(ln((1 + n) / (1 + df)) + 1)^rarity` for `df` of `n` labels; words that carry grammar, and words in brackets, which
//!   tell labels apart and are seldom said, weigh a share of that.
//! - `covered` is the weight of the label's words that the sentence has. A word that it lacks counts a part, `like`, of
//!   the likeness of the sentence's likest word (Dice over groups of three characters), from a likeness of .5
//!   on: `negotiate` and `negotiation`, `Projektleitung` and `Projektleiter`.
//! - The score is `covered · (covered / weight)^wholeness`, so that much that is missing costs more than it brings,
//!   divided by `1 + gap · strange / words`, where `strange` counts the other words in the shortest stretch of the
//!   sentence that holds all words found.
//!
//! The numbers are [`Covering`].

mod covering;
mod labels;
mod likeness;
mod stretch;
mod words;

use std::sync::Arc;

use crate::hash::{QuickMap, QuickSet};
use crate::text::is_grammar;
pub use covering::Covering;
use labels::Labels;
use words::words_of;

/// Labels whose stretch is looked for, at least.
const LOOKED_AT: usize = 300;

/// Labels to be found in sentences.
#[derive(Debug)]
pub(crate) struct Sentences {
    labels: Arc<Labels>,
    covering: Covering,
    /// For each word, the labels that have it with its weight there.
    postings: Vec<Vec<(u32, f32)>>,
    /// For each label, what its words weigh together.
    weights: Vec<f32>,
}

impl Sentences {
    /// Reads labels; they are answered by their place in the list.
    pub(crate) fn build<S: AsRef<str>>(labels: &[S], covering: Covering) -> Self {
        Self::of(Arc::new(Labels::of(labels)), covering)
    }

    /// The same labels weighed otherwise.
    pub(crate) fn weighed_as(&self, covering: Covering) -> Self {
        Self::of(Arc::clone(&self.labels), covering)
    }

    fn of(labels: Arc<Labels>, covering: Covering) -> Self {
        let Covering { rarity, grammar, bracketed, .. } = covering;
        let all = 1.0 + labels.parts.len() as f32;
        let rarities: Vec<f32> = labels
            .frequencies
            .iter()
            .map(|frequency| ((all / (1.0 + *frequency as f32)).ln() + 1.0).powf(rarity))
            .collect();
        let mut postings = vec![Vec::new(); rarities.len()];
        let mut weights = Vec::with_capacity(labels.parts.len());
        for (label, parts) in labels.parts.iter().enumerate() {
            let mut sum = 0.0;
            for part in parts {
                let share = if part.bracketed { bracketed } else { 1.0 };
                let rarity = rarities.get(part.word as usize).copied().unwrap_or_default();
                let weight = rarity * share * if part.grammar { grammar } else { 1.0 };
                sum += weight;
                if let Some(postings) = postings.get_mut(part.word as usize) {
                    postings.push((label as u32, weight));
                }
            }
            weights.push(sum);
        }
        Self { labels, covering, postings, weights }
    }

    /// The labels that a sentence names: their places in the list with scores above 0, best first, equal ones
    /// in the order of the list.
    pub(crate) fn rank(&self, sentence: &str, limit: usize) -> Vec<(usize, f32)> {
        let words = words_of(sentence);
        let mut places: QuickMap<u32, Vec<u32>> = QuickMap::default();
        for (place, word) in words.iter().enumerate() {
            if let Some(number) = self.labels.numbers.get(word.text.as_str()) {
                places.entry(*number).or_default().push(place as u32);
            }
        }
        let mut said: QuickMap<u32, f32> = places.keys().map(|number| (*number, 1.0)).collect();
        let asked: QuickSet<&str> = words.iter().map(|word| &*word.text).collect();
        for word in asked.into_iter().filter(|word| !is_grammar(word)) {
            for (number, likeness) in self.labels.likeness.like(word) {
                let held = said.entry(number).or_insert(0.0);
                *held = held.max(self.covering.like * likeness);
            }
        }
        let mut best = self.scored(&said);
        best.truncate(limit.max(LOOKED_AT));
        for (label, score) in &mut best {
            let parts = self.labels.parts.get(*label).into_iter().flatten();
            let telling = parts.filter(|part| !part.grammar);
            let found: Vec<&[u32]> =
                telling.filter_map(|part| places.get(&part.word)).map(Vec::as_slice).collect();
            let gap = stretch::gap(&found);
            *score /= 1.0 + self.covering.gap * gap as f32 / found.len().max(1) as f32;
        }
        order(&mut best);
        best.truncate(limit);
        best
    }

    /// The labels of which anything is said, by how much of them is, best first.
    fn scored(&self, said: &QuickMap<u32, f32>) -> Vec<(usize, f32)> {
        let mut covered = vec![0.0f32; self.weights.len()];
        // In the order of numbers, because sums in another order would differ in their last digit.
        let mut said: Vec<(u32, f32)> = said.iter().map(|(number, part)| (*number, *part)).collect();
        said.sort_unstable_by_key(|(number, _)| *number);
        for (number, part) in said {
            for (label, weight) in self.postings.get(number as usize).into_iter().flatten() {
                if let Some(covered) = covered.get_mut(*label as usize) {
                    *covered += part * weight;
                }
            }
        }
        let scored = covered.iter().zip(&self.weights).enumerate();
        let scored = scored.filter(|(_, (covered, _))| **covered > 0.0);
        let mut best: Vec<(usize, f32)> = scored
            .map(|(label, (covered, weight))| {
                (label, covered * (covered / weight).powf(self.covering.wholeness))
            })
            .collect();
        order(&mut best);
        best
    }
}

fn order(best: &mut [(usize, f32)]) {
    best.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 8] = [
        "use spreadsheets software",
        "Java (computer programming)",
        "manage staff",
        "manage musical staff",
        "lead a team",
        "negotiate with suppliers",
        "ເຊື່ອມໂລຫະ",
        "プロジェクト管理",
    ];

    /// Much that is missing costs, so do gaps, and words that are only like others count half.
    const STRICT: Covering =
        Covering { rarity: 1.5, grammar: 0.1, bracketed: 0.3, wholeness: 1.5, like: 0.5, gap: 0.1 };

    fn built() -> Sentences {
        Sentences::build(&LABELS, STRICT)
    }

    fn first(sentence: &str) -> &'static str {
        let found = built().rank(sentence, 3);
        LABELS[found.first().unwrap().0]
    }

    #[test]
    fn a_label_is_found_inside_a_sentence() {
        assert_eq!(first("Three years of Java and a bit of Perl are wanted."), "Java (computer programming)");
        assert_eq!(first("You will lead a small team of five"), "lead a team");
        assert_eq!(first("ຮັບສະໝັກຜູ້ທີ່ເຊື່ອມໂລຫະໄດ້"), "ເຊື່ອມໂລຫະ");
        assert_eq!(first("大規模なプロジェクト管理の経験"), "プロジェクト管理");
    }

    #[test]
    fn a_label_of_which_much_is_missing_stands_behind_one_that_is_said_whole() {
        assert_eq!(first("managing staff"), "manage staff");
        assert_eq!(first("managing musical staff"), "manage musical staff");
    }

    #[test]
    fn a_word_that_is_only_like_one_of_the_sentence_counts_less() {
        let built = built();
        let [exact, like] = ["negotiate with suppliers", "negotiations with a supplier"]
            .map(|sentence| built.rank(sentence, 1)[0]);
        assert_eq!((exact.0, like.0), (5, 5));
        assert!(exact.1 > like.1);
    }

    #[test]
    fn words_that_stand_together_count_more() {
        let built = built();
        let near = built.rank("lead our team", 1)[0].1;
        let far = built.rank("lead the way in whatever each and every team may want", 1)[0].1;
        assert!(near > far);
    }

    #[test]
    fn labels_weighed_otherwise_are_those_built_otherwise() {
        let sentence = "negotiations about Java, and a team of musical staff";
        let neutral = Sentences::build(&LABELS, Covering::default()).rank(sentence, 9);
        assert_eq!(built().weighed_as(Covering::default()).rank(sentence, 9), neutral);
        assert_ne!(built().rank(sentence, 9), neutral);
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(built().rank("", 5), []);
        assert_eq!(built().rank("unheard", 5), []);
        assert_eq!(Sentences::build::<&str>(&[], STRICT).rank("manage", 5), []);
        assert_eq!(built().rank("manage staff", 0), []);
    }
}
