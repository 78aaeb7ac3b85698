//! Which day is the first of its month or of its year? Days count from 1970-01-01.

/// Year and month of a day in the Gregorian calendar, after Howard Hinnant's `civil_from_days`.
pub(crate) fn year_and_month(day: i32) -> (i32, i32) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i32::from(month <= 2), month)
}

/// The first day of a month, after Howard Hinnant's `days_from_civil`.
pub(crate) fn first_of_month(year: i32, month: i32) -> i32 {
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let era = shifted_year.div_euclid(400);
    let year_of_era = shifted_year.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_months_convert_both_ways() {
        assert_eq!(first_of_month(1970, 1), 0);
        assert_eq!(first_of_month(2000, 3), 11_017);
        assert_eq!(year_and_month(11_016), (2000, 2));
        for day in -20_000..25_000 {
            let (year, month) = year_and_month(day);
            let first = first_of_month(year, month);
            assert!(first <= day && day < first + 31);
            assert_eq!(year_and_month(first), (year, month));
        }
    }
}
