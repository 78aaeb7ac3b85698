//! Is the experience long enough?

use crate::Parts;

const FULL: u16 = Parts::FULL.experience;

/// Months beyond this many, a hundred years, are not told apart.
pub(crate) const LONGEST: u32 = 1_200;

/// All where none is wanted, in step with the months up to the wanted ones, half when unknown.
pub(crate) fn points(has: Option<u32>, wanted: Option<u32>) -> u16 {
    let wanted = wanted.unwrap_or(0).min(LONGEST);
    if wanted == 0 {
        return FULL;
    }
    let Some(has) = has else { return FULL / 2 };
    (u32::from(FULL) * has.min(wanted) / wanted) as u16
}
