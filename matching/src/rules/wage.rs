//! What would this pay be for a month of full time? The floor of wages is told for that.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The month of full time for which the floor is told: days a month, days a week, hours a day.
/// Laos: Instruction 808/MLSW (2015), 26 days a month, 6 days a week, 8 hours a day; a rule sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloorBasis {
    /// Days of work in a month.
    pub days_a_month: Decimal,
    /// Days of work in a week.
    pub days_a_week: Decimal,
    /// Hours of work on a day.
    pub hours_a_day: Decimal,
}

/// For how long pay is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Pay without allowances and overtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pay {
    /// Kip for the period.
    pub kip: Decimal,
    /// The period.
    pub period: Period,
    /// Hours of work in a week, where they are known.
    pub hours_a_week: Option<Decimal>,
    /// Days of work in a week, where they are known.
    pub days_a_week: Option<Decimal>,
}

/// Kip a month that this pay is for full time. Whoever works fewer hours than full time is paid in proportion; more
/// hours are not counted against the pay. Hours that are not known are taken for full time, as adverts mean them.
/// Pay for a day is for the hours of a day as the week has them. `None` where a basis or the hours are nought.
pub fn full_time_month(pay: Pay, basis: FloorBasis) -> Option<Decimal> {
    let FloorBasis { days_a_month, days_a_week, hours_a_day } = basis;
    let full_week = days_a_week * hours_a_day;
    let weeks_a_month = days_a_month.checked_div(days_a_week)?;
    let share = |worked: Option<Decimal>, full: Decimal| match worked {
        Some(worked) if worked < full => full.checked_div(worked),
        Some(_) | None => Some(Decimal::ONE),
    };
    match pay.period {
        Period::Hour => Some(pay.kip * hours_a_day * days_a_month),
        Period::Day => {
            let hours = match (pay.hours_a_week, pay.days_a_week) {
                (Some(hours), Some(days)) => hours.checked_div(days),
                (_, _) => None,
            };
            Some(pay.kip * days_a_month * share(hours, hours_a_day)?)
        }
        Period::Week => Some(pay.kip * weeks_a_month * share(pay.hours_a_week, full_week)?),
        Period::Month => Some(pay.kip * share(pay.hours_a_week, full_week)?),
        Period::Year => Some(pay.kip.checked_div(Decimal::from(12))? * share(pay.hours_a_week, full_week)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASIS: FloorBasis = FloorBasis {
        days_a_month: Decimal::from_parts(26, 0, 0, false, 0),
        days_a_week: Decimal::from_parts(6, 0, 0, false, 0),
        hours_a_day: Decimal::from_parts(8, 0, 0, false, 0),
    };

    fn month(kip: i64, period: Period, hours: Option<i64>, days: Option<i64>) -> Option<i64> {
        let pay = Pay {
            kip: kip.into(),
            period,
            hours_a_week: hours.map(Decimal::from),
            days_a_week: days.map(Decimal::from),
        };
        full_time_month(pay, BASIS).and_then(|kip| kip.round().try_into().ok())
    }

    #[test]
    fn pay_of_each_period_is_brought_to_a_month() {
        assert_eq!(month(12_500, Period::Hour, None, None), Some(2_600_000));
        assert_eq!(month(100_000, Period::Day, None, None), Some(2_600_000));
        assert_eq!(month(600_000, Period::Week, None, None), Some(2_600_000));
        assert_eq!(month(2_600_000, Period::Month, Some(48), Some(6)), Some(2_600_000));
        assert_eq!(month(31_200_000, Period::Year, None, None), Some(2_600_000));
    }

    #[test]
    fn fewer_hours_are_paid_in_proportion_and_more_are_not_counted() {
        assert_eq!(month(1_300_000, Period::Month, Some(24), Some(6)), Some(2_600_000));
        assert_eq!(month(50_000, Period::Day, Some(24), Some(6)), Some(2_600_000));
        assert_eq!(month(2_600_000, Period::Month, Some(54), Some(6)), Some(2_600_000));
    }

    #[test]
    fn a_day_of_a_short_week_is_a_whole_day() {
        assert_eq!(month(100_000, Period::Day, Some(24), Some(3)), Some(2_600_000));
    }

    #[test]
    fn no_hours_at_all_have_no_wage() {
        assert_eq!(month(1_300_000, Period::Month, Some(0), Some(6)), None);
    }
}
