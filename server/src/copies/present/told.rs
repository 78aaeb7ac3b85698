//! What does a cell of the copy say, in words?

use crate::access::model::{Role, of_code};
use crate::consent::model::Purposes;
use crate::copies::facts::Fact;
use crate::http::language::of_labels;
use crate::people::model::BirthPrecision;
use crate::people::schooling::Schooling;
use crate::reference::ReferenceBook;
use crate::written;
use chrono::NaiveDate;
use search::{Concept, OccupationKey, PlaceKey, SkillKey};
use serde_json::{Map, Value};
use std::collections::HashMap;
use views::copies::record::truth;
use views::copies::{classes, word};
use views::{Locale, format};

/// Tells cells to a reader.
pub(in crate::copies) struct Teller<'a> {
    /// The reader's language.
    pub(in crate::copies) locale: Locale,
    /// The day on which it is told.
    pub(in crate::copies) today: NaiveDate,
    /// Names of occupations, skills and places.
    pub(in crate::copies) book: &'a ReferenceBook,
    /// Names of organisations, by their keys.
    pub(in crate::copies) organisations: &'a HashMap<String, String>,
}

impl Teller<'_> {
    /// What a cell says; none where nothing stands in it.
    pub(super) fn said(
        &self,
        of: (&str, &str),
        fact: Fact,
        (cell, row): (&Value, &Map<String, Value>),
    ) -> Option<String> {
        let said = match cell {
            Value::String(text) => self.of_text(of, fact, (text, row)),
            Value::Number(number) => self.of_number(fact, (number.as_i64()?, row)),
            Value::Bool(held) => Some(truth(self.locale, *held)),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        };
        said.filter(|said| !said.is_empty())
    }

    fn of_text(
        &self,
        of: (&str, &str),
        fact: Fact,
        (text, row): (&str, &Map<String, Value>),
    ) -> Option<String> {
        let locale = self.locale;
        match fact {
            Fact::Code => word(locale, of, text).or_else(|| Some(text.to_owned())),
            Fact::Moment => text.parse().ok().map(|at| written::moment(locale, at)),
            Fact::Day => text.parse().ok().map(|day| self.day(day)),
            Fact::Birth => {
                let day: NaiveDate = text.parse().ok()?;
                let precision = match row.get("birth_precision").and_then(Value::as_str) {
                    Some("year") => BirthPrecision::Year,
                    Some("month") => BirthPrecision::Month,
                    _ => BirthPrecision::Day,
                };
                Some(written::birth(locale, (day, precision)))
            }
            Fact::Certainty => text.parse::<f64>().ok().map(|share| format!("{:.0} %", share * 100.0)),
            Fact::Organisation => {
                let gone = || views::consent::Recipient::Gone.said(locale);
                Some(self.organisations.get(text).cloned().unwrap_or_else(gone))
            }
            Fact::Purpose => {
                let words = Purposes::shipped().words(text, locale.code(), self.today);
                Some(words.map_or_else(|| text.to_owned(), |words| words.title.clone()))
            }
            Fact::Classes => Some(classes(locale, text)),
            Fact::Role => of_code::<Role>(text).map(|role| views::desk::role(locale, role.word())),
            Fact::SchoolLevel => {
                let level = Schooling::shipped().level(text);
                Some(level.map_or_else(|| text.to_owned(), |level| level.name(locale).to_owned()))
            }
            Fact::SchoolField => {
                let field = Schooling::shipped().field(text);
                Some(field.map_or_else(|| text.to_owned(), |field| field.name(locale).to_owned()))
            }
            _ => Some(text.to_owned()),
        }
    }

    fn of_number(&self, fact: Fact, (number, row): (i64, &Map<String, Value>)) -> Option<String> {
        let locale = self.locale;
        let key = u32::try_from(number.unsigned_abs()).ok();
        let name = |concept: Concept| self.book.name(concept, of_labels(locale)).to_owned();
        match fact {
            Fact::Occupation => key.map(|key| name(Concept::Occupation(OccupationKey(key)))),
            Fact::Skill => key.map(|key| name(Concept::Skill(SkillKey(key)))),
            Fact::Place => key.map(|key| name(Concept::Place(PlaceKey(key)))),
            Fact::Minutes => Some(format!("{:02}:{:02}", number / 60, number % 60)),
            Fact::Months => key.map(|months| format::duration(locale, months)),
            Fact::Wage => {
                let currency = row.get("wage_currency").and_then(Value::as_str).unwrap_or_default();
                Some(format::amount(locale, number, currency).trim().to_owned())
            }
            Fact::Qualification => {
                u8::try_from(number).ok().map(|level| views::words::qualification(locale, level))
            }
            Fact::SkillLevel => {
                u8::try_from(number).ok().map(|level| views::profile::skill_level(locale, level))
            }
            _ => Some(number.to_string()),
        }
    }

    /// A day as it is written.
    pub(super) fn day(&self, day: NaiveDate) -> String {
        written::day(self.locale, day)
    }

    /// What a licence is called.
    pub(super) fn licence(&self, code: &str) -> String {
        let key = self.book.licences.key(code);
        let name = key.map(|key| self.book.licences.name(key, of_labels(self.locale)).to_owned());
        name.unwrap_or_else(|| code.to_owned())
    }
}
