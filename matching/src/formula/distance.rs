//! Is the work within reach from home?

use super::{Facts, Terms};
use crate::Parts;

pub(crate) const FULL: u16 = Parts::FULL.distance;
pub(crate) const UNKNOWN: u16 = FULL / 2;
/// At this many kilometres half of the points are left.
pub(crate) const HALF_WAY_KM: u32 = 60;

/// All for remote work; for work abroad by whether the person would go; else by the kilometres; half when
/// unknown.
pub(crate) fn points(facts: &Facts, terms: &Terms) -> u16 {
    if let Some(same) = same_for_all_distances(facts.abroad, terms) {
        return same;
    }
    match km(facts, terms) {
        None => UNKNOWN,
        Some(km) if beyond(facts, km) => 0,
        Some(km) => points_at(km),
    }
}

/// The points where distance does not matter.
pub(crate) fn same_for_all_distances(would_go_abroad: Option<bool>, terms: &Terms) -> Option<u16> {
    match (terms.remote, terms.abroad, would_go_abroad) {
        (true, _, _) | (false, true, Some(true)) => Some(FULL),
        (false, true, Some(false)) => Some(0),
        (false, true, None) => Some(UNKNOWN),
        (false, false, _) => None,
    }
}

/// A smooth decay: full at home, half at 60 km, a sixth at 300.
pub(crate) fn points_at(km: u32) -> u16 {
    (u64::from(FULL) * u64::from(HALF_WAY_KM) / (u64::from(km) + u64::from(HALF_WAY_KM))) as u16
}

/// Kilometres between home and work, where both are known.
pub(crate) fn km(facts: &Facts, terms: &Terms) -> Option<u32> {
    Some(terms.position?.km_to(facts.position?))
}

/// Whether that is farther than the person accepts.
pub(crate) fn beyond(facts: &Facts, km: u32) -> bool {
    facts.max_distance_km.is_some_and(|most| km > most)
}
