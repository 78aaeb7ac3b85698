//! How days, moments, birth dates and areas are written for a reader.

use crate::access::model::Area;
use crate::clock::{clock_in_vientiane, day_in_vientiane};
use crate::http::language::of_labels;
use crate::people::model::BirthPrecision;
use crate::reference::ReferenceBook;
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use search::{Concept, PlaceKey};
use views::mail::When;
use views::{Locale, format};

/// A day.
pub(crate) fn day(locale: Locale, day: NaiveDate) -> String {
    format::date(locale, day.year(), day.month(), day.day())
}

/// The day of a moment, in Vientiane.
pub(crate) fn day_of(locale: Locale, moment: DateTime<Utc>) -> String {
    day(locale, day_in_vientiane(moment))
}

/// A moment: the day and the time, in Vientiane.
pub(crate) fn moment(locale: Locale, moment: DateTime<Utc>) -> String {
    let local = clock_in_vientiane(moment);
    format!("{} {:02}:{:02}", day(locale, local.date()), local.hour(), local.minute())
}

/// A moment for texts that word it themselves.
pub(crate) fn when(moment: DateTime<Utc>) -> When {
    let local = clock_in_vientiane(moment);
    When { day: (local.year(), local.month(), local.day()), time: (local.hour(), local.minute()) }
}

/// A month.
pub(crate) fn month(day: NaiveDate) -> String {
    format!("{:02}/{:04}", day.month(), day.year())
}

/// A birth date as precise as it is known.
pub(crate) fn birth(locale: Locale, (date, precision): (NaiveDate, BirthPrecision)) -> String {
    match precision {
        BirthPrecision::Day => day(locale, date),
        BirthPrecision::Month => month(date),
        BirthPrecision::Year => date.year().to_string(),
    }
}

/// The name of an area; none of the whole country.
pub(crate) fn area(book: &ReferenceBook, locale: Locale, area: Area) -> Option<String> {
    let key = match area {
        Area::Country => return None,
        Area::Province(key) | Area::District { district: key, .. } => key,
    };
    Some(place(book, locale, key))
}

/// The name of a place.
pub(crate) fn place(book: &ReferenceBook, locale: Locale, key: i32) -> String {
    book.name(Concept::Place(PlaceKey(key.unsigned_abs())), of_labels(locale)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_date_says_no_more_than_is_known() {
        let date = NaiveDate::from_ymd_opt(1998, 3, 7).unwrap();
        let said = |precision| birth(Locale::English, (date, precision));
        assert_eq!(said(BirthPrecision::Day), day(Locale::English, date));
        assert_eq!(said(BirthPrecision::Month), "03/1998");
        assert_eq!(said(BirthPrecision::Year), "1998");
    }

    #[test]
    fn a_moment_late_in_the_day_is_of_the_next_in_vientiane() {
        let late: DateTime<Utc> = "2026-03-07T17:30:00Z".parse().unwrap();
        assert_eq!(day_of(Locale::Lao, late), day(Locale::Lao, NaiveDate::from_ymd_opt(2026, 3, 8).unwrap()));
        assert!(moment(Locale::Lao, late).ends_with(" 00:30"));
    }
}
