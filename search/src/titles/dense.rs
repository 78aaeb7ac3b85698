//! Names of concepts as vectors: the centre of each concept's names, and each name in 8 bits.

use std::sync::Arc;

use super::matrix::{Row, WIDTH, add_scaled, dot, normalise};
use super::vectors::{Vectors, eight_bits};
use super::words::Word;

/// The most that a number of a query's vector becomes as a whole one.
const FULL: f32 = 4095.0;

/// Vectors with what they make of the names.
#[derive(Debug)]
pub(super) struct Dense {
    vectors: Arc<Vectors>,
    centres: Vec<Row>,
    scales: Vec<f32>,
    rows: Vec<i8>,
}

/// A title as a vector, and the same in whole numbers; which cosine chance alone gives.
pub(super) struct Asked {
    vector: Row,
    whole: [i16; WIDTH],
    scale: f32,
    chance: f32,
}

impl Dense {
    /// The names of concepts as these vectors see them.
    pub(super) fn of(vectors: Arc<Vectors>, concepts: &[Vec<Vec<Word>>]) -> Self {
        let mut dense = Self {
            vectors,
            centres: Vec::with_capacity(concepts.len()),
            scales: Vec::new(),
            rows: Vec::new(),
        };
        for names in concepts {
            let mut centre = [0.0; WIDTH];
            for name in names {
                let vector = dense.vectors.vector(name);
                add_scaled(&mut centre, 1.0, &vector);
                let (scale, bytes) = eight_bits(&vector);
                dense.scales.push(scale);
                dense.rows.extend(bytes);
            }
            normalise(&mut centre);
            dense.centres.push(centre);
        }
        dense
    }

    /// A title to be asked for; cosines up to `chance` count as nothing.
    pub(super) fn asked(&self, words: &[Word], chance: f32) -> Asked {
        let vector = self.vectors.vector(words);
        let most = vector.iter().fold(f32::EPSILON, |most, value| most.max(value.abs()));
        let whole = vector.map(|value| (value / most * FULL).round() as i16);
        Asked { vector, whole, scale: most / FULL, chance }
    }

    /// How near a title is to the centre of each concept's names, in their order, from 0 to 1.
    pub(super) fn centres(&self, asked: &Asked) -> Vec<f32> {
        self.centres.iter().map(|centre| asked.above_chance(dot(centre, &asked.vector))).collect()
    }

    /// How near a title is to the nearest of some names, from 0 to 1. Differs from what unrounded vectors say by less
    /// than 0.04.
    pub(super) fn nearest(&self, asked: &Asked, names: std::ops::Range<usize>) -> f32 {
        let rows = self.rows.get(names.start * WIDTH..names.end * WIDTH).unwrap_or_default();
        let scales = self.scales.get(names).unwrap_or_default();
        let cosines =
            rows.chunks_exact(WIDTH).zip(scales).map(|(row, scale)| whole_dot(row, &asked.whole) * scale);
        asked.above_chance(cosines.fold(0.0_f32, f32::max) * asked.scale)
    }
}

impl Asked {
    /// The part of the way from chance to the same.
    fn above_chance(&self, cosine: f32) -> f32 {
        ((cosine - self.chance) / (1.0 - self.chance)).max(0.0)
    }
}

fn whole_dot(row: &[i8], whole: &[i16; WIDTH]) -> f32 {
    let sum: i32 = row.iter().zip(whole).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
    sum as f32
}
