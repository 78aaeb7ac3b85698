//! Titles to concepts: names of concepts in, the concepts nearest to a title out, best first.

mod counts;
mod entry;
mod plain;
mod sparse;
mod vectors;
mod weights;
mod words;

pub use entry::Entry;
pub use vectors::Vectors;
pub use weights::Weights;

use plain::{Kind, Plain};

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
    plain: Plain,
}

impl Titles {
    /// Reads the names of concepts. The same names give the same answers, on every machine.
    pub fn build(entries: &[Entry], method: &Method<'_>) -> Self {
        let plain = match method {
            Method::CharTfidf => Plain::build(entries, Kind::CharTfidf),
            Method::Bm25 | Method::Shipped(_) => Plain::build(entries, Kind::Bm25),
        };
        Self { plain }
    }

    /// The concepts nearest to a title by their number among the entries, each with its score; best first,
    /// of equals the lower number first. Scores compare within one answer only; concepts that share nothing
    /// with the title are left out.
    pub fn rank(&self, query: &str, limit: usize) -> Vec<(usize, f32)> {
        best(&self.plain.scores(query), limit)
    }
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

    #[test]
    fn the_best_are_those_of_a_full_sort() {
        let scores = [0.5, 0.0, 0.7, 0.5, 0.1];
        assert_eq!(best(&scores, 3), [(2, 0.7), (0, 0.5), (3, 0.5)]);
        assert_eq!(best(&scores, 9).len(), 4);
    }
}
