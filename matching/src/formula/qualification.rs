//! Is the level of qualification high enough?

use crate::Parts;

const FULL: u16 = Parts::FULL.qualification;
/// What each missing level costs.
pub(crate) const PER_LEVEL: u16 = 200;

/// All where none is wanted or the wanted level is reached, 200 less per missing level, half when unknown.
pub(crate) fn points(has: Option<u8>, wanted: Option<u8>) -> u16 {
    let Some(wanted) = wanted else { return FULL };
    let Some(has) = has else { return FULL / 2 };
    FULL.saturating_sub(PER_LEVEL * u16::from(wanted.saturating_sub(has)))
}
