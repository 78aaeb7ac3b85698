//! Until when can a role be given? Some are given for a time alone, by a table.

use super::SeatError;
use crate::access::model::{Policy, Role};
use crate::clock::{day_begins, day_in_vientiane, days_after};
use chrono::{DateTime, Utc};

/// When a role that is given at a moment ends at the latest; none where somebody ends it.
pub fn longest(role: Role, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let days = Policy::shipped().role(role)?.most_days?;
    Some(day_begins(days_after(day_in_vientiane(at), u64::from(days) + 1)))
}

/// Whether a role can be given until a moment, or without an end.
pub(super) fn ends_in_time(
    role: Role,
    (at, until): (DateTime<Utc>, Option<DateTime<Utc>>),
) -> Result<(), SeatError> {
    let Some(latest) = longest(role, at) else { return Ok(()) };
    let days = Policy::shipped().role(role).and_then(|role| role.most_days).unwrap_or_default();
    until.filter(|until| *until <= latest).map(|_| ()).ok_or(SeatError::End(days))
}
