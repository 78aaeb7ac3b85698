//! Prices under which about as many want each cap as it holds, however caps cross.
//!
//! The bound is convex in the prices, but has an edge wherever somebody would change over, and caps that overlap
//! share one price in many ways: methods that follow its slope creep. So people are first taken to spread over their
//! good choices by the exponent of what they gain (a logit model; Nesterov 2005 on smoothing): that bound has no
//! edges, and a [quasi-Newton method](super::descent) finds where it is lowest. Then they are taken to be ever more
//! decided, from the prices found before.
#![expect(
    clippy::indexing_slicing,
    reason = "prices are numbered as caps are, costs as cells, rows as people"
)]

use super::bound::Prices;
use super::case::Case;
use super::descent::{Patience, lowest};

/// How undecided people are taken to be, a gain over which one choice is e times as likely as another, in parts of the
/// mean of everybody's best score; and of how many people one is asked.
const STAGES: [(f64, usize); 3] = [(0.05, 4), (0.02, 1), (0.006, 1)];
/// Fewer people are all asked.
const FEW: usize = 4_000;
/// Rounds of each stage.
const PATIENCE: Patience = Patience { rounds: 150, part: 1e-6 };
/// What gains so many times the indecision less than the best is not chosen.
const UNLIKELY: f32 = 12.0;

/// Prices with a low bound; `mean` is the mean of everybody's best score.
pub(super) fn prices(case: &Case, mean: i64) -> Prices {
    let mut best = Prices::none(case);
    if mean == 0 {
        return best;
    }
    let unit = mean as f64;
    let crowd = Crowd::of(case, unit);
    let mut lowest_bound = best.bound(case);
    let mut point = vec![0.0; case.caps.most.len()];
    for (indecision, one_in) in STAGES {
        let one_in = if case.people() < FEW { 1 } else { one_in };
        point = lowest(point, PATIENCE, |prices| crowd.bound(prices, indecision as f32, one_in));
        let mut found = Prices::none(case);
        for (cap, price) in (0..).zip(&point) {
            found.change(case, cap, (price * unit).round() as i64);
        }
        let bound = found.bound(case);
        if bound < lowest_bound {
            (lowest_bound, best) = (bound, found);
        }
    }
    best
}

/// Everybody's scores, in parts of a unit.
struct Crowd<'a> {
    case: &'a Case,
    scores: Vec<f32>,
    starts: Vec<usize>,
}

impl<'a> Crowd<'a> {
    fn of(case: &'a Case, unit: f64) -> Self {
        let mut crowd = Self { case, scores: Vec::with_capacity(case.pairs()), starts: vec![0] };
        for person in 0..case.people() as u32 {
            crowd.scores.extend(case.row(person).1.iter().map(|score| (*score as f64 / unit) as f32));
            crowd.starts.push(crowd.scores.len());
        }
        crowd
    }

    /// The smooth bound at these prices, and its slope in each: what the cap holds less what is wanted under it.
    /// Of every `one_in`th person, who stands for so many.
    fn bound(&self, prices: &[f64], indecision: f32, one_in: usize) -> (f64, Vec<f64>) {
        let caps = &self.case.caps;
        let cost = |cell: usize| caps.over(cell).iter().map(|cap| prices[*cap as usize]).sum::<f64>() as f32;
        let costs: Vec<f32> = (0..caps.cell_count()).map(cost).collect();
        let mut wanted = vec![0.0_f64; costs.len()];
        let mut gained = 0.0;
        let (mut gains, mut likely) = (Vec::new(), Vec::new());
        for person in (0..self.case.people()).step_by(one_in) {
            let (openings, _) = self.case.row(person as u32);
            let scores = &self.scores[self.starts[person]..self.starts[person + 1]];
            let first = caps.first_cell(person as u32);
            gains.clear();
            match costs.get(first..first + openings.len()) {
                // Every opening is possible.
                Some(of_all) if openings.len() == self.case.openings() => {
                    gains.extend(scores.iter().zip(of_all).map(|(score, cost)| score - cost));
                }
                _ => gains.extend(
                    openings.iter().zip(scores).map(|(at, score)| score - costs[first + *at as usize]),
                ),
            }
            let most = highest(&gains);
            let odds = |gain: f32| ((gain - most) / indecision).exp();
            let mut all = odds(0.0);
            likely.clear();
            for (opening, gain) in
                openings.iter().zip(&gains).filter(|(_, gain)| **gain > most - UNLIKELY * indecision)
            {
                let chosen = odds(*gain);
                all += chosen;
                likely.push((first + *opening as usize, chosen));
            }
            for (cell, chosen) in &likely {
                wanted[*cell] += f64::from(chosen / all);
            }
            gained += f64::from(most) + f64::from(indecision) * f64::from(all).ln();
        }
        let times = one_in as f64;
        let mut slope: Vec<f64> = caps.most.iter().map(|most| f64::from(*most)).collect();
        let held: f64 = slope.iter().zip(prices).map(|(most, price)| most * price).sum();
        for (cell, wanted) in wanted.iter().enumerate().filter(|(_, wanted)| **wanted > 0.0) {
            for cap in caps.over(cell) {
                slope[*cap as usize] -= *wanted * times;
            }
        }
        (held + gained * times, slope)
    }
}

/// The highest gain, 0 by staying out.
fn highest(gains: &[f32]) -> f32 {
    // Eight at a time: one after the other each would wait for the one before.
    let mut most = [0.0_f32; 8];
    let eights = gains.chunks_exact(8);
    let rest = eights.remainder();
    for eight in eights {
        for (most, gain) in most.iter_mut().zip(eight) {
            *most = if *gain > *most { *gain } else { *most };
        }
    }
    most.iter().chain(rest).fold(0.0, |most, gain| most.max(*gain))
}
