//! How alike are two texts, whoever copied whom? By groups of three neighbouring tokens.

use super::tokens::Tokens;
use crate::hash::Fingerprint;
use crate::text::{beginning, fold_lines};
use std::collections::BTreeSet;

/// Tokens of a group.
const GROUP: usize = 3;
/// Numbers of a signature.
const ROWS: usize = 32;
/// Numbers of a band; two texts of likeness s share a given band with probability s⁴.
const BAND: usize = 4;

/// The groups of a text's first 64 KB; a text shorter than a group is one.
fn groups(text: &str) -> BTreeSet<u64> {
    let tokens = Tokens::of(&fold_lines(beginning(text)));
    let words: Vec<&str> = tokens.plains().collect();
    let mark = |words: &[&str]| {
        let mut mark = Fingerprint::default();
        for word in words {
            mark.add(word.as_bytes());
        }
        mark.0
    };
    match words.len() {
        0 => BTreeSet::new(),
        1..GROUP => BTreeSet::from([mark(&words)]),
        _ => words.windows(GROUP).map(mark).collect(),
    }
}

/// How alike two texts are, from 0 to 1: the groups of three tokens that both have, by all that either has (Jaccard).
/// Two texts without a token are alike. Capitals, tones of Lao, spaces and punctuation do not count.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (groups(one), groups(other));
    let both = one.intersection(&other).count();
    let either = one.len() + other.len() - both;
    if either == 0 { 1.0 } else { both as f64 / either as f64 }
}

/// What is kept of a text so that texts like it are found without reading all: the least of its groups under 32 orders
/// (A. Broder, On the resemblance and containment of documents, 1997). Stable across builds and machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature([u32; ROWS]);

impl Signature {
    /// The signature of a text.
    pub fn of(text: &str) -> Self {
        let groups = groups(text);
        let mut least = [u32::MAX; ROWS];
        for (row, least) in (0_u64..).zip(&mut least) {
            let places = groups.iter().map(|group| (spread(group ^ spread(row + 1)) >> 32) as u32);
            *least = places.min().unwrap_or(u32::MAX);
        }
        Self(least)
    }

    /// What [`likeness`] is about: the share of rows that agree. Off by less than .25 in all but one case of a hundred.
    pub fn resembles(&self, other: &Self) -> f64 {
        let same = self.0.iter().zip(&other.0).filter(|(one, other)| one == other).count();
        same as f64 / ROWS as f64
    }

    /// Eight numbers, for a table to be asked by: texts that are alike share at least one of them with the probability
    /// 1 − (1 − s⁴)⁸, which is .98 at a likeness of .8 and .06 at .3. Each is told with its place among the eight.
    pub fn bands(&self) -> [u64; ROWS / BAND] {
        let mut bands = [0; ROWS / BAND];
        for ((place, rows), band) in (0_u64..).zip(self.0.chunks(BAND)).zip(&mut bands) {
            *band = rows.iter().fold(spread(place), |mark, row| spread(mark ^ u64::from(*row)));
        }
        bands
    }

    /// The 128 bytes to be stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|row| row.to_le_bytes()).collect()
    }

    /// What [`Signature::to_bytes`] gave; nothing where there are not 128 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.len() != ROWS * 4 {
            return None;
        }
        let mut rows = [0; ROWS];
        for (row, four) in rows.iter_mut().zip(bytes.chunks(4)) {
            *row = u32::from_le_bytes(four.try_into().ok()?);
        }
        Some(Self(rows))
    }
}

/// Spreads the bits of a number over all of it (the end of `SplitMix64`).
fn spread(mark: u64) -> u64 {
    let mark = mark.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mark = (mark ^ (mark >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mark = (mark ^ (mark >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mark ^ (mark >> 31)
}
