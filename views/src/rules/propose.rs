//! The form by which somebody proposes a version of a rule.

use crate::form::{Field, FieldKind, Form};
use crate::{Arg, Locale, text, text_args};

/// A value in the form of a proposal.
#[derive(Debug, Clone)]
pub struct ValueField {
    /// Name of the field.
    pub name: String,
    /// By which it is named in the statement of the page.
    pub label: String,
    /// What it is today, with its unit.
    pub now: String,
    /// What was typed.
    pub value: String,
    /// Whether it cannot be read.
    pub wrong: bool,
}

/// The form of a proposal: of each field what was typed, and whether it cannot be read.
#[derive(Debug, Clone)]
pub struct ProposeForm {
    /// Where it is sent.
    pub action: String,
    /// Its values.
    pub values: Vec<ValueField>,
    /// The first day.
    pub from: (String, bool),
    /// The last day.
    pub until: (String, bool),
    /// The day of the instrument.
    pub issued: (String, bool),
    /// The instrument.
    pub citation: (String, bool),
    /// Where in it.
    pub article: (String, bool),
    /// Why.
    pub reason: (String, bool),
}

pub(super) fn field(locale: Locale, name: &str, label: &str, kind: FieldKind) -> Field {
    Field {
        name: name.to_owned(),
        label: text(locale, label),
        hint: None,
        kind,
        value: String::new(),
        problem: None,
        optional: false,
    }
}

impl ProposeForm {
    pub(super) fn form(&self, locale: Locale) -> Form {
        let problem = |wrong: bool| wrong.then(|| text(locale, "rules-propose-problem"));
        let values = self.values.iter().map(|value| Field {
            label: value.label.clone(),
            value: value.value.clone(),
            problem: problem(value.wrong),
            hint: Some(text_args(locale, "rules-propose-value-hint", &[("now", Arg::Text(&value.now))])),
            ..field(locale, &value.name, "rules-reason", FieldKind::Text)
        });
        let held = |name: &str, label: &str, (value, wrong): &(String, bool), optional: bool| Field {
            value: value.clone(),
            problem: problem(*wrong),
            optional,
            ..field(locale, name, label, FieldKind::Text)
        };
        let mut fields: Vec<Field> = values.collect();
        fields.push(held("from", "rules-propose-from", &self.from, false));
        fields.push(held("until", "rules-propose-until", &self.until, true));
        fields.push(held("citation", "rules-propose-citation", &self.citation, false));
        fields.push(held("article", "rules-propose-article", &self.article, true));
        fields.push(held("issued", "rules-propose-issued", &self.issued, true));
        fields.push(held("reason", "rules-reason", &self.reason, false));
        let any = fields.iter().any(|field| field.problem.is_some());
        Form {
            action: self.action.clone(),
            problem: any.then(|| text(locale, "rules-propose-problems")),
            fields,
            submit: text(locale, "rules-propose-submit"),
            ..Form::default()
        }
    }
}
