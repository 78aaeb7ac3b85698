//! Titles as short dense vectors: the sum of rows of a table, one for each feature of each word.

use super::matrix::{Row, WIDTH, normalise};
use super::tongue::Tongue;
use super::words::{Word, feature, groups};

/// Rows of the table.
pub(super) const ROWS: usize = 1 << 15;

/// Weight of all groups of characters of a word together, if they were one.
const GROUPS: f32 = 2.0;

/// A table of vectors for features of words, in 8 bits with one scale for each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Vectors {
    /// ISO 639-1 codes of the languages that they were trained on, sorted.
    pub(super) languages: Vec<String>,
    /// The numbers of words that they were trained on, sorted: what other words bring would be chance.
    pub(super) words: Vec<u32>,
    pub(super) scales: Vec<f32>,
    pub(super) rows: Vec<i8>,
}

/// The number by which a feature of a word is known.
fn mark((kind, text): (u8, &str)) -> u32 {
    (feature(kind, text) >> 32) as u32
}

/// What a word brings beside its groups of characters: its stem, itself, and what it is made of. A run that a dictionary
/// divides counts by its words alone.
fn own(word: &Word) -> impl Iterator<Item = (u8, &str)> {
    let whole = (!word.dense || word.parts.is_empty()).then_some([(1, &*word.stem), (2, &*word.plain)]);
    whole.into_iter().flatten().chain(word.parts.iter().map(|part| (1, &**part)))
}

/// The numbers of what vectors learn from the names of concepts, sorted. A concept with one name teaches nothing.
pub(super) fn marks<'n>(concepts: impl IntoIterator<Item = &'n Vec<Vec<Word>>>) -> Vec<u32> {
    let taught = concepts.into_iter().filter(|names| names.len() > 1).flatten().flatten();
    let mut marks: Vec<u32> = taught.flat_map(own).map(mark).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The rows of a title's words with their values, as they come; of words that are not known, those of their groups of
/// characters alone.
pub(super) fn rows_of(words: &[Word], is_known: impl Fn(u32) -> bool) -> Vec<(u32, f32)> {
    let mut rows = Vec::new();
    let row = |kind, text: &str| (feature(kind, text) % ROWS as u64) as u32;
    for word in words {
        let known = own(word).filter(|own| is_known(mark(*own)));
        rows.extend(known.map(|(kind, text)| (row(kind, text), 1.0)));
        let begins = rows.len();
        let (text, sizes) =
            if word.dense { (word.plain.clone(), 1..=3) } else { (format!("<{}>", word.plain), 3..=5) };
        groups(&text, sizes, |group| rows.push((row(3, group), 0.0)));
        let value = GROUPS / ((rows.len() - begins).max(1) as f32).sqrt();
        for (_, empty) in rows.iter_mut().skip(begins) {
            *empty = value;
        }
    }
    rows
}

impl Vectors {
    /// The table in 8 bits.
    pub(super) fn of(table: &[Row], languages: Vec<String>, words: Vec<u32>) -> Self {
        let (mut scales, mut rows) =
            (Vec::with_capacity(table.len()), Vec::with_capacity(table.len() * WIDTH));
        for row in table {
            let (scale, bytes) = eight_bits(row);
            scales.push(scale);
            rows.extend(bytes);
        }
        Self { languages, words, scales, rows }
    }

    /// Whether they were trained on titles of a language.
    pub(super) fn know(&self, tongue: Tongue) -> bool {
        self.languages.iter().any(|language| language == tongue.code())
    }

    /// The table in full.
    pub(super) fn table(&self) -> Vec<Row> {
        let rows = self.rows.chunks_exact(WIDTH).zip(&self.scales);
        rows.map(|(bytes, scale)| {
            std::array::from_fn(|at| bytes.get(at).map_or(0.0, |b| f32::from(*b)) * scale)
        })
        .collect()
    }

    /// The vector of a title, of length 1; of length 0 where it has no words.
    pub(super) fn vector(&self, words: &[Word]) -> Row {
        let mut sum = [0.0_f32; WIDTH];
        for (row, value) in rows_of(words, |word| self.words.binary_search(&word).is_ok()) {
            let at = row as usize;
            let bytes = self.rows.get(at * WIDTH..(at + 1) * WIDTH).unwrap_or_default();
            let factor = value * self.scales.get(at).copied().unwrap_or_default();
            for (to, byte) in sum.iter_mut().zip(bytes) {
                *to += factor * f32::from(*byte);
            }
        }
        normalise(&mut sum);
        sum
    }
}

/// A vector in 8 bits, with the scale that gives it back.
pub(super) fn eight_bits(row: &Row) -> (f32, impl Iterator<Item = i8> + '_) {
    let scale = row.iter().fold(0.0_f32, |most, value| most.max(value.abs())) / 127.0;
    let back = if scale > 0.0 { 1.0 / scale } else { 0.0 };
    (scale, row.iter().map(move |value| (value * back).round() as i8))
}

#[cfg(test)]
mod tests {
    use super::super::words::english_words;
    use super::*;

    #[test]
    fn a_word_that_is_not_known_brings_its_groups_alone() {
        let words = english_words("nurse zyx");
        let concepts =
            [vec![english_words("nurse"), english_words("ward nurse")], vec![english_words("zyx")]];
        let known = marks(&concepts);
        let rows = rows_of(&words, |word| known.binary_search(&word).is_ok());
        let all = rows_of(&words, |_| true);
        assert_eq!((rows.len(), all.len()), (all.len() - 2, rows.len() + 2));
        let whole = |rows: &[(u32, f32)]| rows.iter().filter(|(_, value)| *value >= 1.0).count();
        assert_eq!((whole(&rows), whole(&all)), (2, 4), "one name teaches nothing");
    }
}
