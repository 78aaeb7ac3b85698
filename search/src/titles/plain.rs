//! The two plain methods that ours is held against: BM25 over English stems, and groups of characters.

use super::best;
use super::counts::Counts;
use super::entry::Entry;
use super::sparse::{Repeats, Sparse};
use super::words::{english_words, feature, groups};

/// How a text is counted.
type Count = fn(&[String]) -> Counts;

/// Concepts, found by a plain method.
#[derive(Debug)]
pub struct Plain {
    count: Count,
    sparse: Sparse,
}

impl Plain {
    /// BM25 over English stems of all names of a concept together (k1 = 1.2, b = 0.75).
    pub fn bm25(entries: &[Entry]) -> Self {
        Self { count: stems, sparse: Sparse::bm25(&texts(entries, stems), false) }
    }

    /// The cosine of TF-IDF over groups of 2 to 4 characters of all names together, inside words with their ends
    /// marked.
    pub fn char_tfidf(entries: &[Entry]) -> Self {
        Self { count: letters, sparse: Sparse::cosine(&texts(entries, letters), Repeats::Linear, 1.0) }
    }

    /// The concepts nearest to a title by their number among the entries, each with its score; best first, of equals
    /// the lower number first. Concepts that share nothing with the title are left out.
    pub fn rank(&self, title: &str, limit: usize) -> Vec<(usize, f32)> {
        best(&self.sparse.scores(&(self.count)(&[title.to_owned()])), limit)
    }
}

fn texts(entries: &[Entry], count: Count) -> Vec<Counts> {
    entries.iter().map(|entry| count(&entry.labels)).collect()
}

fn stems(texts: &[String]) -> Counts {
    let words = texts.iter().flat_map(|text| english_words(text));
    Counts::of(words.map(|word| feature(0, &word.stem)).collect())
}

fn letters(texts: &[String]) -> Counts {
    let mut features = Vec::new();
    for word in texts.iter().flat_map(|text| english_words(text)) {
        groups(&format!("<{}>", word.plain), 2..=4, |group| features.push(feature(0, group)));
    }
    Counts::of(features)
}
