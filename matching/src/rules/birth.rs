//! How old is somebody on a day, where perhaps only a month or a year of birth is known?

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// When somebody was born, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// On this day.
    Day(NaiveDate),
    /// In the month that begins on this day.
    Month(NaiveDate),
    /// In this year.
    Year(i32),
}

impl Birth {
    /// The fewest and the most whole years that somebody born then has completed on `day`; none is below 0.
    /// `None` where such a year is beyond the calendar.
    pub fn age_on(self, day: NaiveDate) -> Option<(u32, u32)> {
        let (first, last) = self.days()?;
        Some((years(last, day), years(first, day)))
    }

    /// The first and the last day on which it may have been.
    fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Month(day) => {
                let first = day.with_day(1)?;
                Some((first, first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?))
            }
            Self::Year(year) => {
                Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
            }
        }
    }
}

/// Whole years from a birthday to a day. Who was born on 29 February completes a year on 1 March of other years.
fn years(born: NaiveDate, day: NaiveDate) -> u32 {
    day.years_since(born).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_is_complete_on_the_birthday() {
        let born = Birth::Day(day("2008-11-29"));
        assert_eq!(born.age_on(day("2026-11-28")), Some((17, 17)));
        assert_eq!(born.age_on(day("2026-11-29")), Some((18, 18)));
        assert_eq!(Birth::Day(day("2008-02-29")).age_on(day("2026-02-28")), Some((17, 17)));
        assert_eq!(Birth::Day(day("2008-02-29")).age_on(day("2026-03-01")), Some((18, 18)));
    }

    #[test]
    fn a_year_or_a_month_of_birth_leaves_a_year_open() {
        assert_eq!(Birth::Year(2008).age_on(day("2026-06-01")), Some((17, 18)));
        assert_eq!(Birth::Year(2008).age_on(day("2026-12-31")), Some((18, 18)));
        assert_eq!(Birth::Month(day("2008-02-01")).age_on(day("2026-02-10")), Some((17, 18)));
        assert_eq!(Birth::Month(day("2008-02-01")).age_on(day("2026-03-01")), Some((18, 18)));
    }

    #[test]
    fn before_the_birth_nobody_has_an_age_below_nought() {
        assert_eq!(Birth::Year(2030).age_on(day("2026-06-01")), Some((0, 0)));
    }
}
