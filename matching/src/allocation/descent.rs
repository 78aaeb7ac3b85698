//! The lowest value of a smooth convex function where no coordinate falls below 0.
//!
//! Steps are those of a limited-memory quasi-Newton method (Liu and Nocedal 1989, L-BFGS) in the coordinates that may
//! move, and are cut off at 0 (Bertsekas 1982, projected Newton).

use std::collections::VecDeque;

/// Past steps that are remembered.
const MEMORY: usize = 10;
/// A step must bring this part of what the slope promises (Armijo).
const ENOUGH: f64 = 1e-4;
/// How often a step is halved before the search is over.
const HALVINGS: usize = 20;
/// Steps in a row that bring next to nothing, before the search is over.
const STILL: usize = 3;

/// When is a search over? After so many rounds, or where steps lower the value by less than this part of it.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    pub(super) rounds: usize,
    pub(super) part: f64,
}

/// A step and how the slope changed over it.
struct Past {
    step: Vec<f64>,
    turn: Vec<f64>,
}

/// Lowers `value`, which returns a value and its slope at a point, from `point` on; returns where it got to.
pub(super) fn lowest(
    mut point: Vec<f64>,
    patience: Patience,
    mut value: impl FnMut(&[f64]) -> (f64, Vec<f64>),
) -> Vec<f64> {
    let (mut height, mut slope) = value(&point);
    let mut past: VecDeque<Past> = VecDeque::new();
    let mut still = 0;
    for _ in 0..patience.rounds {
        let falls = |at| slope.get(at).is_some_and(|slope: &f64| *slope < 0.0);
        let free = masked(&slope, |at| point.get(at).is_some_and(|x| *x > 0.0) || falls(at));
        let mut way = direction(&free, &past);
        if dot(&way, &free) >= 0.0 {
            past.clear();
            way = direction(&free, &past);
        }
        let Some((next, lower, steeper)) = step(&point, (height, &slope), &way, &mut value) else {
            if past.is_empty() {
                break;
            }
            past.clear();
            continue;
        };
        let moved = Past { step: difference(&next, &point), turn: difference(&steeper, &slope) };
        if dot(&moved.step, &moved.turn) > f64::EPSILON * dot(&moved.turn, &moved.turn) {
            past.push_back(moved);
            if past.len() > MEMORY {
                past.pop_front();
            }
        }
        still = if height - lower < patience.part * height.abs() { still + 1 } else { 0 };
        (point, height, slope) = (next, lower, steeper);
        if still == STILL {
            break;
        }
    }
    point
}

/// The next point along a way with its value and slope: the longest step tried that lowers the value enough.
fn step(
    point: &[f64],
    (height, slope): (f64, &[f64]),
    way: &[f64],
    value: &mut impl FnMut(&[f64]) -> (f64, Vec<f64>),
) -> Option<(Vec<f64>, f64, Vec<f64>)> {
    let mut length = 1.0;
    for _ in 0..HALVINGS {
        let next: Vec<f64> = point.iter().zip(way).map(|(x, by)| (x + length * by).max(0.0)).collect();
        let promised = dot(slope, &difference(&next, point));
        if promised >= 0.0 {
            return None;
        }
        let (lower, steeper) = value(&next);
        if lower <= height + ENOUGH * promised {
            return Some((next, lower, steeper));
        }
        length /= 2.0;
    }
    None
}

/// Where to go from a slope, as past steps tell (two loops of Nocedal 1980); `free` is 0 where a coordinate is held.
fn direction(free: &[f64], past: &VecDeque<Past>) -> Vec<f64> {
    let mut way: Vec<f64> = free.iter().map(|slope| -slope).collect();
    let mut shares = Vec::new();
    for Past { step, turn } in past.iter().rev() {
        let share = dot(step, &way) / dot(step, turn);
        add(&mut way, turn, -share);
        shares.push(share);
    }
    let scale = match past.back() {
        Some(Past { step, turn }) => dot(step, turn) / dot(turn, turn),
        // The first step moves by one in all.
        None => 1.0 / free.iter().map(|slope| slope.abs()).sum::<f64>().max(f64::MIN_POSITIVE),
    };
    for by in &mut way {
        *by *= scale;
    }
    for (Past { step, turn }, share) in past.iter().zip(shares.into_iter().rev()) {
        let back = dot(turn, &way) / dot(step, turn);
        add(&mut way, step, share - back);
    }
    for (by, slope) in way.iter_mut().zip(free) {
        if *slope == 0.0 {
            *by = 0.0;
        }
    }
    way
}

fn masked(list: &[f64], keep: impl Fn(usize) -> bool) -> Vec<f64> {
    list.iter().enumerate().map(|(at, value)| if keep(at) { *value } else { 0.0 }).collect()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn difference(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(a, b)| a - b).collect()
}

fn add(list: &mut [f64], other: &[f64], times: f64) {
    for (a, b) in list.iter_mut().zip(other) {
        *a += times * b;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        /// Squares of sums of coordinates: convex, and as crooked as prices of caps that overlap.
        #[test]
        fn no_coordinate_can_be_moved_to_where_the_value_is_lower(
            rows in vec((vec(-2.0..3.0_f64, 5), -4.0..4.0_f64), 5..9),
            from in vec(0.0..5.0_f64, 5),
        ) {
            let value = |point: &[f64]| {
                let mut slope: Vec<f64> = point.iter().map(|x| x / 50.0).collect();
                let mut height = dot(point, point) / 100.0;
                for (row, aim) in &rows {
                    let miss = dot(row, point) - aim;
                    height += miss * miss;
                    add(&mut slope, row, 2.0 * miss);
                }
                (height, slope)
            };
            let found = lowest(from, Patience { rounds: 2_000, part: 1e-12 }, value);
            prop_assert!(found.iter().all(|x| *x >= 0.0));
            let (_, slope) = value(&found);
            for (x, slope) in found.iter().zip(slope) {
                prop_assert!(slope > -1e-2 && (*x == 0.0 || slope < 1e-2), "{x} {slope}");
            }
        }
    }
}
