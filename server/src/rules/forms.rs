//! What people type when they propose a version of a rule, and when they decide about one.

use super::commands::Proposal;
use super::model::{RuleDefinition, Step, Unit, ValueRow, value_field};
use crate::imports::understand::date;
use chrono::NaiveDate;
use sea_orm::ActiveEnum;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Longest text that is taken, in characters.
const LONGEST: usize = 500;

/// A decision, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DecideFields {
    /// Key of the version.
    pub(super) version: String,
    /// What is to be done.
    pub(super) step: String,
    /// Why.
    pub(super) reason: String,
}

impl DecideFields {
    /// Which version, and which step; none where either is unknown.
    pub(super) fn read(&self) -> Option<(i32, Step)> {
        Some((self.version.parse().ok()?, Step::try_from_value(&self.step).ok()?))
    }
}

/// A proposal, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ProposeFields(pub(super) BTreeMap<String, String>);

impl ProposeFields {
    /// As the pairs of a form; of a name that comes twice, the last.
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// What stands in a field.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// The proposal, or the names of the fields that cannot be read.
    pub(super) fn read(&self, rule: &RuleDefinition) -> Result<Proposal, Vec<String>> {
        let mut wrong = Vec::new();
        let mut values = BTreeMap::new();
        for (name, unit) in &rule.units {
            match value(*unit, self.text(&value_field(name))) {
                Some(row) => _ = values.insert(name.clone(), row),
                None => wrong.push(value_field(name)),
            }
        }
        let mut day = |name: &str, needed: bool| -> Option<NaiveDate> {
            let text = self.text(name);
            let read = date::day(text).ok();
            if read.is_none() && (needed || !text.is_empty()) {
                wrong.push(name.to_owned());
            }
            read
        };
        let (from, until, issued) = (day("from", true), day("until", false), day("issued", false));
        for name in ["citation", "reason"] {
            let length = self.text(name).chars().count();
            if length == 0 || length > LONGEST {
                wrong.push(name.to_owned());
            }
        }
        let article = self.text("article");
        if article.chars().count() > LONGEST {
            wrong.push("article".to_owned());
        }
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            wrong.push("until".to_owned());
        }
        match from {
            Some(valid_from) if wrong.is_empty() => Ok(Proposal {
                rule: rule.code.clone(),
                values,
                valid_from,
                valid_until: until,
                issued_on: issued,
                citation: self.text("citation").to_owned(),
                article: (!article.is_empty()).then(|| article.to_owned()),
                reason: self.text("reason").to_owned(),
            }),
            Some(_) | None => Err(wrong),
        }
    }
}

/// A value as somebody types it: digits may stand in groups, a comma or a point before decimals, several with semicolons
/// between.
fn value(unit: Unit, text: &str) -> Option<ValueRow> {
    let row = if text.contains(';') || matches!(unit, Unit::Codes | Unit::Words) {
        let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
        ValueRow::List(
            parts.map(|part| if unit.is_number() { plain(part) } else { part.to_owned() }).collect(),
        )
    } else if unit == Unit::Day {
        ValueRow::Text(date::day(text).ok()?.to_string())
    } else {
        let digits = plain(text);
        digits.parse().map_or(ValueRow::Text(digits), ValueRow::Whole)
    };
    unit.read(&row).ok().map(|_| row)
}

/// Digits without groups: a point or comma before exactly three digits at the end, or more than one of them, groups; any
/// other begins decimals.
fn plain(text: &str) -> String {
    let ascii: String = crate::imports::understand::number::ascii_digits(text).split_whitespace().collect();
    let marks = ascii.chars().filter(|letter| matches!(letter, '.' | ',')).count();
    let last = ascii.rfind(['.', ',']);
    let groups = marks > 1 || last.is_some_and(|at| ascii.len() - at == 4);
    if groups { ascii.replace(['.', ','], "") } else { ascii.replace(',', ".") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_people_write_them() {
        let read = |unit, text| value(unit, text);
        assert_eq!(read(Unit::Kip, "2.500.000"), Some(ValueRow::Whole(2_500_000)));
        assert_eq!(read(Unit::Kip, "2,500,000"), Some(ValueRow::Whole(2_500_000)));
        assert_eq!(read(Unit::Kip, "໒໕໐໐໐໐໐"), Some(ValueRow::Whole(2_500_000)));
        assert_eq!(read(Unit::Kip, "2.500"), Some(ValueRow::Whole(2_500)));
        assert_eq!(read(Unit::Percent, "5,5"), Some(ValueRow::Text("5.5".to_owned())));
        assert_eq!(read(Unit::Day, "01/04/2027"), Some(ValueRow::Text("2027-04-01".to_owned())));
        let words = vec!["sex".to_owned(), "age".to_owned()];
        assert_eq!(read(Unit::Words, "sex; age"), Some(ValueRow::List(words)));
        for (unit, text) in
            [(Unit::Kip, ""), (Unit::Kip, "much"), (Unit::Day, "31/02/2027"), (Unit::Words, " ; ")]
        {
            assert_eq!(read(unit, text), None, "{unit:?} {text}");
        }
    }
}
