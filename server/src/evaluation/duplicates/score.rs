//! Found pairs beside true ones.

use serde::Serialize;
use std::collections::HashMap;

/// How well the found pairs are the true ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Score {
    /// Pairs found.
    pub(crate) found: u64,
    /// Of these, true ones.
    pub(crate) right: u64,
    /// True pairs there are.
    pub(crate) all: u64,
    /// Share of the found pairs that are true; 1 where none is found.
    pub(crate) precision: f64,
    /// Share of the true pairs that are found; 1 where there is none.
    pub(crate) recall: f64,
    /// Harmonic mean of the two.
    pub(crate) f1: f64,
}

impl Score {
    /// The score of so many pairs.
    pub(crate) fn of(found: u64, right: u64, all: u64) -> Self {
        let share = |part: u64, whole: u64| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        let (precision, recall) = (share(right, found), share(right, all));
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { found, right, all, precision, recall, f1 }
    }

    /// The score of groups of rows, every two rows of a group being a found pair; `people` by row.
    pub(crate) fn of_groups(groups: &[Vec<u32>], people: &[u32]) -> Self {
        let (mut found, mut right) = (0, 0);
        for group in groups {
            let mut of_person: HashMap<Option<&u32>, u64> = HashMap::new();
            for row in group {
                *of_person.entry(people.get(*row as usize)).or_default() += 1;
            }
            found += pairs(group.len() as u64);
            right += of_person.values().map(|rows| pairs(*rows)).sum::<u64>();
        }
        Self::of(found, right, true_pairs(people))
    }
}

fn pairs(rows: u64) -> u64 {
    rows * rows.saturating_sub(1) / 2
}

/// Number of pairs of rows of one person.
pub(crate) fn true_pairs(people: &[u32]) -> u64 {
    let mut rows: HashMap<u32, u64> = HashMap::new();
    for person in people {
        *rows.entry(*person).or_default() += 1;
    }
    rows.values().map(|rows| pairs(*rows)).sum()
}

/// The best F1 of pairs from the heaviest down, and the weight of the last of them. Labels pick it: it fits
/// the shipped threshold, and judges nothing.
pub(crate) fn best(ranked: impl Iterator<Item = (f64, bool)>, all: u64) -> (f64, f64) {
    let (mut right, mut best) = (0, (0.0, 0.0));
    for (found, (weight, is_true)) in (1..).zip(ranked) {
        right += u64::from(is_true);
        let f1 = Score::of(found, right, all).f1;
        if f1 > best.0 {
            best = (f1, weight);
        }
    }
    best
}

/// The largest recall at which so large a share of the pairs is true, going down from the best; `ranked` says
/// whether each pair is true, `all` how many true ones there are. 0 where even the best pair is false.
pub(crate) fn recall_at(precision: f64, ranked: impl Iterator<Item = bool>, all: u64) -> f64 {
    let (mut right, mut best) = (0_u64, 0_u64);
    for (place, is_true) in (1_u64..).zip(ranked) {
        right += u64::from(is_true);
        if right as f64 >= precision * place as f64 {
            best = right;
        }
    }
    if all == 0 { 1.0 } else { best as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_scored_by_their_pairs() {
        // Rows 0, 1, 2 are one person, 3 and 4 another.
        let people = [7, 7, 7, 8, 8];
        let score = Score::of_groups(&[vec![0, 1], vec![2, 3, 4]], &people);
        assert_eq!((score.found, score.right, score.all), (4, 2, 4));
        assert!((score.f1 - 0.5).abs() < 1e-12);
        let nothing = Score::of_groups(&[], &people);
        assert!((nothing.precision - 1.0).abs() < 1e-12 && nothing.f1.abs() < 1e-12);
    }

    #[test]
    fn recall_goes_on_where_precision_comes_back() {
        let ranked = [true, false, true, true, true];
        assert!((recall_at(0.8, ranked.into_iter(), 5) - 0.8).abs() < 1e-12);
        assert!((recall_at(0.99, ranked.into_iter(), 5) - 0.2).abs() < 1e-12);
        assert!(recall_at(0.99, [false].into_iter(), 5).abs() < 1e-12);
    }
}
