//! Prices under which about as many want each cap as it holds, however caps cross.
//!
//! The bound is convex in the prices, and its slope in the price of a cap is what the cap holds less what is wanted
//! under it. Each price follows the sign of that by a step of its own, which grows while the sign stays and halves
//! when it turns (Riedmiller and Braun 1993, Rprop): prices of crossing caps settle side by side, without one step for
//! all. First a part of the people is asked, whose answers stand for all, then everybody.
#![expect(clippy::indexing_slicing, reason = "prices are numbered as caps are, sums as cells")]

use super::bound::Prices;
use super::case::Case;

/// Rounds, and of how many people one is asked in them.
const ROUNDS: [(usize, u32); 2] = [(400, 4), (300, 1)];
/// Fewer people are all asked.
const FEW: usize = 4_000;
/// The first step, the longest and the shortest: parts of the mean of everybody's best score.
const FIRST: i64 = 20;
const LONGEST: i64 = 5;
const SHORTEST: i64 = 50_000;

/// How a price moves.
#[derive(Clone, Copy)]
struct Step {
    length: i64,
    /// The last direction: up, down, or none.
    sign: i64,
}

/// Prices with a low bound; `mean` is the mean of everybody's best score.
pub(super) fn prices(case: &Case, mean: i64) -> Prices {
    let first = Step { length: (mean / FIRST).max(1), sign: 0 };
    let (longest, shortest) = ((mean / LONGEST).max(1), (mean / SHORTEST).max(1));
    let mut prices = Prices::none(case);
    let mut steps = vec![first; prices.of_caps.len()];
    let mut best = (prices.bound(case), prices.clone());
    for (rounds, one_in) in ROUNDS {
        if one_in > 1 && case.people() < FEW {
            continue;
        }
        for _ in 0..rounds {
            let (wanted, gained) = asked(case, &prices, one_in);
            if one_in == 1 {
                let bound = prices.with_gains(case, gained);
                if bound < best.0 {
                    best = (bound, prices.clone());
                }
            }
            for (cap, step) in steps.iter_mut().enumerate() {
                let more = i64::from(wanted[cap]) * i64::from(one_in) - i64::from(case.caps.most[cap]);
                let sign = if prices.of_caps[cap] == 0 { more.signum().max(0) } else { more.signum() };
                step.length = match sign * step.sign {
                    1 => (step.length + step.length / 5 + 1).min(longest),
                    -1 => (step.length / 2).max(shortest),
                    _ => step.length,
                };
                step.sign = sign;
                let by = (sign * step.length).max(-prices.of_caps[cap]);
                if by != 0 {
                    prices.change(case, cap as u32, by);
                }
            }
        }
    }
    best.1
}

/// How many people want each cap at these prices, and what they gain beyond them; of every `one_in`th person.
fn asked(case: &Case, prices: &Prices, one_in: u32) -> (Vec<u32>, i128) {
    let mut of_cells = vec![0_u32; prices.of_cells.len()];
    let mut gained = 0_i128;
    for person in (0..case.people() as u32).step_by(one_in as usize) {
        if let Some((cell, gain)) = best(case, prices, person) {
            of_cells[cell] += 1;
            gained += i128::from(gain);
        }
    }
    let mut wanted = vec![0; prices.of_caps.len()];
    for (cell, many) in of_cells.into_iter().enumerate().filter(|(_, many)| *many > 0) {
        for cap in case.caps.over(cell) {
            wanted[*cap as usize] += many;
        }
    }
    (wanted, gained)
}

/// Where a person gains most beyond the prices, and how much; none who would rather stay out.
fn best(case: &Case, prices: &Prices, person: u32) -> Option<(usize, i64)> {
    let (openings, scores) = case.row(person);
    let first = case.caps.first_cell(person);
    let cells = prices.of_cells.get(first..).unwrap_or_default();
    let (mut most, mut at) = (0, None);
    for (opening, score) in openings.iter().zip(scores) {
        let gain = score.cast_signed() - cells[*opening as usize];
        if gain > most {
            (most, at) = (gain, Some(*opening));
        }
    }
    at.map(|opening| (first + opening as usize, most))
}
