//! Dates as people write them: day first, Thai years too.

use super::number::ascii_digits;
use crate::people::ages::Ages;
use crate::people::model::BirthPrecision;
use chrono::NaiveDate;

/// Years above this are counted from the death of the Buddha.
const LAST_COMMON_YEAR: i32 = 2400;
const BUDDHIST_YEARS_AHEAD: i32 = 543;

/// Why a text is no date.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DateError {
    /// Not in one of the known forms.
    #[error("`{0}` is not a date such as 31/12/2025")]
    Form(String),
    /// No such day.
    #[error("there is no day {0}")]
    NoSuchDay(String),
    /// Two digits: nobody knows which century, or which calendar.
    #[error("the year of `{0}` has to have four digits")]
    ShortYear(String),
    /// Neither of our time nor a Thai year.
    #[error("the year of `{0}` cannot be meant")]
    Absurd(String),
    /// Younger than anybody who is registered.
    #[error("whoever was born on `{0}` is younger than {1}")]
    Young(String, u32),
    /// Older than is believed.
    #[error("whoever was born on `{0}` would be older than {1}")]
    Old(String, u32),
}

/// A day: `dd/mm/yyyy`, also with `.` or `-`, or `yyyy-mm-dd`; a time behind it is passed over.
pub fn day(text: &str) -> Result<NaiveDate, DateError> {
    match partial(text)? {
        (day, BirthPrecision::Day) => Ok(day),
        (_, BirthPrecision::Month | BirthPrecision::Year) => Err(DateError::Form(text.to_owned())),
    }
}

/// A date as precise as given: `yyyy`, `mm/yyyy`, or a day; what is not given counts as the first.
pub fn partial(text: &str) -> Result<(NaiveDate, BirthPrecision), DateError> {
    let ascii = ascii_digits(text.trim());
    let date = ascii.split([' ', 'T']).next().unwrap_or_default();
    let form = || DateError::Form(text.to_owned());
    let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
    let mut numbers = Vec::new();
    for part in &parts {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        numbers.push(part.parse::<i32>().ok().filter(|_| digits).ok_or_else(form)?);
    }
    let long = |position: usize| parts.get(position).is_some_and(|part| part.len() == 4);
    let short = |position: usize| parts.get(position).is_some_and(|part| part.len() <= 2);
    let (year, month, day, precision) = match numbers[..] {
        [year] if long(0) => (year, 1, 1, BirthPrecision::Year),
        [month, year] if short(0) && long(1) => (year, month, 1, BirthPrecision::Month),
        [year, month] if long(0) && short(1) => (year, month, 1, BirthPrecision::Month),
        [day, month, year] if short(0) && short(1) && long(2) => (year, month, day, BirthPrecision::Day),
        [year, month, day] if long(0) && short(1) && short(2) => (year, month, day, BirthPrecision::Day),
        [_, _] | [_, _, _] if short(0) && short(1) => return Err(DateError::ShortYear(text.to_owned())),
        _ => return Err(form()),
    };
    let year = common_year(year).ok_or_else(|| DateError::Absurd(text.to_owned()))?;
    let exact = u32::try_from(month).ok().zip(u32::try_from(day).ok());
    let date = exact.and_then(|(month, day)| NaiveDate::from_ymd_opt(year, month, day));
    date.map(|date| (date, precision)).ok_or_else(|| DateError::NoSuchDay(text.to_owned()))
}

/// The year of the common era of one that may be counted from the death of the Buddha, as on Lao and Thai papers: nothing
/// that people write down lies beyond [`LAST_COMMON_YEAR`].
pub fn of_common_era(year: i32) -> i32 {
    if year > LAST_COMMON_YEAR { year - BUDDHIST_YEARS_AHEAD } else { year }
}

/// The common year of a year of either calendar, from 1900 to 2150.
fn common_year(year: i32) -> Option<i32> {
    let common = of_common_era(year);
    (1900..=2150).contains(&common).then_some(common)
}

/// A birth date that someone who works today can have. Of one that is not known to the day the first counts.
pub fn birth(text: &str, today: NaiveDate) -> Result<(NaiveDate, BirthPrecision), DateError> {
    let (date, precision) = partial(text)?;
    let Ages { least, oldest, of_age: _ } = Ages::on(today);
    match today.years_since(date) {
        Some(age) if age > oldest => Err(DateError::Old(text.to_owned(), oldest)),
        Some(age) if age >= least => Ok((date, precision)),
        Some(_) | None => Err(DateError::Young(text.to_owned(), least)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_come_first_whatever_separates_them() {
        for text in [
            "25/11/2025",
            "25.11.2025",
            "25-11-2025",
            "2025-11-25",
            "25/11/2025 15:05",
            "2025-11-25T00:00:00+07:00",
        ] {
            assert_eq!(day(text), Ok(ymd(2025, 11, 25)), "{text}");
        }
        assert_eq!(day("໒໕/໑໑/໒໐໒໕"), Ok(ymd(2025, 11, 25)));
    }

    #[test]
    fn thai_years_become_common_ones() {
        assert_eq!(day("01/02/2560"), Ok(ymd(2017, 2, 1)));
        assert_eq!(partial("2533"), Ok((ymd(1990, 1, 1), BirthPrecision::Year)));
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_given() {
        assert_eq!(partial("1990"), Ok((ymd(1990, 1, 1), BirthPrecision::Year)));
        assert_eq!(partial("07/1990"), Ok((ymd(1990, 7, 1), BirthPrecision::Month)));
        assert!(day("07/1990").is_err());
    }

    #[test]
    fn what_is_no_day_or_unclear_is_refused() {
        assert_eq!(day("31/02/2025"), Err(DateError::NoSuchDay("31/02/2025".to_owned())));
        assert_eq!(day("03/14/2025"), Err(DateError::NoSuchDay("03/14/2025".to_owned())));
        assert_eq!(day("01/02/60"), Err(DateError::ShortYear("01/02/60".to_owned())));
        assert_eq!(day("01/02/2300"), Err(DateError::Absurd("01/02/2300".to_owned())));
        assert!(matches!(day("soon"), Err(DateError::Form(_))));
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        let today = ymd(2026, 11, 1);
        assert_eq!(birth("2030", today), Err(DateError::Young("2030".to_owned(), 14)));
        assert_eq!(birth("1901", today), Err(DateError::Old("1901".to_owned(), 110)));
        assert!(birth("02/11/2012", today).is_err() && birth("01/11/2012", today).is_ok());
        assert!(birth("2545", today).is_ok());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[0-9/. T-]{0,14}|\\PC{0,12}") {
            let _ = partial(&text);
        }
    }
}
