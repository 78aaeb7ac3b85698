//! Can the person start on the day of start?

use chrono::{Datelike, NaiveDate};

use crate::Parts;

const FULL: u16 = Parts::FULL.availability;
pub(crate) const UNKNOWN: u16 = FULL / 2;
/// After this many days of delay no points are left.
pub(crate) const PATIENCE: u16 = 90;

/// Days since the first of January 1970; days before it, and after June 2149, are not told apart.
pub(crate) fn day_number(date: NaiveDate) -> u16 {
    const EPOCH: i32 = 719_163;
    (date.num_days_from_ce() - EPOCH).clamp(0, i32::from(u16::MAX) - 1) as u16
}

/// All when the person can start by then, less for each day of delay, half when either day is unknown.
pub(crate) fn points(from: Option<NaiveDate>, starts: Option<NaiveDate>) -> u16 {
    let (Some(from), Some(starts)) = (from, starts) else { return UNKNOWN };
    let delay = day_number(from).saturating_sub(day_number(starts)).min(PATIENCE);
    FULL * (PATIENCE - delay) / PATIENCE
}
