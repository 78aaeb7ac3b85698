//! How far is a request to erase somebody, what holds it up, and how long does it wait?

use crate::ids::{AccountId, ErasureId, PersonId};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::entity::prelude::*;
use seed_data::{ErasureTermRow, TableError};
use std::str::FromStr;

/// How far a request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Stage {
    /// Its term runs.
    Waiting,
    /// Its owner wants to stay.
    TakenBack,
    /// It was carried out.
    Done,
}

/// What holds a request up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Hold {
    /// Officers are about to join two records, of which one is theirs.
    IdentityCase,
    /// Nobody else looks after an organisation, or keeps the platform going.
    LastAdministrator,
}

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub id: ErasureId,
    /// Whose account.
    pub account: Option<AccountId>,
    /// Whose record.
    pub person: Option<PersonId>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When it is carried out at the earliest.
    pub due_at: DateTime<Utc>,
    /// When its owner was told the last time.
    pub warned_at: Option<DateTime<Utc>>,
    /// The officer who asked.
    pub asked_by: Option<AccountId>,
    /// Why, where an officer asked.
    pub reason: Option<String>,
}

/// A request as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The request; none where nothing waits.
    pub waiting: Option<Waiting>,
    /// What holds it up, or would.
    pub hold: Option<Hold>,
}

/// Terms of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// From the owner's request to the erasure.
    pub own: TimeDelta,
    /// From an officer's request to the erasure.
    pub office: TimeDelta,
    /// From the last letter to the erasure.
    pub warn: TimeDelta,
}

/// Why the table makes no terms.
#[derive(Debug, thiserror::Error)]
pub enum TermsError {
    /// It cannot be read.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A term is missing, told twice, or the warning comes before the request.
    #[error("the terms of erasures are not own, office and warn, of which the last is the shortest")]
    Terms,
}

impl Terms {
    /// The shipped table.
    pub fn shipped() -> Result<Self, TermsError> {
        Self::of(&seed_data::erasure_terms()?)
    }

    /// Reads a table.
    pub fn of(rows: &[ErasureTermRow]) -> Result<Self, TermsError> {
        let days = |term: &str| {
            let mut named = rows.iter().filter(|row| row.term == term);
            match (named.next(), named.next()) {
                (Some(row), None) => Ok(TimeDelta::days(row.days.into())),
                _ => Err(TermsError::Terms),
            }
        };
        let terms = Self { own: days("own")?, office: days("office")?, warn: days("warn")? };
        let sound = terms.warn < terms.own && terms.warn < terms.office && rows.len() == 3;
        if sound { Ok(terms) } else { Err(TermsError::Terms) }
    }
}

/// Words that an officer has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(String);

/// Why words are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// Nothing was said.
    #[error("nothing was said")]
    Empty,
    /// It is too long.
    #[error("there are more than 300 characters")]
    TooLong,
}

/// Longest words, in characters.
const LONGEST: usize = 300;

impl Words {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Waiting {
    /// Whether nobody asked: a record that nobody claimed lapses.
    pub fn lapses(&self) -> bool {
        self.account.is_none() && self.asked_by.is_none()
    }
}

impl FromStr for Words {
    type Err = WordsError;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let text = raw.trim();
        match text.chars().count() {
            0 => Err(WordsError::Empty),
            1..=LONGEST => Ok(Self(text.to_owned())),
            _ => Err(WordsError::TooLong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_terms_leave_a_month_to_owners_and_warn_a_week_before() {
        let terms = Terms::shipped().unwrap();
        assert_eq!([terms.own, terms.office, terms.warn].map(|term| term.num_days()), [30, 14, 7]);
    }

    #[test]
    fn terms_that_are_missing_told_twice_or_in_disorder_are_refused() {
        let rows = seed_data::erasure_terms().unwrap();
        assert!(matches!(Terms::of(&rows[1..]), Err(TermsError::Terms)));
        assert!(matches!(Terms::of(&[rows.clone(), rows.clone()].concat()), Err(TermsError::Terms)));
        let mut odd = rows;
        odd[2].days = 20;
        assert!(matches!(Terms::of(&odd), Err(TermsError::Terms)));
    }

    #[test]
    fn words_are_neither_empty_nor_endless() {
        assert_eq!("  \n ".parse::<Words>(), Err(WordsError::Empty));
        assert_eq!("ກ".repeat(301).parse::<Words>(), Err(WordsError::TooLong));
        assert_eq!(" ມາເອງ ".parse::<Words>().unwrap().as_str(), "ມາເອງ");
    }
}
