//! From which age is somebody registered, of age, and no longer believed? A table of ages, each from a day on.

use crate::shipped;
use chrono::NaiveDate;
use seed_data::{AgeRow, TableError};
use std::sync::LazyLock;

/// Ages that hold on a day, in years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// From which somebody is of age.
    pub of_age: u32,
    /// From which somebody is registered for work.
    pub least: u32,
    /// Up to which a birth date is believed.
    pub oldest: u32,
}

/// Why the table makes no ages.
#[derive(Debug, thiserror::Error)]
pub enum AgesError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// An age that nobody knows.
    #[error("{0:?} is no age that is asked for")]
    Unknown(String),
    /// An age that holds from no day of the calendar.
    #[error("{0:?} is no day")]
    Day(String),
    /// An age is missing.
    #[error("{0} is not told")]
    Missing(&'static str),
    /// The ages of a day are not in their order.
    #[error("whoever is of age on {0} may not be registered, or is not believed")]
    Order(NaiveDate),
}

/// The ages of all days.
#[derive(Clone, Debug, Default)]
struct Table {
    /// Name, first day, years; later days first.
    rows: Vec<(String, NaiveDate, u32)>,
}

const OF_AGE: &str = "of_age";
const LEAST: &str = "least";
const OLDEST: &str = "oldest";

static SHIPPED: LazyLock<Table> =
    LazyLock::new(|| shipped::or_nothing(read(), "the ages cannot be read: no birth date is believed"));

fn read() -> Result<Table, AgesError> {
    Table::of(&seed_data::ages()?)
}

impl Ages {
    /// The ages in force on a day; before the first day of the table, those of its first.
    pub fn on(day: NaiveDate) -> Self {
        SHIPPED.on(day)
    }
}

impl Table {
    fn of(rows: &[AgeRow]) -> Result<Self, AgesError> {
        let mut read = Vec::new();
        for AgeRow { age, years, valid_from, source: _, confidence: _ } in rows {
            if ![OF_AGE, LEAST, OLDEST].contains(&age.as_str()) {
                return Err(AgesError::Unknown(age.clone()));
            }
            let day = valid_from.parse().map_err(|_| AgesError::Day(valid_from.clone()))?;
            read.push((age.clone(), day, *years));
        }
        read.sort_by_key(|(_, day, _)| std::cmp::Reverse(*day));
        let table = Self { rows: read };
        if let Some(missing) =
            [OF_AGE, LEAST, OLDEST].into_iter().find(|age| table.years(age, NaiveDate::MAX).is_none())
        {
            return Err(AgesError::Missing(missing));
        }
        for (_, day, _) in &table.rows {
            let Ages { of_age, least, oldest } = table.on(*day);
            if least > of_age || of_age >= oldest {
                return Err(AgesError::Order(*day));
            }
        }
        Ok(table)
    }

    fn years(&self, age: &str, day: NaiveDate) -> Option<u32> {
        let mut held = self.rows.iter().filter(|(held, _, _)| held == age);
        let first = held.clone().next_back();
        held.find(|(_, from, _)| *from <= day).or(first).map(|(_, _, years)| *years)
    }

    fn on(&self, day: NaiveDate) -> Ages {
        Ages {
            of_age: self.years(OF_AGE, day).unwrap_or(u32::MAX),
            least: self.years(LEAST, day).unwrap_or(u32::MAX),
            oldest: self.years(OLDEST, day).unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_shipped_ages_can_be_read_and_name_their_sources() {
        assert_eq!(read().unwrap().on(day("2026-11-29")), Ages { of_age: 18, least: 14, oldest: 110 });
        for row in seed_data::ages().unwrap() {
            assert!(!row.source.is_empty() && ["H", "M", "L"].contains(&row.confidence.as_str()), "{row:?}");
        }
    }

    #[test]
    fn an_age_holds_from_its_day_on() {
        let mut rows = seed_data::ages().unwrap();
        let later = AgeRow { years: 16, valid_from: "2027-01-01".to_owned(), ..rows[1].clone() };
        rows.insert(0, later);
        let table = Table::of(&rows).unwrap();
        assert_eq!(table.on(day("2026-12-31")).least, 14);
        assert_eq!(table.on(day("2027-01-01")).least, 16);
        assert_eq!(table.on(day("1975-12-02")).least, 14, "before all, the first of the table");
    }

    #[test]
    fn tables_with_gaps_and_ages_out_of_order_are_refused() {
        let rows = seed_data::ages().unwrap();
        assert!(matches!(Table::of(&rows[1..]), Err(AgesError::Missing(OF_AGE))));
        let with = |at: usize, change: fn(&mut AgeRow)| {
            let mut rows = rows.clone();
            change(&mut rows[at]);
            Table::of(&rows)
        };
        assert!(matches!(with(0, |row| row.years = 13), Err(AgesError::Order(_))));
        assert!(matches!(with(0, |row| row.valid_from = "soon".to_owned()), Err(AgesError::Day(_))));
        assert!(matches!(with(0, |row| row.age = "wise".to_owned()), Err(AgesError::Unknown(_))));
    }
}
