//! A stable allocation: people propose, the lowest standing is refused where a cap is exceeded (Gale and
//! Shapley 1962; several contracts under nested caps as Hatfield and Milgrom 2005).
#![expect(clippy::indexing_slicing, reason = "people, cells and caps are numbered as the lists here are")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Allocation;
use super::caps::Ledger;
use super::case::Case;

/// Where a proposal stands; the lowest is least: by score, then the higher number of the person, then that of
/// the opening.
pub(super) type Standing = (u64, Reverse<u32>, Reverse<u32>);

/// Proposals that are held in each cell, the lowest standing on top.
type Held = Vec<BinaryHeap<Reverse<Standing>>>;

/// The lowest standing under a cap, and the cell that holds it.
fn lowest(case: &Case, held: &Held, cap: u32) -> Option<(Standing, usize)> {
    let tops = case.caps.under(cap).iter().filter_map(|cell| {
        let Reverse(standing) = held[*cell as usize].peek()?;
        Some((*standing, *cell as usize))
    });
    tops.min()
}

/// The allocation that people's proposals lead to, with the number of pairs that block it: 0 where all caps
/// nest, as seats alone do.
pub fn stable(case: &Case) -> Allocation {
    let everybody = 0..case.people() as u32;
    let mut lists: Vec<std::vec::IntoIter<(u32, u64)>> =
        everybody.clone().map(|person| case.preferred(person).into_iter()).collect();
    let mut held: Held = vec![BinaryHeap::new(); case.caps.cell_count()];
    let mut ledger = Ledger::new(&case.caps);
    let mut placed = vec![None; case.people()];
    let mut waiting: Vec<u32> = everybody.rev().collect();
    while let Some(person) = waiting.pop() {
        let Some((opening, score)) = lists[person as usize].next() else { continue };
        let cell = case.caps.cell(person, opening);
        held[cell].push(Reverse((score, Reverse(person), Reverse(opening))));
        ledger.add(cell);
        placed[person as usize] = Some(opening);
        while let Some(cap) = ledger.exceeded(cell) {
            let Some(((_, Reverse(refused), _), from)) = lowest(case, &held, cap) else { break };
            held[from].pop();
            ledger.remove(from);
            placed[refused as usize] = None;
            waiting.push(refused);
        }
    }
    drop(held);
    let blocking = Some(blocking(case, &placed));
    let total = case.total(&placed);
    let (seat_prices, quota_prices) = (Vec::new(), Vec::new());
    Allocation { placed, total, bound: None, exact: false, seat_prices, quota_prices, blocking }
}

/// How many pairs block an allocation: the person would rather come there, and each cap that this needs has a
/// place free or one held by a lower standing.
pub(super) fn blocking(case: &Case, placed: &[Option<u32>]) -> u64 {
    let ledger = Ledger::of(&case.caps, placed);
    let last = last_standings(case, placed);
    let mut pairs = 0;
    for (person, now) in (0..).zip(placed) {
        for (opening, score) in case.preferred(person) {
            if Some(opening) == *now {
                break;
            }
            let standing = (score, Reverse(person), Reverse(opening));
            let over = case.caps.over(case.caps.cell(person, opening)).iter();
            let yields =
                |cap: &u32| !ledger.is_full(*cap) || last[*cap as usize].is_some_and(|last| last < standing);
            pairs += u64::from(over.copied().all(|cap| yields(&cap)));
        }
    }
    pairs
}

/// The lowest standing that is held under each cap.
pub(super) fn last_standings(case: &Case, placed: &[Option<u32>]) -> Vec<Option<Standing>> {
    let mut last: Vec<Option<Standing>> = vec![None; case.caps.most.len()];
    for (person, opening) in (0..).zip(placed) {
        let Some((opening, score)) = opening.and_then(|at| Some((at, case.score(person, at)?))) else {
            continue;
        };
        let standing = (score, Reverse(person), Reverse(opening));
        for cap in case.caps.over(case.caps.cell(person, opening)) {
            let known = last[*cap as usize].get_or_insert(standing);
            *known = standing.min(*known);
        }
    }
    last
}
