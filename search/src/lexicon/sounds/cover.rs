//! Typed syllables covered with words that sound like them.

use std::ops::Range;

use super::Typed;
use super::known::{Sounds, Word};

/// What each word costs, in syllables.
const COST: f32 = 0.4;
/// What each syllable of a word is worth that is written as the word is.
const SPELT: f32 = 0.2;
/// What each end of a word that is an end of a typed word is worth.
const EDGE: f32 = 0.05;
/// Syllables that are less alike are not compared.
const LEAST_LIKE: f32 = 0.2;
/// The mean likeness of a word's syllables, at least.
const LEAST_WORD: f32 = 0.6;

/// A word with the typed syllables it covers.
#[derive(Debug, Clone)]
pub(super) struct Covered<'a> {
    pub(super) word: &'a Word,
    pub(super) span: Range<usize>,
    /// The sum over its syllables.
    pub(super) likeness: f32,
}

impl Covered<'_> {
    /// What it adds to a covering.
    pub(super) fn worth(&self, folded: &str, typed: &[Typed]) -> f32 {
        let Self { word, span, likeness } = self;
        let edges = [span.start, span.end].map(|at| f32::from(begins(typed, at))).iter().sum::<f32>();
        let as_is = spelt(folded, typed, span) == Some(&*word.lao);
        let spelling = if as_is { SPELT * word.syllables.len() as f32 } else { 0.0 };
        likeness + spelling - COST + word.prior + EDGE * edges
    }
}

/// The best way to a place between syllables.
#[derive(Debug, Clone)]
struct Way<'a> {
    worth: f32,
    /// The word that ends there; none where the syllable before is left out.
    by: Option<Covered<'a>>,
}

impl Sounds {
    /// The best covering of typed syllables, left to right.
    pub(super) fn cover(&self, folded: &str, typed: &[Typed]) -> Vec<Covered<'_>> {
        let likeness =
            |typed: &Typed| self.syllables.iter().map(|known| known.likeness(typed.heard)).collect();
        let rows: Vec<Vec<f32>> = typed.iter().map(likeness).collect();
        let mut ways = vec![Way { worth: f32::MIN, by: None }; typed.len() + 1];
        if let Some(first) = ways.first_mut() {
            first.worth = 0.0;
        }
        for (at, row) in rows.iter().enumerate() {
            let so_far = ways.get(at).map_or(0.0, |way| way.worth);
            better(&mut ways, at + 1, Way { worth: so_far, by: None });
            for (_, list) in row.iter().zip(&self.by_first).filter(|(like, _)| **like >= LEAST_LIKE) {
                for word in list.iter().filter_map(|number| self.words.get(*number as usize)) {
                    let span = at..at + word.syllables.len();
                    let Some(likeness) = alike(word, rows.get(span.clone())) else { continue };
                    let covered = Covered { word, span, likeness };
                    let worth = so_far + covered.worth(folded, typed);
                    better(&mut ways, covered.span.end, Way { worth, by: Some(covered) });
                }
            }
        }
        let mut found = Vec::new();
        let mut at = typed.len();
        while at > 0 {
            match ways.get(at).and_then(|way| way.by.clone()) {
                Some(covered) => {
                    at = covered.span.start;
                    found.push(covered);
                }
                None => at -= 1,
            }
        }
        found.reverse();
        found
    }
}

fn better<'a>(ways: &mut [Way<'a>], at: usize, new: Way<'a>) {
    if let Some(way) = ways.get_mut(at).filter(|way| new.worth > way.worth) {
        *way = new;
    }
}

/// The sum of the likeness of a word's syllables to typed ones; none if one or all together are too little alike.
pub(super) fn alike(word: &Word, rows: Option<&[Vec<f32>]>) -> Option<f32> {
    let mut sum = 0.0;
    for (row, syllable) in rows?.iter().zip(&word.syllables) {
        sum += row.get(*syllable as usize).copied().filter(|like| *like >= LEAST_LIKE)?;
    }
    (sum >= LEAST_WORD * word.syllables.len() as f32).then_some(sum)
}

/// Whether a typed word begins at a syllable, or all end before it.
fn begins(typed: &[Typed], at: usize) -> bool {
    let word = |at: usize| typed.get(at).map(|syllable| syllable.token);
    at == 0 || word(at) != word(at - 1)
}

/// How some syllables are written.
fn spelt<'f>(folded: &'f str, typed: &[Typed], span: &Range<usize>) -> Option<&'f str> {
    folded.get(typed.get(span.start)?.at.start..typed.get(span.end - 1)?.at.end)
}
