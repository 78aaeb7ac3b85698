//! The highest total nearly, whatever the size and however quotas cross: an auction in which each cap has a
//! price (Bertsekas 1988).
//!
//! Whoever has no place bids for the pair that gains most beyond the prices: what it is worth more than
//! the next best opening, and a small raise. Where a cap is exceeded, whoever has least of the bid left
//! under present prices goes, and the price rises to where the next would go.
#![expect(clippy::indexing_slicing, reason = "people, cells and caps are numbered as the lists here are")]

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::Allocation;
use super::bound::Prices;
use super::caps::Ledger;
use super::case::Case;
use super::fill::{best_score_first, by_regret, fill};
use super::sounding;

/// The raise without quotas, coarse first: the mean of everybody's best score is divided by this.
const PLAIN_ROUNDS: [i64; 2] = [250, 1_000];
/// A gap of so many percent needs no finer round.
const NARROW: f64 = 0.1;
/// The same of each round under quotas, which follow where prices were found by sounding …
const ROUNDS: [i64; 6] = [10, 40, 160, 500, 1_500, 4_000];
/// … unless there are so many pairs that they would take long and bring little.
const MANY: usize = 1_000_000;
/// Pairs looked at in a round until the raise doubles.
const PLAIN_PATIENCE: u64 = 1_000_000_000;
const PATIENCE: u64 = 500_000_000;

/// Allocates by auction.
pub(super) fn solve(case: &Case) -> Allocation {
    let best = |person| case.choices(person).map(|(_, score)| score).max();
    let (mut sum, mut many) = (0_u64, 0_u64);
    for score in (0..case.people() as u32).filter_map(best) {
        (sum, many) = (sum + score, many + 1);
    }
    let mean = (sum / many.max(1)).cast_signed();
    if case.caps.has_quotas() { under_quotas(case, mean) } else { under_seats(case, mean) }
}

/// Every round begins without prices, so that seats stay empty at a price of 0 alone.
fn under_seats(case: &Case, mean: i64) -> Allocation {
    let mut found: Option<Allocation> = None;
    for share in PLAIN_ROUNDS {
        let mut prices = Prices::none(case);
        let mut placed = Auction::hold(case, &mut prices, (mean / share).max(1), PLAIN_PATIENCE);
        fill(case, &mut placed);
        let next = Allocation::of(case, placed, (prices.bound(case), &prices));
        let best = match found.take() {
            Some(before) => better(next, before),
            None => next,
        };
        if best.gap_percent() <= NARROW {
            return best;
        }
        found = Some(best);
    }
    found.unwrap_or_else(|| plainly(case))
}

/// Best score first, at no prices.
fn plainly(case: &Case) -> Allocation {
    let mut placed = best_score_first(case);
    fill(case, &mut placed);
    let prices = Prices::none(case);
    Allocation::of(case, placed, (prices.bound(case), &prices))
}

/// Prices by sounding, and people to them by regret. In smaller cases rounds of the auction follow, whose prices go
/// on from round to round, ever more finely: each begins a little below those that the one before ended with, and
/// at none for caps that it left room in.
fn under_quotas(case: &Case, mean: i64) -> Allocation {
    let mut prices = sounding::prices(case, mean);
    let mut placed = by_regret(case, &prices);
    fill(case, &mut placed);
    let found = Allocation::of(case, placed, (prices.bound(case), &prices));
    let mut found = better(found, plainly(case));
    if found.gap_percent() <= NARROW || case.pairs() > MANY {
        return found;
    }
    prices = prices.lowered(case, |_| (mean / ROUNDS[0]).saturating_mul(2));
    for share in ROUNDS {
        let raise = (mean / share).max(1);
        let mut placed = Auction::hold(case, &mut prices, raise, PATIENCE);
        let ledger = Ledger::of(&case.caps, &placed);
        let idle = |cap: u32| !ledger.is_full(cap);
        let settled = prices.lowered(case, |cap| if idle(cap) { i64::MAX } else { 0 });
        fill(case, &mut placed);
        for prices in [&prices, &settled] {
            let bound = prices.bound(case);
            found = better(Allocation::of(case, placed.clone(), (bound, prices)), found);
        }
        if found.gap_percent() <= NARROW {
            return found;
        }
        prices = settled.lowered(case, |_| raise.saturating_mul(2));
    }
    found
}

/// The higher total of the two with the lower bound and its prices.
fn better(one: Allocation, other: Allocation) -> Allocation {
    let (placed, total) =
        if one.total > other.total { (one.placed, one.total) } else { (other.placed, other.total) };
    let proof = if one.bound < other.bound {
        (one.bound, one.seat_prices, one.quota_prices)
    } else {
        (other.bound, other.seat_prices, other.quota_prices)
    };
    let (bound, seat_prices, quota_prices) = proof;
    Allocation {
        exact: bound == Some(total),
        placed,
        total,
        bound,
        seat_prices,
        quota_prices,
        blocking: None,
    }
}

/// Bids of those who hold a place in a cell; the lowest on top, among equals that of the higher number.
type Bids = BinaryHeap<(Reverse<i64>, u32)>;

struct Auction<'a> {
    case: &'a Case,
    prices: &'a mut Prices,
    ledger: Ledger<'a>,
    bids: Vec<Bids>,
    placed: Vec<Option<u32>>,
    waiting: VecDeque<u32>,
    work: u64,
}

impl<'a> Auction<'a> {
    /// Lets everybody bid until nobody would bid more. The raise doubles whenever patience ends.
    fn hold(case: &'a Case, prices: &'a mut Prices, mut raise: i64, patience: u64) -> Vec<Option<u32>> {
        let mut auction = Self {
            case,
            prices,
            ledger: Ledger::new(&case.caps),
            bids: vec![Bids::new(); case.caps.cell_count()],
            placed: vec![None; case.people()],
            waiting: (0..case.people() as u32).collect(),
            work: 0,
        };
        let mut until = patience;
        while let Some(person) = auction.waiting.pop_front() {
            auction.bid(person, raise);
            if auction.work > until {
                raise = raise.saturating_mul(2);
                until += patience / 4;
            }
        }
        auction.placed
    }

    fn bid(&mut self, person: u32, raise: i64) {
        let (openings, scores) = self.case.row(person);
        self.work += openings.len() as u64 + 1;
        let Some(any) = openings.first() else { return };
        let first_cell = self.case.caps.first_cell(person);
        let cells = &self.prices.of_cells[first_cell..];
        let (mut best, mut second, mut opening, mut worth) = (0, 0, *any, 0);
        for (at, score) in openings.iter().zip(scores) {
            let gain = score.cast_signed() - cells[*at as usize];
            if gain > best {
                (second, best) = (best, gain);
                (opening, worth) = (*at, score.cast_signed());
            } else if gain > second {
                second = gain;
            }
        }
        if best <= 0 {
            return;
        }
        let cell = first_cell + opening as usize;
        self.bids[cell].push((Reverse(worth - second + raise), person));
        self.ledger.add(cell);
        self.placed[person as usize] = Some(opening);
        while let Some(cap) = self.ledger.exceeded(cell) {
            self.send_away(cap);
        }
    }

    /// Frees a place under a cap, and raises its price to where the next would go.
    fn send_away(&mut self, cap: u32) {
        self.work += self.case.caps.under(cap).len() as u64;
        let Some((left, Reverse(person), cell)) = self.weakest(cap) else { return };
        self.bids[cell].pop();
        self.ledger.remove(cell);
        self.placed[person as usize] = None;
        self.waiting.push_back(person);
        let rise = self.weakest(cap).map_or(left, |(left, _, _)| left);
        if rise > 0 {
            self.prices.change(self.case, cap, rise);
        }
    }

    /// Who has least of the bid left under a cap: how much, who, and in which cell.
    fn weakest(&self, cap: u32) -> Option<(i64, Reverse<u32>, usize)> {
        let tops = self.case.caps.under(cap).iter().filter_map(|cell| {
            let cell = *cell as usize;
            let (Reverse(bid), person) = self.bids[cell].peek()?;
            Some((bid - self.prices.of_cells[cell], Reverse(*person), cell))
        });
        tops.min()
    }
}
