//! What an organisation says when it posts a vacancy, beyond what its readers look for.

mod facts;
mod market;
mod reading;
mod route;
mod sharing;

pub use facts::{basis, facts};
pub use market::{Market, market};
pub use reading::{Flag, Ground, Reading};
pub use route::{Circumstances, Route, Why, route};
pub use sharing::Sharing;

use crate::vacancies::draft::VacancyDraft;
use crate::vacancies::model::Taken;
use crate::vacancies::store::WithEmployer;
use chrono::{DateTime, Utc};

/// On which terms the work is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Hours of normal work on a day.
    pub hours_a_day: Option<f64>,
    /// Days of work in a week.
    pub days_a_week: Option<f64>,
    /// Hours of overtime on a day.
    pub overtime_a_day: Option<f64>,
    /// Hours of overtime in a month.
    pub overtime_a_month: Option<f64>,
    /// Whether it is done by night.
    pub night: bool,
    /// Whether it is hazardous.
    pub hazardous: bool,
    /// Whether it is manual work, where the occupation is known.
    pub manual: Option<bool>,
    /// Days on probation; none where there is no probation.
    pub probation_days: Option<u16>,
    /// Months of a contract with an end.
    pub term_months: Option<u16>,
    /// Age from which it can be taken up.
    pub least_age: Option<u16>,
    /// What comes on top of the wage and is no part of it.
    pub allowances: Option<String>,
    /// The occupation, as typed.
    pub occupation_typed: Option<String>,
    /// The skills, as typed.
    pub skills_typed: Option<String>,
    /// Why only some people can do the work.
    pub exception: Option<String>,
}

/// What was found when a vacancy was held against the rules and its text was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What the rules said, with the versions they used.
    pub proof: matching::rules::Proof,
    /// What its text says.
    pub reading: Reading,
}

/// A posted vacancy, as its organisation reads it.
#[derive(Clone, Debug)]
pub struct Own {
    /// The row, with its employer's name.
    pub row: WithEmployer,
    /// As it was posted.
    pub posting: Posting,
    /// Which state of it this is.
    pub revision: i32,
    /// What was done, the oldest first.
    pub log: Vec<(DateTime<Utc>, Taken)>,
    /// What was found when it was handed in last, and when.
    pub checked: Option<(Checked, DateTime<Utc>)>,
}

/// A vacancy as somebody posts it.
#[derive(Clone, Debug)]
pub struct Posting {
    /// What its readers look for.
    pub draft: VacancyDraft,
    /// On which terms the work is.
    pub terms: Terms,
}
