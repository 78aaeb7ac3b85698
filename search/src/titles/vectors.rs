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
    pub(super) scales: Vec<f32>,
    pub(super) rows: Vec<i8>,
}

/// The rows of a title's words with their values, as they come.
pub(super) fn rows_of(words: &[Word]) -> Vec<(u32, f32)> {
    let mut rows = Vec::new();
    let row = |kind, text: &str| (feature(kind, text) % ROWS as u64) as u32;
    for word in words {
        rows.push((row(1, &word.stem), 1.0));
        rows.push((row(2, &word.plain), 1.0));
        rows.extend(word.parts.iter().map(|part| (row(1, part), 1.0)));
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
    pub(super) fn of(table: &[Row], languages: Vec<String>) -> Self {
        let (mut scales, mut rows) =
            (Vec::with_capacity(table.len()), Vec::with_capacity(table.len() * WIDTH));
        for row in table {
            let (scale, bytes) = eight_bits(row);
            scales.push(scale);
            rows.extend(bytes);
        }
        Self { languages, scales, rows }
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
        for (row, value) in rows_of(words) {
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
