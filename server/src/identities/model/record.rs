//! A record as an officer compares it with another.

use crate::ids::PersonId;
use crate::people::model::{BirthPrecision, Sex};
use crate::people::profile::Names;
use chrono::{DateTime, NaiveDate, Utc};

/// A record of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Key.
    pub id: PersonId,
    /// Given or only name.
    pub given: Option<String>,
    /// Family name.
    pub family: Option<String>,
    /// Name in Latin letters.
    pub latin: Option<String>,
    /// As registered.
    pub sex: Sex,
    /// As precise as known.
    pub birth: Option<(NaiveDate, BirthPrecision)>,
    /// As given.
    pub phone: Option<String>,
    /// Place concept.
    pub province: Option<i32>,
    /// Place concept.
    pub district: Option<i32>,
    /// The work that is looked for, in a line.
    pub headline: String,
    /// 1 to 8 of the national framework.
    pub qualification: Option<i32>,
    /// Codes of the languages spoken.
    pub languages: Vec<String>,
    /// When it came.
    pub created_at: DateTime<Utc>,
    /// Whether somebody signs in to it.
    pub owned: bool,
    /// With which it was joined.
    pub merged_into: Option<PersonId>,
}

impl Record {
    /// The name as people say it; empty where there is none.
    pub fn name(&self) -> String {
        self.names().whole().unwrap_or_default()
    }

    /// What the person is called.
    pub fn names(&self) -> Names {
        Names { given: self.given.clone(), family: self.family.clone(), latin: self.latin.clone() }
    }
}
