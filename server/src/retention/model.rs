//! Which classes are kept for how long, from when on, and what is done then?

use crate::access::model::of_code;
use crate::clock::{day_begins, day_in_vientiane};
use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use sea_orm::Iterable;
use sea_orm::entity::prelude::*;
use seed_data::{RetentionRow, TableError};
use views::retention::TermWord;

/// A class of rows that have a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Class {
    /// Records of people that others brought, and that nobody claimed.
    UnclaimedRecord,
    /// Letters that wait no more.
    Letter,
    /// Changes that followers have read.
    FollowedChange,
    /// The audit trail.
    Trail,
}

/// What is done once a term is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Deed {
    /// People are erased, with all that is kept about them.
    Erase,
    /// Rows are deleted.
    Delete,
    /// Nothing: it cannot be taken out.
    Keep,
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
}

impl Term {
    /// The moment before which something has to be of, so that its term is over at `at`.
    pub fn before(self, at: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Days(days) => at.checked_sub_days(Days::new(days.into())),
            Self::Months(months) => at.checked_sub_months(Months::new(months)),
        }
        .unwrap_or(DateTime::<Utc>::MIN_UTC)
    }

    /// The term in words.
    pub fn word(self) -> TermWord {
        match self {
            Self::Days(days) => TermWord::Days(days.into()),
            Self::Months(months) => TermWord::Months(months.into()),
        }
    }

    /// When the term of something of a moment is over.
    pub fn after(self, since: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Days(days) => since.checked_add_days(Days::new(days.into())),
            Self::Months(months) => since.checked_add_months(Months::new(months)),
        }
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// A class with its term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub class: Class,
    /// How long.
    pub term: Term,
    /// What is done then.
    pub deed: Deed,
    /// How many days before somebody is written to.
    pub warn_days: u32,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// Whether the ministry has yet to confirm it.
    pub unconfirmed: bool,
}

impl Rule {
    /// Whether it holds at a moment.
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        at >= day_begins(self.from)
    }
}

/// All classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule(Vec<Rule>);

/// Why the table makes no schedule.
#[derive(Debug, thiserror::Error)]
pub enum ScheduleError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A value that nobody knows.
    #[error("{0:?} is no {1}")]
    Unknown(String, &'static str),
    /// A class is missing, or told twice.
    #[error("a class of rows is not told once")]
    NotOnce,
}

impl Schedule {
    /// The shipped table.
    pub fn shipped() -> Result<Self, ScheduleError> {
        Self::of(&seed_data::retention_classes()?)
    }

    /// Reads a table in which each class stands once.
    pub fn of(rows: &[RetentionRow]) -> Result<Self, ScheduleError> {
        let rules = rows.iter().map(rule).collect::<Result<Vec<Rule>, _>>()?;
        let once = |class| rules.iter().filter(|rule| rule.class == class).count() == 1;
        if Class::iter().all(once) { Ok(Self(rules)) } else { Err(ScheduleError::NotOnce) }
    }

    /// The rules in the order of the table.
    pub fn rules(&self) -> &[Rule] {
        &self.0
    }

    /// The term of a class, for whoever is told of it.
    pub fn term(&self, class: Class) -> Result<Term, ScheduleError> {
        let rule = self.0.iter().find(|rule| rule.class == class);
        rule.map(|rule| rule.term).ok_or(ScheduleError::NotOnce)
    }

    /// The rule of a class, where it holds at a moment.
    pub fn rule(&self, class: Class, at: DateTime<Utc>) -> Option<&Rule> {
        self.0.iter().find(|rule| rule.class == class && rule.holds(at))
    }
}

fn rule(row: &RetentionRow) -> Result<Rule, ScheduleError> {
    let unknown = |value: &str, what| ScheduleError::Unknown(value.to_owned(), what);
    let term = match row.unit.as_str() {
        "days" => Term::Days(row.term),
        "months" => Term::Months(row.term),
        other => return Err(unknown(other, "unit of a term")),
    };
    Ok(Rule {
        class: of_code(&row.class).ok_or_else(|| unknown(&row.class, "class"))?,
        term,
        deed: of_code(&row.deed).ok_or_else(|| unknown(&row.deed, "deed"))?,
        warn_days: row.warn_days,
        from: row.effective_from.parse().map_err(|_| unknown(&row.effective_from, "day"))?,
        unconfirmed: row.confidence.contains("verify"),
    })
}

/// How much of a class there is, and how much of it is due when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The class with its term.
    pub rule: Rule,
    /// All of it.
    pub held: u64,
    /// What is due now.
    pub due: u64,
    /// What is due within 30 days, that included.
    pub in_30_days: u64,
    /// What is due within 90 days, that included.
    pub in_90_days: u64,
}

/// What was done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// When.
    pub day: NaiveDate,
    /// Of which class.
    pub class: Class,
    /// How many it was said of that they go.
    pub warned: u64,
    /// How many went.
    pub done: u64,
}

/// The day under which something of a moment is noted.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    day_in_vientiane(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_schedule_names_each_class_once_and_keeps_the_trail() {
        let schedule = Schedule::shipped().unwrap();
        let at = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        assert_eq!(schedule.rule(Class::UnclaimedRecord, at).unwrap().term, Term::Months(24));
        assert_eq!(schedule.rule(Class::Trail, at).unwrap().deed, Deed::Keep);
        assert_eq!(schedule.rules().len(), Class::iter().count());
    }

    #[test]
    fn nothing_is_due_before_the_first_day_of_a_rule() {
        let schedule = Schedule::shipped().unwrap();
        let early = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        assert_eq!(schedule.rule(Class::UnclaimedRecord, early), None);
    }

    #[test]
    fn a_table_with_a_gap_or_an_odd_value_is_refused() {
        let rows = seed_data::retention_classes().unwrap();
        assert!(matches!(Schedule::of(&rows[1..]), Err(ScheduleError::NotOnce)));
        let changes: [fn(&mut RetentionRow); 2] =
            [|row| row.unit = "years".to_owned(), |row| row.deed = "x".to_owned()];
        for change in changes {
            let mut odd = rows.clone();
            change(&mut odd[0]);
            assert!(matches!(Schedule::of(&odd), Err(ScheduleError::Unknown(..))));
        }
    }

    #[test]
    fn a_month_is_one_of_the_calendar() {
        let at = DateTime::parse_from_rfc3339("2026-03-31T00:00:00Z").unwrap().to_utc();
        assert_eq!(Term::Months(1).before(at).to_rfc3339(), "2026-02-28T00:00:00+00:00");
        assert_eq!(Term::Days(31).before(at).to_rfc3339(), "2026-02-28T00:00:00+00:00");
    }
}
