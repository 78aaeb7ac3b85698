//! Who are the best, exactly, when every row has an upper bound and any row can be scored?

use std::cmp::Reverse;

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
    /// One more than the best standing.
    const ALL: usize = 1 << 15;

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

/// Rows with their exact standing; the natural order of the key is best first.
type Scored = ((Reverse<Standing>, u128), usize);

/// Rows between two looks at whether any bound reaches.
const BLOCK: usize = 256;

/// The best `limit` rows by exact standing, ties by the lower id.
///
/// First everyone whose bound is among the best `limit` bounds is scored. The worst standing kept then is a
/// threshold that no final row can be below, so that only those whose bound reaches it are scored as well.
/// `exact` must never exceed the bound of its row.
pub(crate) fn best(
    bounds: &[Standing],
    limit: usize,
    id: impl Fn(usize) -> u128,
    exact: impl Fn(usize) -> Standing,
) -> Best {
    if limit == 0 {
        return Best { rows: Vec::new(), scored: 0 };
    }
    let first = cut(bounds, limit);
    let mut scored = 0;
    let mut kept: Vec<Scored> = Vec::new();
    for (low, high) in [(first, Standing(u16::MAX)), (Standing(1), first)] {
        let mut low = low;
        let mut worst: Option<(Reverse<Standing>, u128)> = None;
        if high == first {
            worst = shorten(&mut kept, limit);
            low = worst.map_or(low, |(Reverse(standing), _)| low.max(standing));
        }
        for row in reaching(bounds, low, high) {
            let bound = bounds.get(row).copied().unwrap_or(Standing::REMOVED);
            let key = id(row);
            if worst.is_some_and(|worst| (Reverse(bound), key) > worst) {
                continue;
            }
            scored += 1;
            kept.push(((Reverse(exact(row)), key), row));
            if kept.len() >= 2 * limit + BLOCK {
                worst = shorten(&mut kept, limit);
            }
        }
    }
    shorten(&mut kept, limit);
    Best { rows: kept.into_iter().map(|(_, row)| row).collect(), scored }
}

/// Keeps the best `limit` in order; the last of them when there are that many.
fn shorten(kept: &mut Vec<Scored>, limit: usize) -> Option<(Reverse<Standing>, u128)> {
    kept.sort_unstable();
    kept.truncate(limit);
    if kept.len() < limit { None } else { kept.last().map(|(key, _)| *key) }
}

/// The highest standing that at least `limit` bounds reach; the lowest of a present row if there are fewer.
fn cut(bounds: &[Standing], limit: usize) -> Standing {
    let mut counts = vec![0usize; Standing::ALL];
    for bound in bounds {
        if let Some(count) = counts.get_mut(usize::from(bound.0)) {
            *count += 1;
        }
    }
    let mut above = 0;
    for (standing, count) in counts.iter().enumerate().skip(1).rev() {
        above += count;
        if above >= limit {
            return Standing(standing as u16);
        }
    }
    Standing(1)
}

/// The rows whose bound is at least `low` and below `high`, skipping blocks without any.
fn reaching(bounds: &[Standing], low: Standing, high: Standing) -> impl Iterator<Item = usize> {
    let wanted = move |bound: &Standing| *bound >= low && *bound < high;
    bounds.chunks(BLOCK).enumerate().flat_map(move |(block, chunk)| {
        let any = chunk.iter().fold(false, |any, bound| any | wanted(bound));
        let chunk = if any { chunk } else { &[] };
        let rows = chunk.iter().enumerate().filter(move |(_, bound)| wanted(bound));
        rows.map(move |(offset, _)| block * BLOCK + offset)
    })
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
        assert!(found.scored < 1_000, "{}", found.scored);
    }

    #[test]
    fn removed_rows_never_come_back() {
        let found = best(&[Standing::REMOVED, Standing(1)], 5, |row| row as u128, |_| Standing(1));
        assert_eq!(found.rows, [1]);
    }
}
