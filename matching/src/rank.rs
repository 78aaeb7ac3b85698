//! Who are the best, exactly, when every row has an upper bound and any row can be scored?

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::Score;

/// Where a row stands: 0 for a removed row, else one plus its points, and [`Standing::FIT`] more where no
/// condition is known to fail. So that one comparison orders by condition first and by score next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Standing(pub(crate) u16);

impl Standing {
    /// A row that is no more.
    pub(crate) const REMOVED: Self = Self(0);
    /// What it is worth that no condition is known to fail: more than all points.
    pub(crate) const FIT: u16 = 1 << 14;

    /// The standing of a row with this score.
    pub(crate) fn new(score: Score, fails: bool) -> Self {
        Self(1 + score.0 + if fails { 0 } else { Self::FIT })
    }
}

/// The rows chosen, best first, and how many were scored.
pub(crate) struct Best {
    pub(crate) rows: Vec<usize>,
    pub(crate) scored: usize,
}

/// The natural order of places is best first: higher standing, then lower id.
type Place = (Reverse<Standing>, u128);

/// Rows that share one look at whether any of their bounds reaches: fewer in small worlds.
const BLOCK: (usize, usize) = (16, 256);

/// Candidates are gathered up to this many before they are scored, the most promising first.
const BATCH: usize = 4_096;

/// The best `limit` rows by exact standing, ties by the lower id.
///
/// The most promising row of each of the `limit` most promising blocks is scored first; the worst of these
/// is a place that nobody in the result can be behind. Then every row whose bound is not behind the worst
/// place known so far is scored, from the highest bound down, and the worst place moves up meanwhile.
/// Nobody is lost as long as `exact` does not exceed the bound of its row.
pub(crate) fn best(
    bounds: &[Standing],
    limit: usize,
    id: impl Fn(usize) -> u128,
    exact: impl Fn(usize) -> Standing,
) -> Best {
    if limit == 0 {
        return Best { rows: Vec::new(), scored: 0 };
    }
    let size = (bounds.len() / (4 * limit)).clamp(BLOCK.0, BLOCK.1);
    let tops: Vec<Standing> =
        bounds.chunks(size).map(|block| block.iter().copied().max().unwrap_or(Standing::REMOVED)).collect();
    let mut seeds = Kept::new(limit, None);
    for row in promising(bounds, &tops, size, limit) {
        seeds.offer((Reverse(exact(row)), id(row)), row);
    }
    let mut kept = Kept::new(limit, seeds.worst);
    let mut batch: Vec<(Place, usize)> = Vec::with_capacity(BATCH);
    for (number, (block, top)) in bounds.chunks(size).zip(&tops).enumerate() {
        if *top == Standing::REMOVED || !kept.may_enter((Reverse(*top), 0)) {
            continue;
        }
        for (offset, bound) in block.iter().enumerate() {
            let row = number * size + offset;
            if *bound != Standing::REMOVED && kept.may_enter((Reverse(*bound), id(row))) {
                batch.push(((Reverse(*bound), id(row)), row));
            }
        }
        if batch.len() >= BATCH {
            score_all(&mut batch, &mut kept, &exact);
        }
    }
    score_all(&mut batch, &mut kept, &exact);
    let scored = seeds.scored + kept.scored;
    Best { rows: kept.heap.into_sorted_vec().into_iter().map(|(_, row)| row).collect(), scored }
}

/// The row of the highest bound in each of the `limit` blocks with the highest tops; none where there are
/// fewer such blocks, for then they give no threshold.
fn promising(bounds: &[Standing], tops: &[Standing], size: usize, limit: usize) -> Vec<usize> {
    let mut order: Vec<(Reverse<Standing>, usize)> =
        tops.iter().enumerate().map(|(block, top)| (Reverse(*top), block)).collect();
    order.retain(|(Reverse(top), _)| *top != Standing::REMOVED);
    if order.len() < limit {
        return Vec::new();
    }
    order.sort_unstable();
    let highest = order.into_iter().take(limit).filter_map(|(Reverse(top), block)| {
        let rows = bounds.iter().enumerate().skip(block * size).take(size);
        rows.map(|(row, bound)| (*bound, row)).find(|(bound, _)| *bound == top)
    });
    highest.map(|(_, row)| row).collect()
}

/// Scores the batch from the highest bound down, until none can enter any more.
fn score_all(batch: &mut Vec<(Place, usize)>, kept: &mut Kept, exact: &impl Fn(usize) -> Standing) {
    batch.sort_unstable();
    for ((bound, id), row) in batch.drain(..) {
        if !kept.may_enter((bound, id)) {
            break;
        }
        kept.offer((Reverse(exact(row)), id), row);
    }
}

/// The best rows so far.
struct Kept {
    limit: usize,
    /// The worst on top.
    heap: BinaryHeap<(Place, usize)>,
    /// A place that no row of the result is behind.
    worst: Option<Place>,
    scored: usize,
}

impl Kept {
    fn new(limit: usize, worst: Option<Place>) -> Self {
        Self { limit, heap: BinaryHeap::new(), worst, scored: 0 }
    }

    /// Whether a row at this place at best could be in the result.
    fn may_enter(&self, place: Place) -> bool {
        self.worst.is_none_or(|worst| place <= worst)
    }

    fn offer(&mut self, place: Place, row: usize) {
        self.scored += 1;
        if !self.may_enter(place) {
            return;
        }
        self.heap.push((place, row));
        if self.heap.len() > self.limit {
            self.heap.pop();
        }
        if self.heap.len() == self.limit {
            let last = self.heap.peek().map(|(place, _)| *place);
            self.worst = [last, self.worst].into_iter().flatten().min();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_that_promise_too_much_change_nothing() {
        let exact: Vec<u16> = (0..3_000u32).map(|row| (row * 7_919 % 997) as u16 + 1).collect();
        let bounds: Vec<Standing> =
            exact.iter().enumerate().map(|(row, points)| Standing(points + (row % 40) as u16)).collect();
        let id = |row: usize| (row as u128 * 31) % 3_001;
        let mut all: Vec<usize> = (0..exact.len()).collect();
        all.sort_by_key(|row| (Reverse(exact[*row]), id(*row)));
        for limit in [1, 7, 50, 2_999, 5_000] {
            let found = best(&bounds, limit, id, |row| Standing(exact[row]));
            assert_eq!(found.rows, all[..limit.min(all.len())]);
        }
    }

    #[test]
    fn among_equals_only_lower_ids_are_scored() {
        let bounds = vec![Standing(5); 100_000];
        let found = best(&bounds, 10, |row| row as u128, |_| Standing(5));
        assert_eq!(found.rows, (0..10).collect::<Vec<_>>());
        assert!(found.scored < 100, "{}", found.scored);
    }

    #[test]
    fn removed_rows_never_come_back() {
        let found = best(&[Standing::REMOVED, Standing(1)], 5, |row| row as u128, |_| Standing(1));
        assert_eq!(found.rows, [1]);
    }
}
