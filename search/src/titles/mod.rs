//! Titles to concepts: names of concepts in, the concepts nearest to a title out, best first.
//!
//! A title is compared with a concept in six ways ([`Ways`]); the score is their sum, weighed. Three look at
//! words and groups of characters of the corpus itself. The others use vectors: where most concepts have
//! several names, and there are enough of them, vectors are trained on these names while the index is built,
//! so that what means the same comes near each other, beginning with those of the [`Model`] if they know the
//! language of the corpus; else those are used as they are; else the score is that of words and characters alone.

mod bytes;
mod chance;
mod compounds;
mod counts;
mod dense;
mod entry;
mod fit;
mod matrix;
mod nearness;
mod parts;
mod plain;
mod reader;
mod sparse;
mod tongue;
mod train;
mod vectors;
mod weights;
mod words;

pub use bytes::VectorsError;
pub use entry::Entry;
pub use fit::{Judged, fit};
pub use vectors::Vectors;
pub use weights::{Ways, Weights};
pub use words::stem_key;

use std::sync::Arc;

use dense::Dense;
pub(crate) use nearness::Nearness;
use parts::{Parts, read};
use plain::{Kind, Plain};
use reader::Reader;
use weights::WAYS;

/// Names that concepts with several must have together, so that vectors are trained on them.
const ENOUGH: usize = 2000;
/// The seed of vectors trained on an index's own names.
const SEED: u64 = 1;

/// What the shipped method knows beforehand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// How the parts of the score are weighed.
    pub weights: Weights,
    /// Vectors trained elsewhere, for concepts that have too few names to train on.
    pub vectors: Option<Vectors>,
}

/// How concepts are ranked.
#[derive(Debug, Clone, Copy)]
pub enum Method<'a> {
    /// BM25 over English stems of all names of a concept together (k1 = 1.2, b = 0.75).
    Bm25,
    /// The cosine of TF-IDF over groups of 2 to 4 characters of all names together.
    CharTfidf,
    /// Ours.
    Shipped(&'a Model),
}

/// Concepts, found by titles.
#[derive(Debug)]
pub struct Titles {
    ranking: Ranking,
}

#[derive(Debug)]
enum Ranking {
    Plain(Plain),
    Shipped { parts: Box<Parts>, weights: [f32; WAYS], foreign: bool },
}

impl Titles {
    /// Reads the names of concepts. The same names give the same answers. Trains vectors for about a minute
    /// where the method is ours and most concepts have several names.
    pub fn build(entries: &[Entry], method: &Method<'_>) -> Self {
        let ranking = match method {
            Method::Bm25 => Ranking::Plain(Plain::build(entries, Kind::Bm25)),
            Method::CharTfidf => Ranking::Plain(Plain::build(entries, Kind::CharTfidf)),
            Method::Shipped(model) => shipped(entries, model),
        };
        Self { ranking }
    }

    /// The concepts nearest to a title by their number among the entries, each with its score; best first,
    /// of equals the lower number first. Scores compare within one answer only; concepts that share nothing
    /// with the title are left out.
    pub fn rank(&self, query: &str, limit: usize) -> Vec<(usize, f32)> {
        match &self.ranking {
            Ranking::Plain(plain) => best(&plain.scores(query), limit),
            Ranking::Shipped { parts, weights, .. } => best(&parts.scores(query, weights, limit), limit),
        }
    }

    /// The index of all ways, if the method is ours.
    fn parts(&self) -> Option<&Parts> {
        match &self.ranking {
            Ranking::Plain(_) => None,
            Ranking::Shipped { parts, .. } => Some(parts),
        }
    }

    /// Whether the vectors were trained on other names than those of the index.
    fn is_foreign(&self) -> bool {
        matches!(self.ranking, Ranking::Shipped { foreign: true, .. })
    }
}

fn shipped(entries: &[Entry], model: &Model) -> Ranking {
    let reader = Reader::of(entries.iter().flat_map(|entry| &entry.labels).map(String::as_str));
    let names = read(&reader, entries);
    let known = model.vectors.as_ref().filter(|vectors| vectors.know(reader.tongue()));
    let own = is_enough(entries);
    let vectors = if own { Some(Vectors::of_own(&names, known, SEED)) } else { known.cloned() };
    let foreign = vectors.is_some() && !own;
    let ways = if have_several(entries) { model.weights.several } else { model.weights.single };
    let mut weights = ways.to_array();
    if foreign {
        for weight in fit::vector_ways(&mut weights) {
            *weight *= model.weights.foreign;
        }
    }
    let dense = vectors.map(|vectors| Dense::of(Arc::new(vectors), &names));
    Ranking::Shipped { parts: Box::new(Parts::of(reader, entries, &names, dense)), weights, foreign }
}

/// Most concepts have several names.
fn have_several(entries: &[Entry]) -> bool {
    entries.iter().filter(|entry| entry.labels.len() > 1).count() * 2 > entries.len()
}

/// There are names enough to train vectors on.
fn is_enough(entries: &[Entry]) -> bool {
    let several = entries.iter().map(|entry| entry.labels.len()).filter(|names| *names > 1);
    have_several(entries) && several.sum::<usize>() >= ENOUGH
}

/// The highest of the scores above zero with their places, best first, of equals the first.
fn best(scores: &[f32], limit: usize) -> Vec<(usize, f32)> {
    let mut found: Vec<(usize, f32)> =
        scores.iter().copied().enumerate().filter(|(_, score)| *score > 0.0).collect();
    let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if limit < found.len() {
        found.select_nth_unstable_by(limit, order);
        found.truncate(limit);
    }
    found.sort_unstable_by(order);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<Entry> {
        let entry = |labels: &[&str]| Entry {
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            description: None,
        };
        vec![
            entry(&["wire drawer", "draw machine operator"]),
            entry(&["nurse", "registered nurse"]),
            entry(&[]),
        ]
    }

    #[test]
    fn the_plain_methods_find_what_shares_words_or_letters() {
        let words = Titles::build(&entries(), &Method::Bm25);
        assert_eq!(words.rank("Nurses", 5).iter().map(|hit| hit.0).collect::<Vec<_>>(), [1]);
        let letters = Titles::build(&entries(), &Method::CharTfidf);
        assert_eq!(letters.rank("wiredrawing", 1).iter().map(|hit| hit.0).collect::<Vec<_>>(), [0]);
        assert_eq!(words.rank("", 5), []);
    }

    /// Concepts with several names each, made of what they do and what they do it with.
    fn many() -> Vec<Entry> {
        let things =
            ["wire", "bread", "wood", "glass", "stone", "paper", "cloth", "leather", "steel", "clay"];
        let deeds = ["drawer", "baker", "cutter", "seller", "painter", "binder", "driver", "tester"];
        let entry = |thing: &str, deed: &str| {
            let verb = deed.trim_end_matches("er");
            let names = [
                format!("{thing} {deed}"),
                format!("{deed} of {thing}"),
                format!("senior {thing} {verb}ing worker"),
            ];
            Entry { labels: names.to_vec(), description: None }
        };
        things.iter().flat_map(|thing| deeds.iter().map(|deed| entry(thing, deed))).collect()
    }

    #[test]
    fn the_shipped_method_says_what_its_ways_say_together() {
        let vectors = Vectors::train(&[many()], 5);
        let model = Model { vectors: Some(vectors), ..Model::default() };
        let titles = Titles::build(&many(), &Method::Shipped(&model));
        let Ranking::Shipped { parts, weights, foreign } = &titles.ranking else { panic!("ours") };
        assert!(*foreign, "so few names are not trained on");
        for query in ["glass cutting", "worker in steel", "bakers", "xyz", ""] {
            let ways = parts.ways(query);
            let full: Vec<f32> = (0..parts.concepts())
                .map(|concept| ways.iter().zip(weights).map(|(way, weight)| way[concept] * weight).sum())
                .collect();
            let found = titles.rank(query, 10);
            let expected = best(&full, 10);
            assert_eq!(found.len(), expected.len(), "{query}");
            for (found, expected) in found.iter().zip(&expected) {
                assert!((found.1 - expected.1).abs() < 1e-5, "{query}: {found:?} {expected:?}");
            }
        }
        assert_eq!(titles.rank("driver of clay", 1).first().map(|hit| hit.0), Some(78));
    }

    #[test]
    fn training_gives_the_same_bytes_for_the_same_seed() {
        let trained = Vectors::train(&[many()], 5);
        assert_eq!(trained.to_bytes(), Vectors::train(&[many()], 5).to_bytes());
        assert_ne!(trained.to_bytes(), Vectors::train(&[many()], 6).to_bytes());
        assert_eq!(trained.languages, ["en"]);
    }

    #[test]
    fn vectors_of_another_language_are_left_out() {
        let model = Model { vectors: Some(Vectors::train(&[many()], 5)), ..Model::default() };
        let entry = |label: &str| Entry { labels: vec![label.to_owned()], description: None };
        let german = ["Krankenpfleger für Kinder", "Leiter der Buchhaltung", "Fachkraft für Lagerlogistik"];
        let titles = Titles::build(&german.map(entry), &Method::Shipped(&model));
        assert!(titles.parts().is_some() && !titles.is_foreign());
        assert_eq!(titles.rank("Kinderkrankenpflegerin", 1).first().map(|hit| hit.0), Some(0));
    }

    #[test]
    fn titles_without_spaces_are_found() {
        let entry = |label: &str| Entry { labels: vec![label.to_owned()], description: None };
        let chinese = ["销售经理", "电气工程师", "小学教师", "护士"].map(entry);
        let titles = Titles::build(&chinese, &Method::Shipped(&Model::default()));
        assert_eq!(titles.rank("电子工程师", 1).first().map(|hit| hit.0), Some(1));
        let closed = ["salesmanager", "electricalengineer", "schoolteacher"].map(entry);
        let titles = Titles::build(&closed, &Method::Shipped(&Model::default()));
        assert_eq!(titles.rank("engineerelectronics", 1).first().map(|hit| hit.0), Some(1));
    }

    #[test]
    fn a_description_finds_what_no_name_says() {
        let entry = |label: &str, description: &str| Entry {
            labels: vec![label.to_owned()],
            description: Some(description.to_owned()),
        };
        let entries = [
            entry("Nurse", "Cares for patients on a ward and gives them what a doctor has prescribed."),
            entry("Welder", "Joins plates and pipes of metal with an electric arc or a flame."),
        ];
        let titles = Titles::build(&entries, &Method::Shipped(&Model::default()));
        assert_eq!(titles.rank("joiner of pipes", 1).first().map(|hit| hit.0), Some(1));
        assert_eq!(titles.rank("ward assistant", 1).first().map(|hit| hit.0), Some(0));
    }

    #[test]
    fn a_fit_prefers_what_finds_the_judged_concepts() {
        let queries: Vec<(String, Vec<usize>)> = ["glass cutting", "leather sale", "wooden paint"]
            .iter()
            .zip([26, 59, 20])
            .map(|(q, n)| ((*q).to_owned(), vec![n]))
            .collect();
        let mut start = Weights::default();
        start.several = Ways { letters: 0.0, ..start.several };
        let set = Judged { entries: many(), queries };
        let fitted = fit(std::slice::from_ref(&set), &start);
        assert!(fitted.several.letters > 0.0, "{fitted:?}");
        assert_eq!(fitted.single, start.single);
        assert_eq!(fit(&[set.clone(), set], &start), fitted);
    }

    #[test]
    fn the_best_are_those_of_a_full_sort() {
        let scores = [0.5, 0.0, 0.7, 0.5, 0.1];
        assert_eq!(best(&scores, 3), [(2, 0.7), (0, 0.5), (3, 0.5)]);
        assert_eq!(best(&scores, 9).len(), 4);
    }
}
