//! In which unit is a value of a rule, and what kind of value does that make it?

use chrono::NaiveDate;
use matching::rules::Value;
use rust_decimal::Decimal;
use sea_orm::entity::prelude::*;
use seed_data::ValueRow;
use std::str::FromStr;

/// The unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Unit {
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Hundredths.
    Percent,
    /// Kip.
    Kip,
    /// Baht.
    Baht,
    /// Won.
    Won,
    /// Yen.
    Yen,
    /// So many of what the statement names.
    Count,
    /// Points of a score.
    Points,
    /// Pay of so many months.
    MonthsOfPay,
    /// One thing by another.
    Ratio,
    /// Codes of a classification.
    Codes,
    /// Words.
    Words,
    /// A day of the calendar.
    Day,
}

/// Why a value is none of its unit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no value in {1:?}")]
pub struct UnitError(String, Unit);

impl FromStr for Unit {
    type Err = DbErr;

    fn from_str(code: &str) -> Result<Self, DbErr> {
        Self::try_from_value(&code.to_owned())
    }
}

impl Unit {
    /// Its code.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// Whether values in it are numbers.
    pub fn is_number(self) -> bool {
        !matches!(self, Self::Codes | Self::Words | Self::Day)
    }

    /// A value as it is written in files and tables. A list of numbers, such as the bands of a tax, is a list of codes.
    pub fn read(self, row: &ValueRow) -> Result<Value, UnitError> {
        let wrong = |text: &str| UnitError(text.to_owned(), self);
        match row {
            ValueRow::Whole(whole) if self.is_number() => Ok(Value::Number(Decimal::from(*whole))),
            ValueRow::Whole(whole) => Err(wrong(&whole.to_string())),
            ValueRow::Text(text) if self.is_number() => {
                Decimal::from_str(text).map(Value::Number).map_err(|_| wrong(text))
            }
            ValueRow::Text(text) if self == Self::Day => {
                text.parse::<NaiveDate>().map(Value::Day).map_err(|_| wrong(text))
            }
            ValueRow::Text(text) => Ok(Value::Codes(vec![text.clone()])),
            ValueRow::List(list) if self == Self::Day || list.is_empty() => Err(wrong(&list.join(" "))),
            ValueRow::List(list) if self.is_number() => {
                match list.iter().find(|text| Decimal::from_str(text).is_err()) {
                    Some(text) => Err(wrong(text)),
                    None => Ok(Value::Codes(list.clone())),
                }
            }
            ValueRow::List(list) => Ok(Value::Codes(list.clone())),
        }
    }
}

/// The name of the field by which a value of this name is proposed.
pub fn value_field(name: &str) -> String {
    format!("value-{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_in_their_unit() {
        let text = |text: &str| ValueRow::Text(text.to_owned());
        assert_eq!(Unit::Hours.read(&ValueRow::Whole(48)), Ok(Value::Number(48.into())));
        assert_eq!(Unit::Percent.read(&text("5.5")), Ok(Value::Number("5.5".parse().unwrap())));
        assert_eq!(Unit::Day.read(&text("2027-04-01")), Ok(Value::Day("2027-04-01".parse().unwrap())));
        let grounds = vec!["sex".to_owned(), "age".to_owned()];
        assert_eq!(Unit::Words.read(&ValueRow::List(grounds.clone())), Ok(Value::Codes(grounds)));
        for (unit, row) in [
            (Unit::Hours, text("many")),
            (Unit::Day, ValueRow::Whole(2027)),
            (Unit::Day, text("soon")),
            (Unit::Codes, ValueRow::List(Vec::new())),
            (Unit::Kip, ValueRow::List(vec!["1".to_owned(), "x".to_owned()])),
        ] {
            assert!(unit.read(&row).is_err(), "{unit:?} {row:?}");
        }
    }
}
