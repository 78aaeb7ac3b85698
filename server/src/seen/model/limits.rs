//! How often may one account look at people in a day? A table of numbers, each with its source.

use crate::shipped;
use seed_data::{LimitRow, TableError};
use std::sync::LazyLock;

/// How often one account may look in a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Covered values that are shown before auditors are told.
    pub reveals_alarm: u32,
    /// Covered values that are shown at all.
    pub reveals_refused: u32,
    /// People that are opened.
    pub opened: u32,
    /// People whom a list names, who count together as one that is opened.
    pub named_as_one: u32,
    /// Pages of results.
    pub searches: u32,
    /// Pages of one search.
    pub pages: u32,
    /// Numbers of documents that are told.
    pub numbers_told: u32,
    /// Numbers that an officer typed from a paper and that are not those which were told.
    pub numbers_wrong: u32,
    /// Hundredths of the score from which on a person counts as one who fits a vacancy.
    pub fits_percent: u32,
    /// People who fit from which on their number is told.
    pub counted_from: u32,
    /// People who fit up to whom they are counted.
    pub counted_to: u32,
}

/// Why the table makes no limits.
#[derive(Debug, thiserror::Error)]
pub enum LimitsError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A limit is missing, told twice or nobody's.
    #[error("the limits are not each told once")]
    NotOnce,
    /// Nobody is told before it is too late.
    #[error("values are refused before anybody is told")]
    Order,
}

static SHIPPED: LazyLock<Limits> = LazyLock::new(|| {
    shipped::or_nothing(Limits::shipped_or_error(), "the limits cannot be read: nobody may look at people")
});

impl Limits {
    /// The limits in force.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The shipped table, or what is wrong with it.
    pub fn shipped_or_error() -> Result<Self, LimitsError> {
        Self::of(&seed_data::limits()?)
    }

    /// Reads a table.
    pub fn of(rows: &[LimitRow]) -> Result<Self, LimitsError> {
        let value = |limit: &str| {
            let mut held = rows.iter().filter(|row| row.limit == limit);
            held.next().filter(|_| held.next().is_none()).map(|row| row.value).ok_or(LimitsError::NotOnce)
        };
        let limits = Self {
            reveals_alarm: value("reveals_alarm")?,
            reveals_refused: value("reveals_refused")?,
            opened: value("opened")?,
            named_as_one: value("named_as_one")?,
            searches: value("searches")?,
            pages: value("pages")?,
            numbers_told: value("numbers_told")?,
            numbers_wrong: value("numbers_wrong")?,
            fits_percent: value("fits_percent")?,
            counted_from: value("counted_from")?,
            counted_to: value("counted_to")?,
        };
        if rows.len() != 11 {
            return Err(LimitsError::NotOnce);
        }
        if limits.reveals_alarm < limits.reveals_refused { Ok(limits) } else { Err(LimitsError::Order) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_fifty_a_day_raise_an_alarm() {
        assert_eq!(Limits::shipped_or_error().unwrap().reveals_alarm, 50);
    }

    #[test]
    fn tables_with_gaps_doubles_or_in_the_wrong_order_are_refused() {
        let rows = seed_data::limits().unwrap();
        assert!(matches!(Limits::of(&rows[1..]), Err(LimitsError::NotOnce)));
        let twice: Vec<LimitRow> = rows.iter().chain(&rows[..1]).cloned().collect();
        assert!(matches!(Limits::of(&twice), Err(LimitsError::NotOnce)));
        let mut late = rows.clone();
        late[0].value = late[1].value;
        assert!(matches!(Limits::of(&late), Err(LimitsError::Order)));
    }
}
