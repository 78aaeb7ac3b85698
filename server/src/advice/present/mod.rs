//! Advice as view-models: finished facts in the reader's language.

mod jobs;
mod lacks;
mod people;
mod vacancies;

pub(super) use jobs::jobs;
pub(super) use lacks::lacks;
pub(super) use people::people;
pub(super) use vacancies::offered;

use crate::reference::ReferenceBook;
use crate::vacancies::present::{advertised, place};
use crate::vacancies::store::{Listed, WithEmployer};
use chrono::NaiveDate;
use views::Locale;

/// Where a vacancy is and what it pays, as far as it says so.
pub(crate) fn terms(
    book: &ReferenceBook,
    row: &WithEmployer,
    (locale, today): (Locale, NaiveDate),
) -> Vec<String> {
    let listed = Listed::from(row);
    let (wage, about) = advertised(book, &listed, locale, today);
    [place(book, &listed, locale), wage, about].into_iter().flatten().collect()
}
