//! One fact held against one value.

use super::fact::{Fact, FactValue, Facts, names};
use super::{Subject, UnknownName, Value};
use crate::Verdict;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

names! {
    /// How a fact is held against a value.
    Comparison, "comparison":
    /// The fact is a number no larger than the value, or a birth that makes nobody older.
    AtMost = "at_most",
    /// The fact is a number no smaller than the value, or a birth that makes nobody younger.
    AtLeast = "at_least",
    /// All codes of the fact are among those of the value.
    Among = "among",
    /// No code of the fact is among those of the value.
    NotAmong = "not_among",
    /// The fact is a yes.
    Yes = "yes",
    /// The fact is a no.
    No = "no",
}

/// What has to be so of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The fact.
    pub fact: Fact,
    /// How it is compared.
    pub is: Comparison,
    /// Name of the value it is compared with; none for a yes or a no.
    pub value: Option<String>,
    /// The day on which the age of a birth is counted; that of the decision where there is none.
    pub counted_on: Option<Fact>,
}

/// In which case a rule judges, and by what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it judges.
    pub subject: Subject,
    /// Which day's version counts; that of the decision where there is none, or where the day is not known.
    pub counted_on: Option<Fact>,
    /// What has to be so for the rule to apply.
    pub when: Vec<Check>,
    /// What has to be so.
    pub checks: Vec<Check>,
}

impl Check {
    /// The verdict on the facts of `today`, for this value of the rule.
    pub(super) fn verdict(&self, facts: &Facts, limit: Option<&Value>, today: NaiveDate) -> Verdict {
        let Some(found) = facts.get(self.fact) else { return Verdict::Unknown };
        match (self.is, found, limit) {
            (Comparison::Yes, FactValue::Flag(flag), _) => known(*flag),
            (Comparison::No, FactValue::Flag(flag), _) => known(!*flag),
            (Comparison::AtMost, FactValue::Number(number), Some(Value::Number(limit))) => {
                known(number <= limit)
            }
            (Comparison::AtLeast, FactValue::Number(number), Some(Value::Number(limit))) => {
                known(number >= limit)
            }
            (Comparison::Among, FactValue::Codes(codes), Some(Value::Codes(limit))) => {
                known(codes.iter().all(|code| limit.contains(code)))
            }
            (Comparison::NotAmong, FactValue::Codes(codes), Some(Value::Codes(limit))) => {
                known(!codes.iter().any(|code| limit.contains(code)))
            }
            (is, FactValue::Born(born), Some(Value::Number(limit))) => {
                let counted = match self.counted_on {
                    Some(day) => facts.day_of(day),
                    None => Some(today),
                };
                let ages = counted.and_then(|day| born.age_on(day));
                ages.map_or(Verdict::Unknown, |ages| aged(is, ages, *limit))
            }
            // Of another kind, or compared with a value that nobody knows: nothing is shown by it.
            (_, _, _) => Verdict::Unknown,
        }
    }
}

fn known(so: bool) -> Verdict {
    if so { Verdict::Met } else { Verdict::NotMet }
}

/// Whether everybody of these ages, or nobody, keeps to the limit.
fn aged(is: Comparison, (fewest, most): (u32, u32), limit: Decimal) -> Verdict {
    let kept = |age: u32| match is {
        Comparison::AtMost => Decimal::from(age) <= limit,
        Comparison::AtLeast => Decimal::from(age) >= limit,
        Comparison::Among | Comparison::NotAmong | Comparison::Yes | Comparison::No => false,
    };
    if !matches!(is, Comparison::AtMost | Comparison::AtLeast) {
        return Verdict::Unknown;
    }
    match (kept(fewest), kept(most)) {
        (true, true) => Verdict::Met,
        (false, false) => Verdict::NotMet,
        (true, false) | (false, true) => Verdict::Unknown,
    }
}
