//! What is typed about documents and cases: raw strings become values, or problems, all of them at once.

use super::model::{Formats, IdKind, NewIdentifier, NumberError};
use crate::access::model::of_code;
use crate::imports::understand::date;
use crate::unseen::is_unseen;
use chrono::NaiveDate;
use serde::Deserialize;
use views::identities::Problem;

/// What is wrong, by the names of the fields.
pub(super) type Problems = Vec<(&'static str, Problem)>;

/// Longest name of an issuer, in characters.
const ISSUER: usize = 120;

/// Every field that a form of these pages may have; each form reads its own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub(super) what: String,
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) issuer: String,
    pub(super) issued_on: String,
    pub(super) expires_on: String,
    pub(super) method: String,
    pub(super) judgement: String,
    pub(super) reason: String,
}

impl Fields {
    /// A document.
    pub(super) fn document(&self, formats: &Formats, today: NaiveDate) -> Result<NewIdentifier, Problems> {
        let mut problems = Problems::new();
        let kind: Option<IdKind> = of_code(self.kind.trim());
        let number = kind.map(|kind| formats.read(kind, &self.number));
        match &number {
            None => problems.push(("kind", Problem::Choose)),
            Some(Ok(_)) => {}
            Some(Err(error)) => problems.push(("number", of_number(*error))),
        }
        let issuer = self.issuer.split_whitespace().collect::<Vec<_>>().join(" ");
        if issuer.chars().count() > ISSUER || issuer.chars().any(is_unseen) {
            problems.push(("issuer", Problem::Text));
        }
        let mut day = |field: &'static str, typed: &str| {
            let typed = typed.trim();
            let day = date::day(typed).ok();
            if !typed.is_empty() && day.is_none() {
                problems.push((field, Problem::Day));
            }
            day
        };
        let (issued_on, expires_on) =
            (day("issued_on", &self.issued_on), day("expires_on", &self.expires_on));
        if issued_on.is_some_and(|issued| issued > today) {
            problems.push(("issued_on", Problem::Future));
        }
        if issued_on.zip(expires_on).is_some_and(|(issued, last)| last <= issued) {
            problems.push(("expires_on", Problem::Order));
        }
        match (kind, number) {
            (Some(kind), Some(Ok(number))) if problems.is_empty() => {
                let issuer = (!issuer.is_empty()).then_some(issuer);
                Ok(NewIdentifier { kind, number, issuer, issued_on, expires_on })
            }
            _ => Err(problems),
        }
    }

    /// What was typed about a document.
    pub(super) fn typed(&self) -> Vec<(String, String)> {
        let Self { kind, number, issuer, issued_on, expires_on, .. } = self;
        let named = [
            ("kind", kind),
            ("number", number),
            ("issuer", issuer),
            ("issued_on", issued_on),
            ("expires_on", expires_on),
        ];
        named.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }
}

/// What is wrong with a number.
pub(super) fn of_number(error: NumberError) -> Problem {
    match error {
        NumberError::Empty => Problem::Empty,
        NumberError::Signs => Problem::Signs,
        NumberError::Length(least, most) => Problem::Length(least, most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_a_document_is_told_at_once() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let fields = Fields {
            kind: "passport".to_owned(),
            number: "ໜັງສື".to_owned(),
            issuer: "x".repeat(121),
            issued_on: "2026-02-30".to_owned(),
            expires_on: "soon".to_owned(),
            ..Fields::default()
        };
        let problems = fields.document(Formats::shipped(), today).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["number", "issuer", "issued_on", "expires_on"]);
        let fields = Fields {
            kind: "napkin".to_owned(),
            issued_on: "2027-01-01".to_owned(),
            expires_on: "2026-01-01".to_owned(),
            ..Fields::default()
        };
        let problems = fields.document(Formats::shipped(), today).unwrap_err();
        assert_eq!(
            problems,
            [("kind", Problem::Choose), ("issued_on", Problem::Future), ("expires_on", Problem::Order)]
        );
    }

    #[test]
    fn the_days_of_a_document_are_read_as_browsers_and_as_people_write_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (issued_on, expires_on) in [("2024-03-07", "2034-03-06"), ("7/3/2024", " ໐໖/໐໓/໒໐໓໔ ")]
        {
            let fields = Fields {
                kind: "passport".to_owned(),
                number: "P1234567".to_owned(),
                issued_on: issued_on.to_owned(),
                expires_on: expires_on.to_owned(),
                ..Fields::default()
            };
            let new = fields.document(Formats::shipped(), today).unwrap();
            assert_eq!(new.issued_on, NaiveDate::from_ymd_opt(2024, 3, 7));
            assert_eq!(new.expires_on, NaiveDate::from_ymd_opt(2034, 3, 6));
        }
    }
}
