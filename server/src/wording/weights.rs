//! What do the rules of a day say about flags: weights, points, and from when on something counts?

use chrono::NaiveDate;
use matching::adverts::{Flag, Threshold};
use matching::rules::{RuleBook, Value};
use rust_decimal::prelude::ToPrimitive;

/// The rule that says from which points on an advert is held.
const HOLD: &str = "RF-HOLD";
/// The rule whose grounds an advert must not name.
const GROUNDS: &str = "LAB-09";
/// The rule that sets the minimum wage.
const WAGE: &str = "WAGE-01";

/// The rules of a day.
#[derive(Clone, Copy)]
pub(super) struct Weights<'a> {
    book: &'a RuleBook,
    today: NaiveDate,
}

impl<'a> Weights<'a> {
    pub(super) fn on(book: &'a RuleBook, today: NaiveDate) -> Self {
        Self { book, today }
    }

    fn number(self, rule: &str, name: &str) -> Option<u64> {
        self.book.value(rule, name, self.today)?.number()?.to_u64()
    }

    fn points(self, name: &str) -> Option<u32> {
        self.number(HOLD, name).and_then(|points| u32::try_from(points).ok())
    }

    /// A flag as its rule weighs it; nothing where the rule does not hold on the day.
    pub(super) fn flag(self, code: &str) -> Option<Flag> {
        let weight = u32::try_from(self.number(code, "weight")?).ok()?;
        let hard = match self.book.value(code, "hard", self.today) {
            Some(Value::Codes(said)) => said.iter().any(|said| said == "yes"),
            Some(Value::Number(_) | Value::Day(_)) | None => false,
        };
        Some(Flag { code: code.to_owned(), weight, hard })
    }

    /// From which points on an advert of an account of so many days is held. Where no rule says so, a person looks at
    /// every advert with a flag.
    pub(super) fn threshold(self, account_days: Option<u32>) -> Threshold {
        let Some(points) = self.points("points") else { return Threshold { hold: 1, sure: u32::MAX } };
        let is_new = account_days.is_some_and(|days| self.points("days").is_some_and(|until| days < until));
        let early = self.points("early").filter(|_| is_new);
        Threshold { hold: early.unwrap_or(points).min(points), sure: self.points("sure").unwrap_or(u32::MAX) }
    }

    /// Whether a ground is one that adverts must not name.
    pub(super) fn is_ground(self, code: &str) -> bool {
        match self.book.value(GROUNDS, "grounds", self.today) {
            Some(Value::Codes(grounds)) => grounds.iter().any(|ground| ground == code),
            Some(Value::Number(_) | Value::Day(_)) | None => false,
        }
    }

    /// From which pay on it is very high, in kip a month: so many times what is mostly paid, or the minimum wage.
    pub(super) fn very_high_pay(self, market: Option<u64>) -> Option<u64> {
        let usual = market.or_else(|| self.number(WAGE, "kip_a_month"))?;
        Some(usual.saturating_mul(self.number(HOLD, "pay")?))
    }

    /// From how many names on one phone is a sign.
    pub(super) fn many_names(self) -> Option<u64> {
        self.number(HOLD, "names")
    }
}
