//! What can a tile of people score at most, by the facts that are one value each?
//!
//! Branch-free over arrays of a fixed length, in `f32`, so that the compiler turns the loops into vector
//! code. Each bound is at least the formula's own points for the row, which a property test holds.

use super::hot::flag;
use super::hot::{Hot, NO_LEVEL, NONE, NOWHERE, WISH_UNIT};
use crate::formula::{Terms, availability, distance, experience, qualification, wage};
use crate::{Parts, Position};

/// People in a tile: its arrays stay in the first-level cache.
pub(super) const TILE: usize = 1_024;

/// Points of a tile, added up part by part.
pub(super) type Points = [f32; TILE];

/// The most that rounding to hundredths of a degree, to metres and to whole kilometres can hide.
const ROUNDED_KM: f32 = 2.0;

/// Kilometres of a hundredth of a degree of latitude.
const KM_PER_HUNDREDTH: f32 = 1.111_95;

/// Adds up the bounds of the rows from `start` on; rows beyond the last are left alone.
pub(super) fn fill(hot: &Hot, start: usize, terms: &Terms, points: &mut Points) {
    add_qualification(tile(&hot.qualification, start), terms, points);
    add_experience(tile(&hot.experience, start), terms, points);
    add_distance(hot, start, terms, points);
    add_wage(tile(&hot.wish, start), terms, points);
    add_availability(tile(&hot.from, start), terms, points);
}

/// The part of a column that belongs to the tile.
pub(super) fn tile<T>(column: &[T], start: usize) -> &[T] {
    let rest = column.get(start..).unwrap_or_default();
    rest.get(..TILE).unwrap_or(rest)
}

/// Adds the same to everybody.
fn add_all(points: &mut Points, same: u16) {
    for slot in points {
        *slot += f32::from(same);
    }
}

fn add_qualification(column: &[u8], terms: &Terms, points: &mut Points) {
    let full = Parts::FULL.qualification;
    let Some(wanted) = terms.qualification else { return add_all(points, full) };
    let wanted = f32::from(wanted.min(NO_LEVEL - 1));
    let unknown = f32::from(qualification::points(None, terms.qualification));
    for (slot, level) in points.iter_mut().zip(column) {
        let missing = (wanted - f32::from(*level)).max(0.0);
        let known = (f32::from(full) - f32::from(qualification::PER_LEVEL) * missing).max(0.0);
        *slot += if *level == NO_LEVEL { unknown } else { known };
    }
}

fn add_experience(column: &[u16], terms: &Terms, points: &mut Points) {
    let full = Parts::FULL.experience;
    let wanted = terms.experience_months.unwrap_or(0).min(experience::LONGEST);
    if wanted == 0 {
        return add_all(points, full);
    }
    let unknown = f32::from(experience::points(None, terms.experience_months));
    let wanted = wanted as f32;
    let per_month = f32::from(full) / wanted;
    for (slot, months) in points.iter_mut().zip(column) {
        let known = f32::from(*months).min(wanted) * per_month;
        *slot += if *months == NONE { unknown } else { known };
    }
}

fn add_distance(hot: &Hot, start: usize, terms: &Terms, points: &mut Points) {
    match (terms.remote, terms.abroad, terms.position) {
        (true, _, _) => add_all(points, distance::FULL),
        (false, true, _) => add_abroad(tile(&hot.flags, start), points),
        (false, false, None) => add_all(points, distance::UNKNOWN),
        (false, false, Some(work)) => add_kilometres(hot, start, work, points),
    }
}

fn add_abroad(flags: &[u8], points: &mut Points) {
    for (slot, flags) in points.iter_mut().zip(flags) {
        let goes = if flags & flag::GOES == 0 { distance::UNKNOWN } else { distance::FULL };
        *slot += f32::from(if flags & flag::STAYS == 0 { goes } else { 0 });
    }
}

fn add_kilometres(hot: &Hot, start: usize, work: Position, points: &mut Points) {
    let (north, east) = ((work.latitude() * 100.0) as f32, (work.longitude() * 100.0) as f32);
    let shrinking = KM_PER_HUNDREDTH * work.shrinking() as f32 / 1_000_000.0;
    let half_way = distance::HALF_WAY_KM as f32;
    let most = f32::from(distance::FULL) * half_way;
    let columns = tile(&hot.latitude, start).iter().zip(tile(&hot.longitude, start));
    let columns = columns.zip(tile(&hot.reach, start));
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

fn add_wage(column: &[u16], terms: &Terms, points: &mut Points) {
    let Some(offered) = terms.wage else { return add_all(points, wage::UNKNOWN) };
    let full = f32::from(wage::FULL);
    let per_unit = full * WISH_UNIT as f32 / offered.max(1) as f32;
    for (slot, wish) in points.iter_mut().zip(column) {
        let known = (2.0 * full - f32::from(*wish) * per_unit).clamp(0.0, full);
        *slot += if *wish == NONE { f32::from(wage::UNKNOWN) } else { known };
    }
}

fn add_availability(column: &[u16], terms: &Terms, points: &mut Points) {
    let Some(starts) = terms.starts else { return add_all(points, availability::UNKNOWN) };
    let starts = f32::from(availability::day_number(starts));
    let patience = f32::from(availability::PATIENCE);
    let per_day = f32::from(Parts::FULL.availability) / patience;
    for (slot, from) in points.iter_mut().zip(column) {
        let delay = (f32::from(*from) - starts).clamp(0.0, patience);
        let known = (patience - delay) * per_day;
        *slot += if *from == NONE { f32::from(availability::UNKNOWN) } else { known };
    }
}
