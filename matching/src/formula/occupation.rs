//! How near is the work done before to the work to be done?

use crate::{HeldOccupation, IscoCode, Parts};

const FULL: u16 = Parts::FULL.occupation;

/// Points by shared digits with five years there. No shared digit brings what an unknown occupation brings.
const NEARNESS: [u16; 5] = [UNKNOWN, 900, 1_600, 2_300, FULL];
const UNKNOWN: u16 = 300;

/// Months in an occupation count up to this many.
pub(crate) const SEASONED: u32 = 60;
/// Unknown months count as this many.
const USUAL: u32 = 24;

/// Months as the formula sees them, 0 to 60.
pub(crate) fn grade(months: Option<u32>) -> u8 {
    months.unwrap_or(USUAL).min(SEASONED) as u8
}

/// Points of one occupation: above the floor, 60 % at once and the rest in step with the months there.
pub(crate) fn points_of(shared_digits: u8, grade: u8) -> u16 {
    let near = NEARNESS.get(usize::from(shared_digits)).copied().unwrap_or(FULL);
    UNKNOWN + ((u32::from(near - UNKNOWN)) * (90 + u32::from(grade)) / 150) as u16
}

/// Half where the opening does not say which work it is, else the best over all held occupations.
pub(crate) fn points(held: &[HeldOccupation], wanted: Option<IscoCode>) -> u16 {
    let Some(wanted) = wanted else { return unstated() };
    let each = held.iter().map(|work| points_of(work.isco.shared_digits(wanted), grade(work.months)));
    each.max().unwrap_or(UNKNOWN)
}

/// What everybody gets where the opening does not say which work it is.
pub(crate) const fn unstated() -> u16 {
    FULL / 2
}

/// What everybody gets without any related work.
pub(crate) const fn floor() -> u16 {
    UNKNOWN
}
