//! The form in which an organisation posts a vacancy: what each field asks for.

use super::problem::Problems;
use super::words::{contract_choices, period_choices};
use crate::form::{Choice, Field, FieldKind, Form, FormPage, day_hint};
use crate::layout::Chrome;
use crate::{Link, Locale, text};
use std::collections::BTreeMap;

/// What can be chosen: codes with names.
#[derive(Debug, Clone, Default)]
pub struct Offered {
    /// Provinces, and districts after them.
    pub places: Vec<(String, String)>,
    /// Currencies.
    pub currencies: Vec<String>,
}

/// What is typed, by the name of the field.
pub type Typed = BTreeMap<String, String>;

/// The names of all fields, in order.
pub const FIELDS: &[&str] = &[
    "title",
    "occupation",
    "openings",
    "place",
    "contract",
    "wage_min",
    "wage_max",
    "currency",
    "period",
    "allowances",
    "hours_a_day",
    "days_a_week",
    "overtime_a_day",
    "overtime_a_month",
    "night",
    "hazardous",
    "probation_days",
    "term_months",
    "least_age",
    "starts_on",
    "valid_through",
    "experience_months",
    "skills",
    "description",
    "exception",
];

struct Asking<'a> {
    locale: Locale,
    typed: &'a Typed,
    problems: &'a Problems,
}

impl Asking<'_> {
    fn field(&self, name: &str, kind: FieldKind, (label, hint): (&str, Option<&str>)) -> Field {
        let problem = self.problems.at(name).map(|problem| problem.said(self.locale));
        let value = self.typed.get(name).cloned().unwrap_or_default();
        let hint = hint.map(|key| text(self.locale, key));
        let label = text(self.locale, label);
        Field { name: name.to_owned(), label, hint, kind, value, problem, optional: false }
    }

    fn maybe(&self, name: &str, kind: FieldKind, said: (&str, Option<&str>)) -> Field {
        Field { optional: true, ..self.field(name, kind, said) }
    }

    fn day(&self, name: &str, label: &str, hint: &str) -> Field {
        let hint = day_hint(self.locale, Some(text(self.locale, hint)));
        Field { hint: Some(hint), ..self.field(name, FieldKind::Text, (label, None)) }
    }

    fn job(&self, offered: &Offered) -> Vec<Field> {
        let none = Choice::new("", text(self.locale, "posting-choose"));
        let places = offered.places.iter().map(|(code, name)| Choice::new(code, name.clone()));
        let places = FieldKind::Choice(std::iter::once(none).chain(places).collect());
        vec![
            self.field("title", FieldKind::Text, ("posting-title", Some("posting-title-hint"))),
            self.maybe(
                "occupation",
                FieldKind::Text,
                ("posting-occupation", Some("posting-occupation-hint")),
            ),
            self.field("openings", FieldKind::Number, ("posting-openings", None)),
            self.field("place", places, ("posting-place", Some("posting-place-hint"))),
            self.field("contract", contract_choices(self.locale), ("posting-contract", None)),
        ]
    }

    fn pay(&self, offered: &Offered) -> Vec<Field> {
        let currencies = offered.currencies.iter().map(|code| Choice::new(code, code.clone())).collect();
        vec![
            self.field("wage_min", FieldKind::Text, ("posting-wage-min", Some("posting-wage-min-hint"))),
            self.maybe("wage_max", FieldKind::Text, ("posting-wage-max", None)),
            self.field("currency", FieldKind::Choice(currencies), ("posting-currency", None)),
            self.field("period", period_choices(self.locale), ("posting-period", None)),
            self.maybe(
                "allowances",
                FieldKind::Text,
                ("posting-allowances", Some("posting-allowances-hint")),
            ),
        ]
    }

    fn hours(&self) -> Vec<Field> {
        vec![
            self.field("hours_a_day", FieldKind::Text, ("posting-hours", None)),
            self.field("days_a_week", FieldKind::Text, ("posting-days", None)),
            self.maybe(
                "overtime_a_day",
                FieldKind::Text,
                ("posting-overtime-day", Some("posting-overtime-hint")),
            ),
            self.maybe("overtime_a_month", FieldKind::Text, ("posting-overtime-month", None)),
            self.maybe("night", FieldKind::Tick, ("posting-night", None)),
            self.maybe("hazardous", FieldKind::Tick, ("posting-hazardous", Some("posting-hazardous-hint"))),
            self.maybe(
                "probation_days",
                FieldKind::Text,
                ("posting-probation", Some("posting-probation-hint")),
            ),
            self.maybe("term_months", FieldKind::Text, ("posting-term", Some("posting-term-hint"))),
            self.field("least_age", FieldKind::Number, ("posting-age", Some("posting-age-hint"))),
        ]
    }

    fn rest(&self) -> Vec<Field> {
        let starts = self.day("starts_on", "posting-starts", "posting-starts-hint");
        vec![
            Field { optional: true, ..starts },
            self.day("valid_through", "posting-closes", "posting-closes-hint"),
            self.maybe("experience_months", FieldKind::Text, ("posting-experience", None)),
            self.maybe("skills", FieldKind::Area, ("posting-skills", Some("posting-skills-hint"))),
            self.field(
                "description",
                FieldKind::Area,
                ("posting-description", Some("posting-description-hint")),
            ),
            self.maybe("exception", FieldKind::Area, ("posting-exception", Some("posting-exception-hint"))),
        ]
    }
}

/// The page with the form; `change` names the vacancy that is changed, and which state of it somebody saw.
pub fn form(
    chrome: &Chrome,
    (action, back): (&str, Link),
    (typed, offered): (&Typed, &Offered),
    (problems, change): (&Problems, Option<&str>),
    beside: Vec<String>,
) -> FormPage {
    let locale = chrome.locale;
    let asking = Asking { locale, typed, problems };
    let mut fields = asking.job(offered);
    fields.extend(asking.pay(offered));
    fields.extend(asking.hours());
    fields.extend(asking.rest());
    if let Some(revision) = change {
        let hidden = asking.field("revision", FieldKind::Hidden, ("posting-title", None));
        fields.push(Field { value: revision.to_owned(), ..hidden });
    }
    let title = text(locale, if change.is_some() { "posting-edit" } else { "posting-new" });
    let problem = problems.whole.map(|problem| problem.said(locale));
    let submit = text(locale, "posting-save");
    let form = Form { action: action.to_owned(), problem, fields, submit, quiet: false };
    let chrome = Chrome { title: title.clone(), ..chrome.clone() };
    let lead = std::iter::once(text(locale, "posting-lead")).chain(beside).collect();
    FormPage { chrome, heading: title, lead, form, links: vec![back] }
}
