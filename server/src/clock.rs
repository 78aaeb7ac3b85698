//! What time is it? The only place that asks the system.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use std::sync::Arc;

/// Where the current time comes from: the system, or a fixed moment in tests.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

/// Offset of Asia/Vientiane, where days begin and end; it has had no other since 1920.
const VIENTIANE_SECONDS_EAST: i32 = 7 * 3600;

impl Clock {
    /// The clock of the machine.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
    pub fn system() -> Self {
        Self(Arc::new(Utc::now))
    }

    /// A clock that always shows `moment`.
    pub fn fixed(moment: DateTime<Utc>) -> Self {
        Self(Arc::new(move || moment))
    }

    /// A clock that asks `source` each time, for tests that let time pass.
    pub fn from_source(source: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(source))
    }

    /// The present moment.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }

    /// The present day in Asia/Vientiane.
    pub fn today(&self) -> NaiveDate {
        day_in_vientiane(self.now())
    }
}

/// The calendar day in Asia/Vientiane at `moment`.
pub fn day_in_vientiane(moment: DateTime<Utc>) -> NaiveDate {
    match FixedOffset::east_opt(VIENTIANE_SECONDS_EAST) {
        Some(offset) => moment.with_timezone(&offset).date_naive(),
        None => moment.date_naive(),
    }
}

/// Date and time on the clocks of Vientiane at `moment`.
pub fn clock_in_vientiane(moment: DateTime<Utc>) -> NaiveDateTime {
    match FixedOffset::east_opt(VIENTIANE_SECONDS_EAST) {
        Some(offset) => moment.with_timezone(&offset).naive_local(),
        None => moment.naive_utc(),
    }
}

/// The moment at which a calendar day begins in Asia/Vientiane.
pub fn day_begins(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() - TimeDelta::seconds(i64::from(VIENTIANE_SECONDS_EAST))
}

/// Whole days since 1970-01-01, as the index stores dates.
pub fn day_number(day: NaiveDate) -> i32 {
    i32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or(i32::MAX)
}

/// `day` moved by a number of whole days; the same day at the ends of the calendar.
pub fn days_after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
