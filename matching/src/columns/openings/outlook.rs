//! What can any opening of a block bring a person at most, by the facts that are one value each?

#![expect(clippy::inline_always, reason = "what is not inlined into its twin is compiled for any processor")]

use super::hot::{ENDLESS, UNSHRUNK};
use super::offers::{EXPERIENCE, Offers, QUALIFICATION};
use super::outline::{Outline, some};
use super::tiles::{NO_SKILLS, UNLISTED_SKILLS};
use crate::Parts;
use crate::columns::dispatch::Kernel;
use crate::columns::people::{KM_PER_HUNDREDTH, NOWHERE, ROUNDED_KM};
use crate::formula::{availability, distance, qualification, wage};

/// Bounds all blocks by everything but what is listed; `points` begin with the points of occupation.
pub(super) struct Outlook<'a, 'p> {
    pub(super) offers: &'a Offers<'p>,
    pub(super) outline: Outline<'a>,
    /// One for each block.
    pub(super) points: &'a mut [f32],
}

impl Kernel for Outlook<'_, '_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let Self { offers, outline, points } = self;
        for (slot, some) in points.iter_mut().zip(outline.some) {
            *slot += if some & some::NO_SKILLS == 0 { UNLISTED_SKILLS } else { NO_SKILLS };
        }
        schooling(offers, &outline, points);
        ways(offers, &outline, points);
        wages(offers.wish, &outline, points);
        days(offers.from, &outline, points);
    }
}

/// The stated best, or what an unstated one brings where that is more and some opening states none.
#[inline(always)]
fn either(stated: f32, unstated: f32, some: u8, bit: u8) -> f32 {
    if some & bit == 0 { stated } else { stated.max(unstated) }
}

#[inline(always)]
fn schooling(offers: &Offers<'_>, outline: &Outline<'_>, points: &mut [f32]) {
    let each = f32::from(qualification::PER_LEVEL);
    let (unknown, level) = match offers.qualification {
        Some(level) => (QUALIFICATION, level),
        None => (QUALIFICATION / 2.0, f32::INFINITY),
    };
    let (untold, months) = match offers.experience {
        Some(months) => (EXPERIENCE, months),
        None => (EXPERIENCE / 2.0, f32::INFINITY),
    };
    for (slot, (level_wanted, months_wanted)) in
        points.iter_mut().zip(outline.qualification.iter().zip(outline.experience))
    {
        let known = (unknown - each * (f32::from(*level_wanted) - level).max(0.0)).max(0.0);
        *slot += if *level_wanted == 0 { QUALIFICATION } else { known };
        let wanted = f32::from(*months_wanted);
        let known = if wanted <= months { untold } else { EXPERIENCE * months / wanted };
        *slot += if *months_wanted == 0 { EXPERIENCE } else { known };
    }
}

#[inline(always)]
fn ways(offers: &Offers<'_>, outline: &Outline<'_>, points: &mut [f32]) {
    let unknown = f32::from(distance::UNKNOWN);
    let half_way = distance::HALF_WAY_KM as f32;
    let most = f32::from(distance::FULL) * half_way;
    let upright = outline.south.iter().zip(outline.north);
    let across = outline.west.iter().zip(outline.east);
    let rest = outline.shrinking.iter().zip(outline.some);
    for (slot, ((upright, across), (shrinking, some))) in points.iter_mut().zip(upright.zip(across).zip(rest))
    {
        let local = match offers.home {
            None => unknown,
            Some((north, east)) => {
                let (west, east_most) = (f32::from(*across.0) - east, f32::from(*across.1) - east);
                let around = 36_000.0 - west.abs().max(east_most.abs());
                let apart = (west.max(-east_most).max(0.0)).min(around).max(0.0);
                let x = apart * f32::from(*shrinking) * (KM_PER_HUNDREDTH / UNSHRUNK);
                let (south, north_most) = (f32::from(*upright.0) - north, f32::from(*upright.1) - north);
                let y = south.max(-north_most).max(0.0) * KM_PER_HUNDREDTH;
                let km = ((x * x + y * y).sqrt() - ROUNDED_KM).max(0.0);
                if km > offers.reach { 0.0 } else { most / (km + half_way) }
            }
        };
        let local = if *upright.0 == NOWHERE { 0.0 } else { local };
        let local = either(local, unknown, *some, some::NOWHERE);
        let way = either(local, offers.abroad, *some, some::ABROAD);
        *slot += either(way, f32::from(distance::FULL), *some, some::REMOTE);
    }
}

#[inline(always)]
fn wages(wish: Option<f32>, outline: &Outline<'_>, points: &mut [f32]) {
    let (full, unknown) = (f32::from(wage::FULL), f32::from(wage::UNKNOWN));
    let Some(wish) = wish else { return points.iter_mut().for_each(|slot| *slot += unknown) };
    for (slot, (offered, some)) in points.iter_mut().zip(outline.wage.iter().zip(outline.some)) {
        let known = (2.0 * full - full * wish / f32::from(*offered).max(1e-3)).clamp(0.0, full);
        let known = if *offered == ENDLESS { full } else { known };
        *slot += either(known, unknown, *some, some::NO_WAGE);
    }
}

#[inline(always)]
fn days(from: Option<f32>, outline: &Outline<'_>, points: &mut [f32]) {
    let unknown = f32::from(availability::UNKNOWN);
    let Some(from) = from else { return points.iter_mut().for_each(|slot| *slot += unknown) };
    let patience = f32::from(availability::PATIENCE);
    let per_day = f32::from(Parts::FULL.availability) / patience;
    for (slot, (starts, some)) in points.iter_mut().zip(outline.starts.iter().zip(outline.some)) {
        let known = (patience - (from - f32::from(*starts)).clamp(0.0, patience)) * per_day;
        *slot += either(known, unknown, *some, some::NO_START);
    }
}
