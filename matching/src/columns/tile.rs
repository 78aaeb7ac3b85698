//! From points to standings, for all entries of a block at once.

#![expect(clippy::inline_always, reason = "what is not inlined into its twin is compiled for any processor")]

use super::dispatch::Kernel;
use super::table::{BLOCK, LANES};
use super::visit::Standings;
use crate::Score;
use crate::rank::Standing;

/// Points of the entries of a block, added up part by part.
pub(super) type Points = [f32; BLOCK];
/// What lists add to the entries of a block.
pub(super) type Listed = [u16; BLOCK];
/// Non-zero for entries of a block that certainly fail a condition.
pub(super) type Failing = [u8; BLOCK];

/// Adding this to a small number leaves its nearest whole in the low bits of the sum.
const ROUNDING: f32 = 8_388_608.0;

/// Without a branch: rounds to the nearest, which is never below whole points of which the number falls
/// short by less than a half.
#[inline(always)]
pub(super) fn standing(points: f32, listed: u16, failing: u8) -> u16 {
    let points = (points + ROUNDING).to_bits() as u16;
    let points = points.saturating_add(listed).min(Score::FULL.get());
    1 + points + if failing == 0 { Standing::FIT } else { 0 }
}

/// The highest of the first `length`.
#[inline(always)]
pub(super) fn highest(points: &Points, length: usize) -> f32 {
    let mut lanes = [0f32; LANES];
    let (rounds, _) = points.get(..length).unwrap_or(points).as_chunks::<LANES>();
    for round in rounds {
        lanes.iter_mut().zip(round).for_each(|(lane, points)| *lane = lane.max(*points));
    }
    lanes.into_iter().fold(0.0, f32::max)
}

/// Bounds the entries of a block by all they have; whether any reaches `worst`.
pub(super) struct Stand<'a> {
    pub(super) points: &'a Points,
    pub(super) listed: &'a Listed,
    pub(super) failing: &'a Failing,
    pub(super) length: usize,
    pub(super) worst: u16,
    pub(super) standings: &'a mut Standings,
}

impl Kernel for Stand<'_> {
    type Output = bool;

    #[inline(always)]
    fn run(self) -> bool {
        let rows = self.points.iter().zip(self.listed).zip(self.failing);
        let length = self.length.next_multiple_of(LANES).min(BLOCK);
        let mut top = 0;
        for (slot, ((points, listed), failing)) in self.standings.iter_mut().zip(rows).take(length) {
            *slot = standing(*points, *listed, *failing);
            top = top.max(*slot);
        }
        top >= self.worst
    }
}
