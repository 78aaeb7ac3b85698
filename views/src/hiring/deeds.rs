//! The forms by which work is offered, accepted, declined, and said to have begun.

use super::version;
use crate::form::{Choice, Field, FieldKind, Form, day_hint};
use crate::{Arg, Locale, text, text_args};

/// What stands in the form of an offer, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offering {
    /// The wage, as it was typed.
    pub wage: String,
    /// The first day, as it was typed.
    pub starts: String,
    /// What the advert says of the wage, as it is written.
    pub advertised: String,
    /// Whether the wage cannot be read.
    pub wage_wrong: bool,
    /// Whether the day cannot be read, or has passed.
    pub day_wrong: bool,
}

fn field(name: &str, label: String, kind: FieldKind, value: &str) -> Field {
    Field {
        name: name.to_owned(),
        label,
        hint: None,
        kind,
        value: value.to_owned(),
        problem: None,
        optional: false,
    }
}

/// The form by which the work is offered.
pub fn offering(locale: Locale, action: String, number: i32, typed: &Offering) -> (String, Form) {
    let wage = field("wage", text(locale, "hiring-offer-wage"), FieldKind::Number, &typed.wage);
    let wage = Field {
        hint: Some(text_args(locale, "hiring-offer-advert", &[("wage", Arg::Text(&typed.advertised))])),
        problem: typed.wage_wrong.then(|| text(locale, "hiring-problem-wage")),
        ..wage
    };
    let day = field("starts", text(locale, "hiring-offer-starts"), FieldKind::Text, &typed.starts);
    let day = Field {
        hint: Some(day_hint(locale, None)),
        problem: typed.day_wrong.then(|| text(locale, "hiring-problem-day")),
        ..day
    };
    let form = Form {
        action,
        problem: None,
        fields: vec![version(number), wage, day],
        submit: text(locale, "hiring-offer-send"),
        quiet: false,
    };
    (text(locale, "hiring-offer-title"), form)
}

/// The form by which an offer is accepted.
pub fn accepting(locale: Locale, action: String, number: i32, taken: bool) -> (String, Form) {
    let alone = field("alone", text(locale, "hiring-accept-alone"), FieldKind::Tick, "");
    let form = Form {
        action,
        problem: taken.then(|| text(locale, "hiring-problem-taken")),
        fields: vec![version(number), Field { optional: true, ..alone }],
        submit: text(locale, "hiring-accept"),
        quiet: false,
    };
    (text(locale, "hiring-accept"), form)
}

/// The form by which an offer is declined: reasons by code.
pub fn declining(
    locale: Locale,
    action: String,
    number: i32,
    reasons: Vec<(String, String)>,
) -> (String, Form) {
    let choices = reasons.into_iter().map(|(code, said)| Choice::new(code, said)).collect();
    let why = field("why", text(locale, "hiring-withdraw-why"), FieldKind::Choice(choices), "");
    let submit = text(locale, "hiring-decline");
    let form = Form { action, problem: None, fields: vec![version(number), why], submit, quiet: true };
    (text(locale, "hiring-decline"), form)
}

/// The form by which either side says that the work began.
pub fn starting(locale: Locale, action: String, number: i32, unit: &str) -> (String, Form) {
    let paid = field("wage", text(locale, "hiring-start-wage"), FieldKind::Number, "");
    let paid = Field { hint: Some(unit.to_owned()), optional: true, ..paid };
    let form = Form {
        action,
        problem: None,
        fields: vec![version(number), paid],
        submit: text(locale, "hiring-start"),
        quiet: false,
    };
    (text(locale, "hiring-start-title"), form)
}

/// What is offered, a line each.
pub fn offered(locale: Locale, wage: &str, starts: &str) -> Vec<String> {
    let day = text_args(locale, "hiring-offer-from", &[("day", Arg::Text(starts))]);
    vec![wage.to_owned(), day]
}
