//! Days and months that people type: as precise as known, and of the calendar.

use crate::imports::understand::date::of_common_era;
use crate::imports::understand::number::ascii_digits;
use crate::people::ages::Ages;
use crate::people::model::BirthPrecision;
use chrono::{Datelike, NaiveDate};
use views::profile::Problem;

/// A number of one to `most` digits.
fn number(typed: &str, most: usize) -> Option<u32> {
    let digits = ascii_digits(typed.trim());
    let sound = (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| sound)
}

fn year(typed: &str) -> Option<i32> {
    number(typed, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| *year >= 1000)
}

/// The year of a birth in the common era where it was typed in the Buddhist one. It is asked, not taken: papers and
/// contracts go by a birth date, and its owner shall have seen it as it is kept.
fn buddhist(year: i32, today: NaiveDate) -> Option<i32> {
    let common = of_common_era(year);
    let age = u32::try_from(today.year() - common).ok()?;
    (common != year && age <= Ages::on(today).oldest).then_some(common)
}

/// A birth date: day, month and year, of which the day, or day and month, may be left out; none where all are. Lao and
/// Thai digits count as digits.
pub(super) fn birth(
    [day, month, year_of]: [&str; 3],
    today: NaiveDate,
) -> Result<Option<(NaiveDate, BirthPrecision)>, (&'static str, Problem)> {
    if [day, month, year_of].iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    if year_of.is_empty() {
        return Err(("birth_year", Problem::YearMissing));
    }
    let year_of = year(year_of).ok_or(("birth_year", Problem::Year))?;
    if let Some(year) = buddhist(year_of, today) {
        return Err(("birth_year", Problem::Buddhist(year)));
    }
    if month.is_empty() && !day.is_empty() {
        return Err(("birth_month", Problem::MonthMissing));
    }
    let part = |typed: &str, field| match typed {
        "" => Ok(1),
        typed => number(typed, 2).ok_or((field, Problem::NoSuchDay)),
    };
    let (of_month, month_of) = (part(day, "birth_day")?, part(month, "birth_month")?);
    let field = if day.is_empty() { "birth_month" } else { "birth_day" };
    let date = NaiveDate::from_ymd_opt(year_of, month_of, of_month).ok_or((field, Problem::NoSuchDay))?;
    if date > today {
        return Err(("birth_year", Problem::Future));
    }
    let (age, ages) = (today.years_since(date), Ages::on(today));
    if age.is_none_or(|age| age > ages.oldest) {
        return Err(("birth_year", Problem::TooOld(ages.oldest)));
    }
    // Of a date that is not known to the day the first is kept: whoever may be old enough is.
    if age.is_some_and(|age| age < ages.least) {
        return Err(("birth_year", Problem::TooYoung(ages.least)));
    }
    let precision = match (day, month) {
        ("", "") => BirthPrecision::Year,
        ("", _) => BirthPrecision::Month,
        _ => BirthPrecision::Day,
    };
    Ok(Some((date, precision)))
}

fn parts(typed: &str) -> Vec<String> {
    let digits = ascii_digits(typed.trim());
    digits.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A day as day/month/year, or year-month-day, of either calendar; none where nothing was typed.
pub(super) fn day(typed: &str) -> Result<Option<NaiveDate>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let parts = parts(typed);
    let [first, month, last] = parts.as_slice() else { return Err(Problem::Date) };
    let (day_of, year_of) = if first.len() == 4 { (last, first) } else { (first, last) };
    let read = (year(year_of).map(of_common_era), number(month, 2), number(day_of, 2));
    let (Some(year_of), Some(month), Some(day_of)) = read else { return Err(Problem::Date) };
    NaiveDate::from_ymd_opt(year_of, month, day_of).map(Some).ok_or(Problem::NoSuchDay)
}

/// A month as month/year, or a year alone, of either calendar, as its first day; none where nothing was typed. It has begun by `today`.
pub(super) fn month(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let parts = parts(typed);
    let (month, year_of) = match parts.as_slice() {
        [year_of] => ("1", year_of.as_str()),
        [first, second] if first.len() == 4 => (second.as_str(), first.as_str()),
        [first, second] => (first.as_str(), second.as_str()),
        _ => return Err(Problem::Month),
    };
    let read = (number(month, 2), year(year_of).map(of_common_era));
    let (Some(month), Some(year_of)) = read else { return Err(Problem::Month) };
    let first = NaiveDate::from_ymd_opt(year_of, month, 1).ok_or(Problem::NoSuchDay)?;
    if first > today {
        return Err(Problem::Future);
    }
    let oldest = Ages::on(today).oldest;
    let long_ago = today.years_since(first).is_some_and(|years| years > oldest);
    if long_ago { Err(Problem::TooOld(oldest)) } else { Ok(Some(first)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn read(day: &str, month: &str, year: &str) -> Result<(String, BirthPrecision), (&'static str, Problem)> {
        let read = birth([day, month, year], today())?;
        read.map(|(date, precision)| (date.to_string(), precision)).ok_or(("", Problem::Empty))
    }

    #[test]
    fn a_birth_date_is_as_precise_as_it_was_typed() {
        assert_eq!(read("29", "2", "2000"), Ok(("2000-02-29".to_owned(), BirthPrecision::Day)));
        assert_eq!(read("໑໒", "໐໓", "໑໙໙໘"), Ok(("1998-03-12".to_owned(), BirthPrecision::Day)));
        assert_eq!(read("", "3", "1998"), Ok(("1998-03-01".to_owned(), BirthPrecision::Month)));
        assert_eq!(read("", "", "1998"), Ok(("1998-01-01".to_owned(), BirthPrecision::Year)));
        assert_eq!(birth(["", "", ""], today()), Ok(None));
    }

    #[test]
    fn days_that_are_none_and_ages_that_nobody_has_are_refused() {
        assert_eq!(read("31", "02", "1990"), Err(("birth_day", Problem::NoSuchDay)));
        assert_eq!(read("29", "2", "2001"), Err(("birth_day", Problem::NoSuchDay)));
        assert_eq!(read("", "13", "1990"), Err(("birth_month", Problem::NoSuchDay)));
        assert_eq!(read("1", "1", "1896"), Err(("birth_year", Problem::TooOld(110))));
        assert_eq!(read("23", "11", "2012"), Err(("birth_year", Problem::TooYoung(14))));
        assert_eq!(read("22", "11", "2012"), Ok(("2012-11-22".to_owned(), BirthPrecision::Day)));
        assert_eq!(read("", "", "2012"), Ok(("2012-01-01".to_owned(), BirthPrecision::Year)));
        assert_eq!(read("", "", "2013"), Err(("birth_year", Problem::TooYoung(14))));
        assert_eq!(read("23", "11", "1915"), Ok(("1915-11-23".to_owned(), BirthPrecision::Day)));
        assert_eq!(read("23", "11", "2026"), Err(("birth_year", Problem::Future)));
        assert_eq!(read("", "", "2541"), Err(("birth_year", Problem::Buddhist(1998))));
        assert_eq!(read("12", "3", "໒໕໓໓"), Err(("birth_year", Problem::Buddhist(1990))));
        assert_eq!(read("30", "2", "2533"), Err(("birth_year", Problem::Buddhist(1990))));
        assert_eq!(read("", "", "2458"), Err(("birth_year", Problem::Future)), "nobody is 111");
        assert_eq!(read("", "", "2570"), Err(("birth_year", Problem::Future)), "nor born next year");
        assert_eq!(read("1", "", "1990"), Err(("birth_month", Problem::MonthMissing)));
        assert_eq!(read("1", "2", ""), Err(("birth_year", Problem::YearMissing)));
        assert_eq!(read("1", "2", "98"), Err(("birth_year", Problem::Year)));
        assert_eq!(read("1", "2", "99999999999999999999"), Err(("birth_year", Problem::Year)));
    }

    #[test]
    fn days_and_months_are_read_as_people_write_them() {
        for typed in ["31/12/2027", "31.12.2027", "2027-12-31", "໓໑/໑໒/໒໐໒໗"] {
            assert_eq!(day(typed), Ok(NaiveDate::from_ymd_opt(2027, 12, 31)), "{typed}");
        }
        assert_eq!(day("31/02/2027"), Err(Problem::NoSuchDay));
        assert_eq!(day("tomorrow"), Err(Problem::Date));
        assert_eq!(month("03/2021", today()), Ok(NaiveDate::from_ymd_opt(2021, 3, 1)));
        assert_eq!(month("2021", today()), Ok(NaiveDate::from_ymd_opt(2021, 1, 1)));
        assert_eq!(
            day("31/12/2570"),
            Ok(NaiveDate::from_ymd_opt(2027, 12, 31)),
            "a year of the Buddhist era"
        );
        assert_eq!(month("໐໓/໒໕໖໔", today()), Ok(NaiveDate::from_ymd_opt(2021, 3, 1)));
        assert_eq!(month("2567", today()), Ok(NaiveDate::from_ymd_opt(2024, 1, 1)));
        assert_eq!(month("12/2569", today()), Err(Problem::Future));
        assert_eq!(month("2458", today()), Err(Problem::TooOld(110)));
        assert_eq!(month("12/2026", today()), Err(Problem::Future));
        assert_eq!(month("13/2021", today()), Err(Problem::NoSuchDay));
        assert_eq!(month("3/21", today()), Err(Problem::Month));
    }
}
