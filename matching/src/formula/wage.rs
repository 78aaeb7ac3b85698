//! Does the offered wage reach the wish?

use crate::Parts;

pub(crate) const FULL: u16 = Parts::FULL.wage;
pub(crate) const UNKNOWN: u16 = FULL / 2;

/// Wages beyond this many kip per month are not told apart.
const HIGHEST: u64 = 1_000_000_000_000_000;

/// All when the highest offered wage reaches the wish, falling in a straight line to nothing where the wish
/// is twice the offer, half when either is unknown.
pub(crate) fn points(wish: Option<u64>, offered: Option<u64>) -> u16 {
    let (Some(wish), Some(offered)) = (wish, offered) else { return UNKNOWN };
    let (wish, offered) = (wish.min(HIGHEST), offered.min(HIGHEST));
    if wish <= offered {
        return FULL;
    }
    let left = (2 * offered).saturating_sub(wish);
    (u64::from(FULL) * left).checked_div(offered).unwrap_or(0) as u16
}
