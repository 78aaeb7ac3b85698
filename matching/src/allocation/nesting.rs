//! Do caps nest, so that of two that overlap one lies inside the other?
#![expect(clippy::indexing_slicing, reason = "caps are numbered as the lists here are")]

use super::caps::Caps;

/// The caps over which seats flow: around each the next larger one, if any.
pub(super) struct Nested {
    /// The caps in question, the smallest first.
    pub(super) caps: Vec<u32>,
    /// For every cap whether it is one of them.
    pub(super) counts: Vec<bool>,
    /// For every cap the next larger one around it.
    pub(super) around: Vec<Option<u32>>,
}

impl Nested {
    /// The nesting of those caps that `counts`; none if two of them cross.
    pub(super) fn of(caps: &Caps, counts: impl Fn(u32) -> bool) -> Option<Self> {
        let all = caps.most.len();
        let counts: Vec<bool> = (0..all as u32).map(counts).collect();
        let mut members: Vec<u32> = (0..all as u32).filter(|cap| counts[*cap as usize]).collect();
        let size = |cap: &u32| (caps.under(*cap).len(), *cap);
        members.sort_by_key(size);
        let mut around: Vec<Option<Option<u32>>> = vec![None; all];
        for cell in 0..caps.cell_count() {
            let mut chain: Vec<u32> = caps.over(cell).to_vec();
            chain.retain(|cap| counts[*cap as usize]);
            chain.sort_by_key(size);
            let nexts = chain.iter().copied().skip(1).map(Some).chain([None]);
            for (cap, next) in chain.iter().zip(nexts) {
                let known = *around[*cap as usize].get_or_insert(next);
                if known != next {
                    return None;
                }
            }
        }
        Some(Self { caps: members, counts, around: around.into_iter().map(Option::flatten).collect() })
    }
}

/// Does a cap cover all openings of every kind of people that it covers?
pub(super) fn covers_all_openings(caps: &Caps, openings: usize, cap: u32) -> bool {
    let cells = caps.under(cap);
    // Cells of one kind follow each other: whole kinds are runs as long as there are openings.
    (cap as usize) >= openings && cells.len().is_multiple_of(openings.max(1)) && {
        cells.chunks(openings.max(1)).all(|kind| {
            kind.first().is_some_and(|first| (*first as usize).is_multiple_of(openings))
                && kind
                    .last()
                    .zip(kind.first())
                    .is_some_and(|(last, first)| (last - first) as usize == openings - 1)
        })
    }
}
