//! Where does a row stand, and which are the best so far?

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::Score;

/// Where a row stands: one plus its points, and [`Standing::FIT`] more where no condition is known to fail.
/// So that one comparison orders by condition first and by score next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standing(pub(crate) u16);

impl Standing {
    /// What it is worth that no condition is known to fail: more than all points.
    pub(crate) const FIT: u16 = 1 << 14;

    /// The standing of a row with this score.
    pub(crate) fn new(score: Score, fails: bool) -> Self {
        Self(1 + score.0 + if fails { 0 } else { Self::FIT })
    }

    /// Whether no condition is known to fail.
    pub(crate) fn is_fit(self) -> bool {
        self.0 > Self::FIT
    }

    /// The score of the row.
    pub(crate) fn score(self) -> Score {
        Score((self.0 & (Self::FIT - 1)).saturating_sub(1))
    }
}

/// The natural order of places is best first: higher standing, then lower id.
pub(crate) type Place = (Reverse<Standing>, u128);

/// Behind every row.
const LAST: Place = (Reverse(Standing(0)), u128::MAX);

/// The best rows so far.
pub(crate) struct Kept<R> {
    limit: usize,
    /// The worst on top.
    heap: BinaryHeap<(Place, R)>,
    worst: Place,
    /// How many were offered.
    pub(crate) scored: usize,
}

impl<R: Ord> Kept<R> {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, heap: BinaryHeap::new(), worst: LAST, scored: 0 }
    }

    /// Whether as many rows are kept as are wanted.
    pub(crate) fn is_full(&self) -> bool {
        self.heap.len() >= self.limit
    }

    /// A place that no row of the result is behind.
    pub(crate) fn worst(&self) -> Place {
        self.worst
    }

    /// Whether a row at this place at best could be in the result.
    #[inline]
    pub(crate) fn may_enter(&self, place: Place) -> bool {
        place <= self.worst
    }

    /// Takes the row in if it is among the best so far. No row may be offered twice.
    pub(crate) fn offer(&mut self, place: Place, row: R) {
        self.scored += 1;
        if !self.may_enter(place) {
            return;
        }
        self.heap.push((place, row));
        if self.heap.len() > self.limit {
            self.heap.pop();
        }
        if self.heap.len() == self.limit
            && let Some((last, _)) = self.heap.peek()
        {
            self.worst = *last;
        }
    }

    /// The rows, best first.
    pub(crate) fn into_rows(self) -> Vec<(Place, R)> {
        self.heap.into_sorted_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_are_kept_in_order_and_ties_go_to_the_lower_id() {
        let place = |row: u32| (Reverse(Standing((row * 7_919 % 97) as u16)), u128::from(row * 31 % 3_001));
        let mut all: Vec<u32> = (0..3_000).collect();
        all.sort_by_key(|row| place(*row));
        for limit in [1, 7, 50, 2_999, 5_000] {
            let mut kept = Kept::new(limit);
            (0..3_000).for_each(|row| kept.offer(place(row), row));
            let rows: Vec<u32> = kept.into_rows().into_iter().map(|(_, row)| row).collect();
            assert_eq!(rows, all[..limit.min(all.len())]);
        }
    }

    #[test]
    fn a_standing_knows_its_score() {
        for fails in [true, false] {
            assert_eq!(Standing::new(Score(9_999), fails).score(), Score(9_999));
            assert_eq!(Standing::new(Score(0), fails).is_fit(), !fails);
            assert_eq!(Standing::new(Score::FULL, fails).is_fit(), !fails);
            assert_eq!(Standing::new(Score::FULL, fails).score(), Score::FULL);
        }
    }
}
