//! For how long is an organisation verified, and when is it reminded? Terms with their sources
//! (`seed-data/data/organisations/terms.csv`), read once.

use crate::shipped;
use chrono::{Days, Months, NaiveDate};
use std::sync::LazyLock;

/// The terms in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// For how many months somebody is verified.
    pub verified_for: u32,
    /// So many days before the end it can be renewed.
    pub renewal_opens: u32,
    /// So many days before the end its administrators are reminded, the earlier first.
    pub reminders: [u32; 2],
}

/// Why the terms cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum TermsError {
    /// The table.
    #[error(transparent)]
    Table(#[from] seed_data::TableError),
    /// A term is missing, or has another unit.
    #[error("the term {0} is not told in {1}")]
    NotTold(&'static str, &'static str),
}

/// The shipped terms; a test holds that they can be read. Where they cannot nobody is verified for a day.
static SHIPPED: LazyLock<Terms> = LazyLock::new(|| {
    shipped::or_nothing(
        Terms::shipped_or_error(),
        "the terms of verification cannot be read: nobody is verified",
    )
});

impl Terms {
    /// The terms in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped terms, or what is wrong with them.
    pub fn shipped_or_error() -> Result<Self, TermsError> {
        let rows = seed_data::verification_terms()?;
        let told = |term: &'static str, unit: &'static str| {
            let row = rows.iter().find(|row| row.term == term && row.unit == unit);
            row.map(|row| row.value).ok_or(TermsError::NotTold(term, unit))
        };
        Ok(Self {
            verified_for: told("verified_for", "months")?,
            renewal_opens: told("renewal_opens", "days")?,
            reminders: [told("first_reminder", "days")?, told("last_reminder", "days")?],
        })
    }

    /// The last day of a verification that begins on `day`.
    pub fn verified_until(&self, day: NaiveDate) -> NaiveDate {
        day.checked_add_months(Months::new(self.verified_for)).unwrap_or(day)
    }

    /// Whether it is too early on `day` to renew what ends with `until`.
    pub fn is_early_for(&self, until: NaiveDate, day: NaiveDate) -> bool {
        day.checked_add_days(Days::new(u64::from(self.renewal_opens))).is_some_and(|opens| opens < until)
    }

    /// The next day after `day` on which something is to be done about what ends with `until`: its administrators are
    /// reminded, or its time is over.
    pub fn next_look(&self, until: NaiveDate, day: NaiveDate) -> Option<NaiveDate> {
        let before = self.reminders.iter().map(|days| until.checked_sub_days(Days::new(u64::from(*days))));
        let looks = before.chain([until.succ_opt()]).flatten();
        looks.filter(|look| *look > day).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_terms_can_be_read() {
        let terms = Terms::shipped_or_error().unwrap();
        let day = NaiveDate::from_ymd_opt(2027, 2, 28).unwrap();
        assert_eq!(terms.verified_until(day), NaiveDate::from_ymd_opt(2028, 2, 28).unwrap());
        let [first, last] = terms.reminders;
        assert!(first > last && last > 0 && terms.renewal_opens >= first);
    }

    #[test]
    fn it_is_looked_at_twice_before_the_end_and_once_after() {
        let terms = Terms::shipped();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (until, mut on, mut looks) = (day("2027-06-30"), day("2026-07-01"), Vec::new());
        while let Some(next) = terms.next_look(until, on) {
            looks.push(next.to_string());
            on = next;
        }
        assert_eq!(looks, ["2027-05-31", "2027-06-23", "2027-07-01"]);
        assert_eq!(
            terms.next_look(until, day("2027-06-25")),
            Some(day("2027-07-01")),
            "a missed day is past"
        );
    }
}
