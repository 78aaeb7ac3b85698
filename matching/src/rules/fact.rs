//! What is known of something that rules judge.

use super::Birth;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::str::FromStr;
use thiserror::Error;

/// A name in a rule that nobody knows.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{name:?} is no {kind}")]
pub struct UnknownName {
    pub(super) name: String,
    pub(super) kind: &'static str,
}

/// A closed set of names, which rules use in their files and tables.
macro_rules! names {
    ($(#[$doc:meta])* $set:ident, $kind:literal: $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $set {
            $($(#[$variant_doc])* #[serde(rename = $name)] $variant,)+
        }

        impl $set {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in rules.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl FromStr for $set {
            type Err = UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($name => Ok(Self::$variant),)+
                    _ => Err(UnknownName { name: name.to_owned(), kind: $kind }),
                }
            }
        }
    };
}
pub(super) use names;

names! {
    /// What is judged.
    Subject, "subject of rules":
    /// A vacancy at home.
    Vacancy = "vacancy",
    /// Somebody who would go to work abroad.
    Worker = "worker",
}

names! {
    /// What rules ask about.
    Fact, "fact":
    /// Hours of normal work on a day.
    HoursADay = "hours_a_day",
    /// Hours of normal work in a week.
    HoursAWeek = "hours_a_week",
    /// Days of work in a week.
    DaysAWeek = "days_a_week",
    /// Days of rest in a week.
    RestDaysAWeek = "rest_days_a_week",
    /// Whether overtime is asked for.
    Overtime = "overtime",
    /// Hours of overtime on a day.
    OvertimeADay = "overtime_hours_a_day",
    /// Hours of overtime in a month.
    OvertimeAMonth = "overtime_hours_a_month",
    /// Whether the work is hazardous.
    Hazardous = "hazardous",
    /// Whether it is done by night.
    Night = "night",
    /// Whether it is manual work, by its occupation.
    Manual = "manual",
    /// Days on probation.
    ProbationDays = "probation_days",
    /// Whether the contract has an end.
    FixedTerm = "fixed_term",
    /// Months of such a contract with its renewals.
    TermMonths = "term_months",
    /// Age in years from which somebody may take it up.
    LeastAge = "least_age",
    /// Kip a month for full time, without allowances and overtime; of piece-work, at the output that is expected.
    FullTimeWage = "full_time_wage",
    /// Grounds on which an advert chooses people.
    GroundsNamed = "grounds_named",
    /// When somebody was born.
    Born = "born",
    /// The day on which work starts.
    StartsOn = "starts_on",
    /// The last day on which people can apply.
    ClosesOn = "closes_on",
    /// The day on which somebody leaves the country.
    DepartsOn = "departs_on",
}

/// What a fact is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactValue {
    /// A number, in the unit of the fact.
    Number(Decimal),
    /// Yes or no.
    Flag(bool),
    /// Codes, in their order.
    Codes(Vec<String>),
    /// A day.
    Day(NaiveDate),
    /// A birth.
    Born(Birth),
}

/// What is known; what is not here is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Fact, FactValue>);

impl Facts {
    /// The same, with one more fact.
    #[must_use]
    pub fn with(mut self, fact: Fact, value: FactValue) -> Self {
        self.0.insert(fact, value);
        self
    }

    /// The same, with a number where there is one.
    #[must_use]
    pub fn number(self, fact: Fact, number: Option<impl Into<Decimal>>) -> Self {
        match number {
            Some(number) => self.with(fact, FactValue::Number(number.into())),
            None => self,
        }
    }

    /// The same, with a yes or no where it is known.
    #[must_use]
    pub fn flag(self, fact: Fact, flag: Option<bool>) -> Self {
        match flag {
            Some(flag) => self.with(fact, FactValue::Flag(flag)),
            None => self,
        }
    }

    /// The same, with a day where it is known.
    #[must_use]
    pub fn day(self, fact: Fact, day: Option<NaiveDate>) -> Self {
        match day {
            Some(day) => self.with(fact, FactValue::Day(day)),
            None => self,
        }
    }

    /// What is known of one.
    pub fn get(&self, fact: Fact) -> Option<&FactValue> {
        self.0.get(&fact)
    }

    /// The day that a fact is.
    pub(super) fn day_of(&self, fact: Fact) -> Option<NaiveDate> {
        match self.get(fact)? {
            FactValue::Day(day) => Some(*day),
            FactValue::Number(_) | FactValue::Flag(_) | FactValue::Codes(_) | FactValue::Born(_) => None,
        }
    }
}
