//! What is known of a vacancy when rules judge it?

use super::{Posting, Terms};
use crate::money::{ExchangeRates, WagePeriod};
use crate::vacancies::draft::Wage;
use chrono::NaiveDate;
use matching::rules::{Fact, FactValue, Facts, FloorBasis, Pay, Period, RuleBook, Value, full_time_month};
use rust_decimal::Decimal;

/// The rule that says for how much work the floor of wages is told (Instruction 808/MLSW of 2015).
const BASIS: &str = "WAGE-09";
/// Days in a week.
const WEEK: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// For how much work the floor of wages is told on a day, by the rule of that day.
pub fn basis(book: &RuleBook, day: NaiveDate) -> Option<FloorBasis> {
    let number = |name: &str| match book.value(BASIS, name, day)? {
        Value::Number(number) => Some(*number),
        Value::Codes(_) | Value::Day(_) => None,
    };
    Some(FloorBasis {
        days_a_month: number("days_a_month")?,
        days_a_week: number("days_a_week")?,
        hours_a_day: number("hours_a_day")?,
    })
}

/// What is known of a vacancy; work starts today where no day is told. What comes on top of the wage is no part of it.
pub fn facts(
    posting: &Posting,
    grounds: &[String],
    (basis, rates): (Option<FloorBasis>, &ExchangeRates),
    today: NaiveDate,
) -> Facts {
    let Posting { draft, terms } = posting;
    let starts_on = draft.starts_on.unwrap_or(today);
    let (hours, days) = (decimal(terms.hours_a_day), decimal(terms.days_a_week));
    let hours_a_week = hours.zip(days).map(|(hours, days)| hours * days);
    let (a_day, a_month) = (decimal(terms.overtime_a_day), decimal(terms.overtime_a_month));
    let some = |hours: Option<Decimal>| hours.is_some_and(|hours| hours > Decimal::ZERO);
    let overtime = some(a_day) || some(a_month);
    let wage = basis.and_then(|basis| {
        let pay = pay(&draft.wage, terms, rates, starts_on)?;
        full_time_month(pay, basis)
    });
    let codes = FactValue::Codes(grounds.to_vec());
    Facts::default()
        .number(Fact::HoursADay, hours)
        .number(Fact::DaysAWeek, days)
        .number(Fact::HoursAWeek, hours_a_week)
        .number(Fact::RestDaysAWeek, days.map(|days| WEEK - days))
        .flag(Fact::Overtime, Some(overtime))
        .number(Fact::OvertimeADay, a_day)
        .number(Fact::OvertimeAMonth, a_month)
        .flag(Fact::Hazardous, Some(terms.hazardous))
        .flag(Fact::Night, Some(terms.night))
        .flag(Fact::Manual, terms.manual)
        .number(Fact::ProbationDays, Some(terms.probation_days.unwrap_or(0)))
        .flag(Fact::FixedTerm, Some(terms.term_months.is_some()))
        .number(Fact::TermMonths, terms.term_months)
        .number(Fact::LeastAge, terms.least_age)
        .number(Fact::FullTimeWage, wage)
        .with(Fact::GroundsNamed, codes)
        .day(Fact::StartsOn, Some(starts_on))
        .day(Fact::ClosesOn, draft.closes.settle(draft.posted_on).1)
}

fn decimal(number: Option<f64>) -> Option<Decimal> {
    number.and_then(|number| Decimal::try_from(number).ok())
}

/// The lowest pay that the advert promises, in kip by the rate of the day on which work starts; none for piece rates,
/// whose worth depends on what somebody makes.
fn pay(wage: &Wage, terms: &Terms, rates: &ExchangeRates, day: NaiveDate) -> Option<Pay> {
    let amount = Decimal::from(wage.min.or(wage.max)?);
    let currency = wage.currency.as_deref().unwrap_or("LAK");
    let rate = Decimal::try_from(rates.kip_per_unit(currency, day)?).ok()?;
    let period = match wage.period? {
        WagePeriod::Hour => Period::Hour,
        WagePeriod::Day => Period::Day,
        WagePeriod::Week => Period::Week,
        WagePeriod::Month => Period::Month,
        WagePeriod::Year => Period::Year,
        WagePeriod::Piece => return None,
    };
    let (hours, days) = (decimal(terms.hours_a_day), decimal(terms.days_a_week));
    let hours_a_week = hours.zip(days).map(|(hours, days)| hours * days);
    Some(Pay { kip: amount * rate, period, hours_a_week, days_a_week: days })
}
