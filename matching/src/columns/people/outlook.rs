//! What can anybody in a block score at most, by the facts that are one value each?
//!
//! The loops of the tiles, over blocks instead of people: the best of each fact, or what an unknown one
//! brings where that is more and somebody did not say.

#![expect(clippy::inline_always, reason = "what is not inlined into its twin is compiled for any processor")]

use super::hot::{NOWHERE, flag};
use super::outline::{Outline, unknown};
use super::wants::{KM_PER_HUNDREDTH, Level, Months, ROUNDED_KM, Wants, Way};
use crate::Parts;
use crate::columns::dispatch::Kernel;
use crate::formula::{availability, distance, qualification, wage};

/// Bounds all blocks by everything but what is listed.
pub(super) struct Outlook<'a> {
    pub(super) wants: &'a Wants,
    pub(super) outline: Outline<'a>,
    pub(super) groups: &'a [u16],
    /// One for each block.
    pub(super) points: &'a mut [f32],
}

impl Kernel for Outlook<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { wants, outline, groups, points } = self;
        for (slot, (group, grade)) in points.iter_mut().zip(groups.iter().zip(outline.grade)) {
            *slot = wants.base + wants.slope(*group) * (90.0 + f32::from(*grade));
        }
        if let Some(level) = &wants.qualification {
            qualifications(level, &outline, points);
        }
        if let Some(months) = &wants.experience {
            experience(months, &outline, points);
        }
        match wants.place {
            Way::Same => {}
            Way::Abroad => abroad(outline.all, outline.any, points),
            Way::Kilometres { north, east, shrinking } => {
                kilometres([north, east, shrinking], &outline, points);
            }
        }
        if let Some(per_unit) = wants.wage {
            wages(per_unit, &outline, points);
        }
        if let Some(starts) = wants.starts {
            days(starts, &outline, points);
        }
    }
}

/// The known best, or what is unknown where that brings more.
#[inline(always)]
fn either(known: f32, unknown: f32, flags: u8, bit: u8) -> f32 {
    if flags & bit == 0 { known } else { known.max(unknown) }
}

#[inline(always)]
fn qualifications(level: &Level, outline: &Outline<'_>, points: &mut [f32]) {
    let (full, each) = (f32::from(Parts::FULL.qualification), f32::from(qualification::PER_LEVEL));
    let columns = outline.qualification.iter().zip(outline.unknown);
    for (slot, (has, flags)) in points.iter_mut().zip(columns) {
        let missing = (level.wanted - f32::from(*has)).max(0.0);
        let known = (full - each * missing).max(0.0);
        *slot += either(known, level.unknown, *flags, unknown::QUALIFICATION);
    }
}

#[inline(always)]
fn experience(months: &Months, outline: &Outline<'_>, points: &mut [f32]) {
    for (slot, (has, flags)) in points.iter_mut().zip(outline.experience.iter().zip(outline.unknown)) {
        let known = f32::from(*has).min(months.wanted) * months.each;
        *slot += either(known, months.unknown, *flags, unknown::EXPERIENCE);
    }
}

#[inline(always)]
fn abroad(all: &[u8], any: &[u8], points: &mut [f32]) {
    for (slot, (all, any)) in points.iter_mut().zip(all.iter().zip(any)) {
        let goes = if any & flag::GOES == 0 { distance::UNKNOWN } else { distance::FULL };
        *slot += f32::from(if all & flag::STAYS == 0 { goes } else { 0 });
    }
}

#[inline(always)]
fn kilometres([north, east, shrinking]: [f32; 3], outline: &Outline<'_>, points: &mut [f32]) {
    let half_way = distance::HALF_WAY_KM as f32;
    let most = f32::from(distance::FULL) * half_way;
    let upright = outline.south.iter().zip(outline.north);
    let across = outline.west.iter().zip(outline.east);
    let rest = outline.reach.iter().zip(outline.unknown);
    for (slot, ((upright, across), (reach, flags))) in points.iter_mut().zip(upright.zip(across).zip(rest)) {
        let (west, east_most) = (f32::from(*across.0) - east, f32::from(*across.1) - east);
        let around = 36_000.0 - west.abs().max(east_most.abs());
        let x = (west.max(-east_most).max(0.0)).min(around).max(0.0) * shrinking;
        let (south, north_most) = (f32::from(*upright.0) - north, f32::from(*upright.1) - north);
        let y = south.max(-north_most).max(0.0) * KM_PER_HUNDREDTH;
        let km = ((x * x + y * y).sqrt() - ROUNDED_KM).max(0.0);
        let near = most / (km + half_way);
        let within = if km > f32::from(*reach) || *upright.0 == NOWHERE { 0.0 } else { near };
        *slot += either(within, f32::from(distance::UNKNOWN), *flags, unknown::POSITION);
    }
}

#[inline(always)]
fn wages(per_unit: f32, outline: &Outline<'_>, points: &mut [f32]) {
    let full = f32::from(wage::FULL);
    for (slot, (wish, flags)) in points.iter_mut().zip(outline.wish.iter().zip(outline.unknown)) {
        let known = (2.0 * full - f32::from(*wish) * per_unit).clamp(0.0, full);
        *slot += either(known, f32::from(wage::UNKNOWN), *flags, unknown::WISH);
    }
}

#[inline(always)]
fn days(starts: f32, outline: &Outline<'_>, points: &mut [f32]) {
    let patience = f32::from(availability::PATIENCE);
    let per_day = f32::from(Parts::FULL.availability) / patience;
    for (slot, (from, flags)) in points.iter_mut().zip(outline.from.iter().zip(outline.unknown)) {
        let delay = (f32::from(*from) - starts).clamp(0.0, patience);
        let known = (patience - delay) * per_day;
        *slot += either(known, f32::from(availability::UNKNOWN), *flags, unknown::FROM);
    }
}
