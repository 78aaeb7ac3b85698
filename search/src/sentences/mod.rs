//! Which short labels does a sentence name?
//!
//! A sentence of thirty words is about several things and says none of them in the words of a label alone, so
//! its likeness to a label as a whole says little. Asked is the other way round: how much of the *label* does
//! the sentence say, by weight, and does it say it in one place?
//!
//! - Words are stems; of scripts without spaces, groups of characters. A word weighs
//!   `(ln((1 + n) / (1 + df)) + 1)^1.5` for `df` of `n` labels; words that carry grammar weigh a tenth, words
//!   in brackets, which tell labels apart and are seldom said, three tenths.
//! - `covered` is the weight of the label's words that the sentence has. A word that it lacks counts half of
//!   the likeness of the sentence's likest word (Dice over groups of three characters), from a likeness of .5
//!   on: `negotiate` and `negotiation`, `Projektleitung` and `Projektleiter`.
//! - The score is `covered · (covered / weight)^1.5`, so that much that is missing costs more than it brings,
//!   divided by `1 + .1 · gap / words`, where `gap` counts the strange words in the shortest stretch of the
//!   sentence that holds all words found.

mod likeness;
mod stretch;
mod words;

use crate::hash::{QuickMap, QuickSet};
use crate::text::is_grammar;
use likeness::Likeness;
use words::{Word, words_of};

/// The power of a word's weight.
const RARITY: f32 = 1.5;
/// What a word that carries grammar weighs, of its weight.
const GRAMMAR: f32 = 0.1;
/// What a word in brackets weighs, of its weight.
const BRACKETED: f32 = 0.3;
/// The power of the share of a label that is covered.
const WHOLENESS: f32 = 1.5;
/// What a word that is only like one of the sentence's counts, of its likeness.
const LIKE: f32 = 0.5;
/// What a strange word between those found costs, by the number of words found.
const GAP: f32 = 0.1;
/// Labels whose stretch is looked for, at least.
const LOOKED_AT: usize = 300;

/// Labels to be found in sentences.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// The number of each word that a label has.
    numbers: QuickMap<Box<str>, u32>,
    /// For each word, the labels that have it with its weight there.
    postings: Vec<Vec<(u32, f32)>>,
    /// For each label, what its words weigh together.
    weights: Vec<f32>,
    /// For each label, its words that carry more than grammar.
    contents: Vec<Vec<u32>>,
    likeness: Likeness,
}

impl Sentences {
    /// Reads labels; they are answered by their place in the list.
    pub(crate) fn build<S: AsRef<str>>(labels: &[S]) -> Self {
        let mut built = Self::default();
        let texts: Vec<Vec<Word>> = labels.iter().map(|label| words_of(label.as_ref())).collect();
        let mut frequencies: Vec<u32> = Vec::new();
        let mut each: Vec<Vec<(u32, f32, bool)>> = Vec::with_capacity(texts.len());
        for words in texts {
            let mut own: Vec<(u32, f32, bool)> = Vec::with_capacity(words.len());
            let mut place: QuickMap<u32, usize> = QuickMap::default();
            for word in words {
                let share = if word.bracketed { BRACKETED } else { 1.0 };
                let grammar = is_grammar(&word.text);
                let next = built.numbers.len() as u32;
                let number = *built.numbers.entry(word.text.into()).or_insert(next);
                let at = *place.entry(number).or_insert(own.len());
                match own.get_mut(at) {
                    Some((_, held, _)) => *held = held.max(share),
                    None => own.push((number, share, grammar)),
                }
            }
            frequencies.resize(built.numbers.len(), 0);
            for (number, ..) in &own {
                if let Some(frequency) = frequencies.get_mut(*number as usize) {
                    *frequency += 1;
                }
            }
            each.push(own);
        }
        built.weigh(&each, &frequencies);
        built.likeness = Likeness::of(&built.numbers);
        built
    }

    fn weigh(&mut self, labels: &[Vec<(u32, f32, bool)>], frequencies: &[u32]) {
        let all = 1.0 + labels.len() as f32;
        self.postings.resize(frequencies.len(), Vec::new());
        for (label, words) in labels.iter().enumerate() {
            let mut sum = 0.0;
            for (number, share, grammar) in words {
                let frequency = frequencies.get(*number as usize).copied().unwrap_or(0);
                let rarity = ((all / (1.0 + frequency as f32)).ln() + 1.0).powf(RARITY);
                let weight = rarity * share * if *grammar { GRAMMAR } else { 1.0 };
                sum += weight;
                if let Some(postings) = self.postings.get_mut(*number as usize) {
                    postings.push((label as u32, weight));
                }
            }
            self.weights.push(sum);
            let contents = words.iter().filter(|(.., grammar)| !grammar);
            self.contents.push(contents.map(|(number, ..)| *number).collect());
        }
    }

    /// The labels that a sentence names: their places in the list with scores above 0, best first, equal ones
    /// in the order of the list.
    pub(crate) fn rank(&self, sentence: &str, limit: usize) -> Vec<(usize, f32)> {
        let words = words_of(sentence);
        let mut places: QuickMap<u32, Vec<u32>> = QuickMap::default();
        for (place, word) in words.iter().enumerate() {
            if let Some(number) = self.numbers.get(word.text.as_str()) {
                places.entry(*number).or_default().push(place as u32);
            }
        }
        let mut said: QuickMap<u32, f32> = places.keys().map(|number| (*number, 1.0)).collect();
        let asked: QuickSet<&str> = words.iter().map(|word| &*word.text).collect();
        for word in asked.into_iter().filter(|word| !is_grammar(word)) {
            for (number, likeness) in self.likeness.like(word) {
                let held = said.entry(number).or_insert(0.0);
                *held = held.max(LIKE * likeness);
            }
        }
        let mut best = self.scored(&said);
        best.truncate(limit.max(LOOKED_AT));
        for (label, score) in &mut best {
            let found = self.contents.get(*label).into_iter().flatten();
            let found: Vec<&[u32]> =
                found.filter_map(|number| places.get(number)).map(Vec::as_slice).collect();
            let gap = stretch::gap(&found);
            *score /= 1.0 + GAP * gap as f32 / found.len().max(1) as f32;
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
            .map(|(label, (covered, weight))| (label, covered * (covered / weight).powf(WHOLENESS)))
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

    fn first(sentence: &str) -> &'static str {
        let found = Sentences::build(&LABELS).rank(sentence, 3);
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
        let built = Sentences::build(&LABELS);
        let [exact, like] = ["negotiate with suppliers", "negotiations with a supplier"]
            .map(|sentence| built.rank(sentence, 1)[0]);
        assert_eq!((exact.0, like.0), (5, 5));
        assert!(exact.1 > like.1);
    }

    #[test]
    fn words_that_stand_together_count_more() {
        let built = Sentences::build(&LABELS);
        let near = built.rank("lead our team", 1)[0].1;
        let far = built.rank("lead the way in whatever each and every team may want", 1)[0].1;
        assert!(near > far);
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(Sentences::build(&LABELS).rank("", 5), []);
        assert_eq!(Sentences::build(&LABELS).rank("unheard", 5), []);
        assert_eq!(Sentences::build::<&str>(&[]).rank("manage", 5), []);
        assert_eq!(Sentences::build(&LABELS).rank("manage staff", 0), []);
    }
}
