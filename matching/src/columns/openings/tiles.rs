//! What can the openings of a block bring a person at most, by the facts that are one value each?

#![expect(clippy::inline_always, reason = "what is not inlined into its twin is compiled for any processor")]

use super::hot::{ENDLESS, Hot, NO_LEVEL, NONE, UNSHRUNK, way};
use super::offers::{EXPERIENCE, Offers, QUALIFICATION};
use crate::Parts;
use crate::columns::dispatch::Kernel;
use crate::columns::people::{KM_PER_HUNDREDTH, NOWHERE, ROUNDED_KM};
use crate::columns::table::BLOCK;
use crate::columns::tile::{Points, highest};
use crate::formula::{availability, distance, qualification, wage};

/// Bounds the openings of a block by everything but what they list; gives the highest.
pub(super) struct Facts<'a, 'p> {
    pub(super) offers: &'a Offers<'p>,
    pub(super) hot: Hot<'a>,
    /// What all of the block bring.
    pub(super) base: f32,
    pub(super) points: &'a mut Points,
}

impl Kernel for Facts<'_, '_> {
    type Output = f32;

    #[inline(always)]
    fn run(self) -> f32 {
        let Self { offers, hot, base, points } = self;
        qualifications(base, offers.qualification, hot.qualification, points);
        experience(offers.experience, hot.experience, points);
        ways(offers, &hot, points);
        wages(offers.wish, hot.wage, points);
        days(offers.from, hot.starts, points);
        highest(points, hot.qualification.len())
    }
}

#[inline(always)]
fn qualifications(base: f32, has: Option<f32>, column: &[u8], points: &mut Points) {
    let each = f32::from(qualification::PER_LEVEL);
    let unknown = if has.is_none() { QUALIFICATION / 2.0 } else { QUALIFICATION };
    let has = has.unwrap_or(f32::from(NO_LEVEL));
    for (slot, wanted) in points.iter_mut().zip(column) {
        let known = (unknown - each * (f32::from(*wanted) - has).max(0.0)).max(0.0);
        *slot = base + if *wanted == NO_LEVEL { QUALIFICATION } else { known };
    }
}

#[inline(always)]
fn experience(has: Option<f32>, column: &[u16], points: &mut Points) {
    let Some(has) = has else {
        for (slot, wanted) in points.iter_mut().zip(column) {
            *slot += if *wanted == 0 { EXPERIENCE } else { EXPERIENCE / 2.0 };
        }
        return;
    };
    for (slot, wanted) in points.iter_mut().zip(column) {
        let wanted = f32::from(*wanted);
        *slot += if wanted <= has { EXPERIENCE } else { EXPERIENCE * has / wanted };
    }
}

#[inline(always)]
fn ways(offers: &Offers<'_>, hot: &Hot<'_>, points: &mut Points) {
    let unknown = f32::from(distance::UNKNOWN);
    let mut local = [unknown; BLOCK];
    if let Some(home) = offers.home {
        kilometres(home, offers.reach, hot, &mut local);
    }
    for (slot, (local, kind)) in points.iter_mut().zip(local.iter().zip(hot.way)) {
        let near = if *kind == way::ABROAD { offers.abroad } else { *local };
        *slot += if *kind == way::REMOTE { f32::from(distance::FULL) } else { near };
    }
}

#[inline(always)]
fn kilometres((north, east): (f32, f32), reach: f32, hot: &Hot<'_>, local: &mut [f32; BLOCK]) {
    let half_way = distance::HALF_WAY_KM as f32;
    let most = f32::from(distance::FULL) * half_way;
    let columns = hot.latitude.iter().zip(hot.longitude).zip(hot.shrinking);
    for (slot, ((latitude, longitude), shrinking)) in local.iter_mut().zip(columns) {
        let apart = (f32::from(*longitude) - east).abs();
        let x = apart.min(36_000.0 - apart) * f32::from(*shrinking) * (KM_PER_HUNDREDTH / UNSHRUNK);
        let y = (f32::from(*latitude) - north) * KM_PER_HUNDREDTH;
        let km = ((x * x + y * y).sqrt() - ROUNDED_KM).max(0.0);
        let within = if km > reach { 0.0 } else { most / (km + half_way) };
        *slot = if *latitude == NOWHERE { f32::from(distance::UNKNOWN) } else { within };
    }
}

#[inline(always)]
fn wages(wish: Option<f32>, column: &[u16], points: &mut Points) {
    let (full, unknown) = (f32::from(wage::FULL), f32::from(wage::UNKNOWN));
    let Some(wish) = wish else { return points.iter_mut().for_each(|slot| *slot += unknown) };
    for (slot, offered) in points.iter_mut().zip(column) {
        let known = (2.0 * full - full * wish / f32::from(*offered).max(1e-3)).clamp(0.0, full);
        let known = if *offered == ENDLESS { full } else { known };
        *slot += if *offered == NONE { unknown } else { known };
    }
}

#[inline(always)]
fn days(from: Option<f32>, column: &[u16], points: &mut Points) {
    let unknown = f32::from(availability::UNKNOWN);
    let Some(from) = from else { return points.iter_mut().for_each(|slot| *slot += unknown) };
    let patience = f32::from(availability::PATIENCE);
    let per_day = f32::from(Parts::FULL.availability) / patience;
    for (slot, starts) in points.iter_mut().zip(column) {
        let known = (patience - (from - f32::from(*starts)).clamp(0.0, patience)) * per_day;
        *slot += if *starts == NONE { unknown } else { known };
    }
}

/// Adds what the wanted skills bring: what held ones bring above the floor is `above`, in weighted shares.
pub(super) struct Skills<'a> {
    pub(super) above: &'a [u32; BLOCK],
    pub(super) weight: &'a [u16],
    pub(super) points: &'a mut Points,
}

/// Points where no skill is wanted.
pub(super) const NO_SKILLS: f32 = Parts::FULL.skills as f32 / 2.0;
/// Points where all wanted skills are unlisted.
pub(super) const UNLISTED_SKILLS: f32 = Parts::FULL.skills as f32 * crate::formula::UNLISTED as f32 / 100.0;

impl Kernel for Skills<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let each = f32::from(Parts::FULL.skills) / 100.0;
        for (slot, (above, weight)) in self.points.iter_mut().zip(self.above.iter().zip(self.weight)) {
            let held = each * (above.cast_signed() as f32) / f32::from((*weight).max(1));
            *slot += if *weight == 0 { NO_SKILLS } else { UNLISTED_SKILLS + held };
        }
    }
}
