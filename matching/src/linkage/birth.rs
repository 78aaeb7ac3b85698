//! Dates of any precision, and how well two of them agree.

use super::distance::within;
use super::level::Level;

/// A date of which month and day may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate(u32);

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// All of it.
    Day,
}

impl PartialDate {
    /// The date; none where the year is not 1 to 9999, month or day not 1 to 99, or a day is given without a
    /// month. Day 31 of a short month and month 17 pass: a slip is evidence too.
    pub fn new(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let fits = (1..=9_999).contains(&year)
            && month.is_none_or(|month| (1..=99).contains(&month))
            && day.is_none_or(|day| (1..=99).contains(&day) && month.is_some());
        fits.then(|| Self(year << 14 | month.unwrap_or(0) << 7 | day.unwrap_or(0)))
    }

    /// The date as a number that is never 0.
    pub(super) fn packed(self) -> u32 {
        self.0
    }

    /// The date of a number by [`PartialDate::packed`].
    pub(super) fn unpacked(packed: u32) -> Self {
        Self(packed)
    }

    pub(super) fn year(self) -> u32 {
        self.0 >> 14
    }

    pub(super) fn month(self) -> u32 {
        self.0 >> 7 & 127
    }

    pub(super) fn day(self) -> u32 {
        self.0 & 127
    }

    /// Year, and month and day as far as they are known.
    pub fn parts(self) -> (u32, Option<u32>, Option<u32>) {
        let known = |part: u32| (part > 0).then_some(part);
        (self.year(), known(self.month()), known(self.day()))
    }

    /// How much of it is known.
    pub fn precision(self) -> Precision {
        match (self.month(), self.day()) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    fn digits(self) -> [char; 8] {
        let digit = |number: u32| char::from_digit(number % 10, 10).unwrap_or('0');
        let (year, month, day) = (self.year(), self.month(), self.day());
        [
            digit(year / 1_000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            digit(month / 10),
            digit(month),
            digit(day / 10),
            digit(day),
        ]
    }
}

/// How well two dates agree, as far as both are known; what the less precise one leaves open says nothing.
pub(super) fn agree(one: PartialDate, other: PartialDate) -> (Precision, Level) {
    let precision = one.precision().min(other.precision());
    let level = match precision {
        Precision::Day => days_agree(one, other),
        Precision::Month => months_agree(one, other),
        Precision::Year if one.year() == other.year() => Level::Exact,
        Precision::Year if one.year().abs_diff(other.year()) == 1 => Level::Near,
        Precision::Year => Level::Different,
    };
    (precision, level)
}

fn days_agree(one: PartialDate, other: PartialDate) -> Level {
    if one == other {
        return Level::Exact;
    }
    let (year, month, day) =
        (one.year() == other.year(), one.month() == other.month(), one.day() == other.day());
    let turned = year && one.month() == other.day() && one.day() == other.month();
    let (digits, others) = (one.digits(), other.digits());
    if turned || within(&digits, &others, 1) {
        Level::VeryNear
    } else if u8::from(year) + u8::from(month) + u8::from(day) == 2 {
        Level::Near
    } else if year || within(&digits, &others, 2) {
        Level::Hint
    } else {
        Level::Different
    }
}

fn months_agree(one: PartialDate, other: PartialDate) -> Level {
    match (one.year() == other.year(), one.month() == other.month()) {
        (true, true) => Level::Exact,
        (true, false) => Level::Near,
        (false, true) if one.year().abs_diff(other.year()) == 1 => Level::Near,
        _ => Level::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: u32, month: u32, day: u32) -> PartialDate {
        let known = |part: u32| (part > 0).then_some(part);
        PartialDate::new(year, known(month), known(day)).unwrap()
    }

    #[test]
    fn dates_agree_by_their_slips() {
        let born = date(1987, 3, 5);
        for (other, level) in [
            (born, Level::Exact),
            (date(1987, 5, 3), Level::VeryNear),
            (date(1978, 3, 5), Level::VeryNear),
            (date(1987, 3, 25), Level::VeryNear),
            (date(1987, 3, 17), Level::Near),
            (date(1987, 11, 28), Level::Hint),
            (date(1962, 11, 28), Level::Different),
        ] {
            assert_eq!(agree(born, other), (Precision::Day, level), "{other:?}");
            assert_eq!(agree(other, born), agree(born, other));
        }
    }

    #[test]
    fn what_is_unknown_is_not_compared() {
        let born = date(1987, 3, 5);
        assert_eq!(agree(born, date(1987, 3, 0)), (Precision::Month, Level::Exact));
        assert_eq!(agree(born, date(1987, 0, 0)), (Precision::Year, Level::Exact));
        assert_eq!(agree(date(1988, 0, 0), born), (Precision::Year, Level::Near));
        assert_eq!(PartialDate::new(1987, None, Some(3)), None);
        assert_eq!(PartialDate::new(1987, Some(100), None), None);
    }
}
