//! What can the entries of a block score at most, by the facts that are one value each?
//!
//! Branch-free over arrays, in `f32`, so that the compiler turns the loops into vector code. Each bound is
//! at least the formula's own points for the row, which a property test holds.

#![expect(clippy::inline_always, reason = "what is not inlined into its twin is compiled for any processor")]

use super::hot::{Hot, NO_LEVEL, NONE, NOWHERE, flag};
use super::wants::{KM_PER_HUNDREDTH, Level, Months, ROUNDED_KM, Wants, Way};
use crate::Parts;
use crate::columns::dispatch::Kernel;
use crate::columns::tile::{Points, highest};
use crate::formula::{availability, distance, qualification, wage};

/// Bounds the entries of a block by everything but what they list; gives the highest.
pub(super) struct Facts<'a> {
    pub(super) wants: &'a Wants,
    pub(super) hot: Hot<'a>,
    /// Points above the floor for each step of 90 plus the grade.
    pub(super) slope: f32,
    pub(super) points: &'a mut Points,
}

impl Kernel for Facts<'_> {
    type Output = f32;

    #[inline(always)]
    fn run(self) -> f32 {
        let Self { wants, hot, slope, points } = self;
        occupation(wants.base + 90.0 * slope, slope, hot.grade, points);
        if let Some(level) = &wants.qualification {
            qualifications(level, hot.qualification, points);
        }
        if let Some(months) = &wants.experience {
            experience(months, hot.experience, points);
        }
        match wants.place {
            Way::Same => {}
            Way::Abroad => abroad(hot.flags, points),
            Way::Kilometres { north, east, shrinking } => kilometres([north, east, shrinking], &hot, points),
        }
        if let Some(per_unit) = wants.wage {
            wages(per_unit, hot.wish, points);
        }
        if let Some(starts) = wants.starts {
            days(starts, hot.from, points);
        }
        highest(points, hot.grade.len())
    }
}

#[inline(always)]
fn occupation(floor: f32, slope: f32, grades: &[u8], points: &mut Points) {
    for (slot, grade) in points.iter_mut().zip(grades) {
        *slot = floor + slope * f32::from(*grade);
    }
}

#[inline(always)]
fn qualifications(level: &Level, column: &[u8], points: &mut Points) {
    let (full, each) = (f32::from(Parts::FULL.qualification), f32::from(qualification::PER_LEVEL));
    for (slot, has) in points.iter_mut().zip(column) {
        let missing = (level.wanted - f32::from(*has)).max(0.0);
        let known = (full - each * missing).max(0.0);
        *slot += if *has == NO_LEVEL { level.unknown } else { known };
    }
}

#[inline(always)]
fn experience(months: &Months, column: &[u16], points: &mut Points) {
    for (slot, has) in points.iter_mut().zip(column) {
        let known = f32::from(*has).min(months.wanted) * months.each;
        *slot += if *has == NONE { months.unknown } else { known };
    }
}

#[inline(always)]
fn abroad(flags: &[u8], points: &mut Points) {
    for (slot, flags) in points.iter_mut().zip(flags) {
        let goes = if flags & flag::GOES == 0 { distance::UNKNOWN } else { distance::FULL };
        *slot += f32::from(if flags & flag::STAYS == 0 { goes } else { 0 });
    }
}

#[inline(always)]
fn kilometres([north, east, shrinking]: [f32; 3], hot: &Hot<'_>, points: &mut Points) {
    let half_way = distance::HALF_WAY_KM as f32;
    let most = f32::from(distance::FULL) * half_way;
    let columns = hot.latitude.iter().zip(hot.longitude).zip(hot.reach);
    for (slot, ((latitude, longitude), reach)) in points.iter_mut().zip(columns) {
        let apart = (f32::from(*longitude) - east).abs();
        let x = apart.min(36_000.0 - apart) * shrinking;
        let y = (f32::from(*latitude) - north) * KM_PER_HUNDREDTH;
        let km = ((x * x + y * y).sqrt() - ROUNDED_KM).max(0.0);
        let near = most / (km + half_way);
        let within = if km > f32::from(*reach) { 0.0 } else { near };
        *slot += if *latitude == NOWHERE { f32::from(distance::UNKNOWN) } else { within };
    }
}

#[inline(always)]
fn wages(per_unit: f32, column: &[u16], points: &mut Points) {
    let full = f32::from(wage::FULL);
    for (slot, wish) in points.iter_mut().zip(column) {
        let known = (2.0 * full - f32::from(*wish) * per_unit).clamp(0.0, full);
        *slot += if *wish == NONE { f32::from(wage::UNKNOWN) } else { known };
    }
}

#[inline(always)]
fn days(starts: f32, column: &[u16], points: &mut Points) {
    let patience = f32::from(availability::PATIENCE);
    let per_day = f32::from(Parts::FULL.availability) / patience;
    for (slot, from) in points.iter_mut().zip(column) {
        let delay = (f32::from(*from) - starts).clamp(0.0, patience);
        let known = (patience - delay) * per_day;
        *slot += if *from == NONE { f32::from(availability::UNKNOWN) } else { known };
    }
}
