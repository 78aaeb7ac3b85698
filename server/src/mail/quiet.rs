//! When may somebody not be disturbed? Times of the day on the clocks of Vientiane, and when quiet hours end.

use crate::clock::clock_in_vientiane;
use chrono::{DateTime, SubsecRound, TimeDelta, Timelike, Utc};
use std::fmt;
use std::str::FromStr;

/// Minutes of a day.
const MINUTES: i32 = 24 * 60;
/// Seconds of a day.
const SECONDS: i64 = 24 * 60 * 60;

/// A time of the day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(i32);

/// A text or number that is no time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no time of the day from 00:00 to 23:59")]
pub struct NotATime;

impl TimeOfDay {
    /// So many minutes after midnight.
    pub fn minutes(self) -> i32 {
        self.0
    }
}

impl TryFrom<i32> for TimeOfDay {
    type Error = NotATime;

    fn try_from(minutes: i32) -> Result<Self, NotATime> {
        if (0..MINUTES).contains(&minutes) { Ok(Self(minutes)) } else { Err(NotATime) }
    }
}

impl FromStr for TimeOfDay {
    type Err = NotATime;

    /// Reads `22:00`, `7.30` or `07:30:00`, as people and browsers write it.
    fn from_str(raw: &str) -> Result<Self, NotATime> {
        let parts: Vec<&str> = raw.trim().split([':', '.']).collect();
        let (hour, minute) = match parts.as_slice() {
            [hour, minute] | [hour, minute, "00"] => (*hour, *minute),
            _ => return Err(NotATime),
        };
        let number = |digits: &str, most: i32| {
            let plain = matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<i32>().ok().filter(|number| plain && *number < most).ok_or(NotATime)
        };
        if minute.len() != 2 {
            return Err(NotATime);
        }
        Self::try_from(number(hour, 24)? * 60 + number(minute, 60)?)
    }
}

/// As `22:00`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Hours in which nobody is disturbed, each day in Asia/Vientiane: from a time up to another, of the next day where
/// that is earlier. They are neither empty nor the whole day, so that what waits has its turn every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: TimeOfDay,
    to: TimeOfDay,
}

/// Both times are the same: nothing would be quiet, or everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("quiet hours have to end at another time than they begin")]
pub struct SameTime;

impl QuietHours {
    /// From a time up to another.
    pub fn new(from: TimeOfDay, to: TimeOfDay) -> Result<Self, SameTime> {
        if from == to { Err(SameTime) } else { Ok(Self { from, to }) }
    }

    /// When they begin.
    pub fn from(self) -> TimeOfDay {
        self.from
    }

    /// When they end.
    pub fn to(self) -> TimeOfDay {
        self.to
    }

    /// When the quiet hours end in which `at` lies, if it does. Their first moment belongs to them, their end does not.
    pub fn end(self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let now = i64::from(clock_in_vientiane(at).num_seconds_from_midnight());
        let from = i64::from(self.from.0) * 60;
        let gone = (now - from).rem_euclid(SECONDS);
        let whole = (i64::from(self.to.0) * 60 - from).rem_euclid(SECONDS);
        (gone < whole).then(|| at.trunc_subsecs(0) + TimeDelta::seconds(whole - gone))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time(raw: &str) -> TimeOfDay {
        raw.parse().unwrap()
    }

    fn quiet(from: &str, to: &str) -> QuietHours {
        QuietHours::new(time(from), time(to)).unwrap()
    }

    /// A moment of the 22nd of November on the clocks of Vientiane.
    fn at(clock: &str) -> DateTime<Utc> {
        format!("2026-11-22T{clock}+07:00").parse().unwrap()
    }

    #[test]
    fn hours_over_midnight_end_the_next_morning() {
        let night = quiet("22:00", "06:30");
        let morning = format!("{}+07:00", "2026-11-23T06:30:00").parse().ok();
        assert_eq!(night.end(at("21:59:59")), None);
        assert_eq!(night.end(at("22:00:00")), morning);
        assert_eq!(night.end(at("23:59:59.999")), morning);
        assert_eq!(night.end(at("00:00:00")), Some(at("06:30:00")));
        assert_eq!(night.end(at("06:29:59")), Some(at("06:30:00")));
        assert_eq!(night.end(at("06:30:00")), None);
    }

    #[test]
    fn hours_within_a_day_end_on_it() {
        let noon = quiet("12:00", "13:00");
        assert_eq!(noon.end(at("11:59:59")), None);
        assert_eq!(noon.end(at("12:00:00.5")), Some(at("13:00:00")));
        assert_eq!(noon.end(at("13:00:00")), None);
    }

    #[test]
    fn neither_nothing_nor_the_whole_day_is_quiet() {
        assert_eq!(QuietHours::new(time("08:00"), time("8:00")), Err(SameTime));
        let all_but_a_minute = quiet("00:00", "23:59");
        assert_eq!(all_but_a_minute.end(at("00:00:00")), Some(at("23:59:00")));
        assert_eq!(all_but_a_minute.end(at("23:59:00")), None);
        assert_eq!(quiet("23:59", "00:00").end(at("12:00:00")), None);
    }

    #[test]
    fn times_are_read_as_people_and_browsers_write_them() {
        for (raw, minutes) in [("22:00", 1320), (" 7:05 ", 425), ("07.05", 425), ("00:00:00", 0)] {
            assert_eq!(raw.parse(), Ok(TimeOfDay(minutes)), "{raw}");
        }
        for raw in ["", "24:00", "12:60", "7", "7:5", "-1:00", "+7:00", "07:05:30", "a:bc", "1:2:3:4"] {
            assert_eq!(raw.parse::<TimeOfDay>(), Err(NotATime), "{raw}");
        }
        assert_eq!(time("7:05").to_string(), "07:05");
    }

    proptest! {
        #[test]
        fn what_is_typed_never_makes_it_panic(raw in ".{0,12}") {
            let _ = raw.parse::<TimeOfDay>();
        }

        #[test]
        fn a_time_is_read_as_it_is_written(minutes in 0..MINUTES) {
            let time = TimeOfDay::try_from(minutes).unwrap();
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }

        /// Beside the arithmetic, minute by minute: what is quiet, and where it first ends.
        #[test]
        fn quiet_hours_end_at_the_first_minute_that_is_not_quiet(
            from in 0..MINUTES, length in 1..MINUTES, second in 0_i64..4_000_000_000, nanos in 0_u32..1_000_000_000,
        ) {
            let to = (from + length) % MINUTES;
            let hours = QuietHours::new(TimeOfDay(from), TimeOfDay(to)).unwrap();
            let moment = DateTime::from_timestamp(second, nanos).unwrap();
            let is_quiet = |moment: DateTime<Utc>| {
                let clock = clock_in_vientiane(moment);
                let minute = i32::try_from(clock.hour() * 60 + clock.minute()).unwrap();
                if from < to { (from..to).contains(&minute) } else { minute >= from || minute < to }
            };
            match hours.end(moment) {
                None => prop_assert!(!is_quiet(moment)),
                Some(end) => {
                    prop_assert!(is_quiet(moment) && !is_quiet(end) && hours.end(end).is_none());
                    prop_assert!(moment < end && end - moment <= TimeDelta::minutes(i64::from(length)));
                    prop_assert!(is_quiet(end - TimeDelta::nanoseconds(1)));
                    let mut between = moment;
                    while between < end {
                        prop_assert!(is_quiet(between));
                        between += TimeDelta::minutes(1);
                    }
                }
            }
        }
    }
}
