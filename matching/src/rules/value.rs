//! What a rule sets: a number, a day, or codes and words.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A value of a rule, by its name in the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A number, in the unit that the rule states.
    Number(Decimal),
    /// A day of the calendar.
    Day(NaiveDate),
    /// Codes or words, in their order.
    Codes(Vec<String>),
}

impl Value {
    /// The number that it is.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Day(_) | Self::Codes(_) => None,
        }
    }
}
