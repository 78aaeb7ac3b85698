//! The values of a rule in words, and what it says with them.

use crate::{Arg, Locale, format, text, text_args};

/// In which unit a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitWord {
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
    /// Money, by its ISO 4217 code.
    Money(&'static str),
    /// Points.
    Points,
    /// Pay of so many months.
    MonthsOfPay,
    /// A bare number.
    Bare,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// A number in whole and its decimals, as digits; none where it is whole.
    Number(i64, Option<String>, UnitWord),
    /// Several of them, in their order.
    Numbers(Vec<(i64, Option<String>)>, UnitWord),
    /// Words or codes.
    Words(Vec<String>),
    /// A day, as text.
    Day(String),
    /// Nobody knows it.
    Unknown,
}

impl Amount {
    /// In words, with its unit.
    pub fn said(&self, locale: Locale) -> String {
        match self {
            Self::Number(whole, decimals, unit) => number(locale, (*whole, decimals.as_deref()), *unit),
            Self::Numbers(all, unit) => {
                let said =
                    all.iter().map(|(whole, decimals)| number(locale, (*whole, decimals.as_deref()), *unit));
                said.collect::<Vec<_>>().join(" · ")
            }
            Self::Words(words) => words.join(", "),
            Self::Day(day) => day.clone(),
            Self::Unknown => text(locale, "rules-value-unknown"),
        }
    }
}

fn number(locale: Locale, (whole, decimals): (i64, Option<&str>), unit: UnitWord) -> String {
    let point = match locale {
        Locale::English => '.',
        Locale::Lao | Locale::Vietnamese => ',',
    };
    let digits = match decimals {
        Some(decimals) => format!("{}{point}{decimals}", format::number(locale, whole)),
        None => format::number(locale, whole),
    };
    // A broken number takes the form of many.
    let count = if decimals.is_some() { 2 } else { whole };
    let args = [("count", Arg::Number(count)), ("number", Arg::Text(&digits))];
    match unit {
        UnitWord::Hours => text_args(locale, "rules-unit-hours", &args),
        UnitWord::Minutes => text_args(locale, "rules-unit-minutes", &args),
        UnitWord::Days => text_args(locale, "rules-unit-days", &args),
        UnitWord::Months => text_args(locale, "rules-unit-months", &args),
        UnitWord::Years => text_args(locale, "rules-unit-years", &args),
        UnitWord::Points => text_args(locale, "rules-unit-points", &args),
        UnitWord::MonthsOfPay => text_args(locale, "rules-unit-months-of-pay", &args),
        UnitWord::Percent => format!("{digits} %"),
        UnitWord::Money(currency) if decimals.is_none() => format::amount(locale, whole, currency),
        UnitWord::Money(currency) => format!("{digits} {currency}"),
        UnitWord::Bare => digits,
    }
}

/// Where in an instrument: one article, or several.
pub fn article(locale: Locale, numbers: &str, several: bool) -> String {
    let args = [("count", Arg::Number(if several { 2 } else { 1 })), ("numbers", Arg::Text(numbers))];
    text_args(locale, "rules-article", &args)
}

/// The instrument that makes a rule, by its title and number.
pub fn instrument(locale: Locale, title: &str, number: &str) -> String {
    if number.is_empty() {
        return title.to_owned();
    }
    text_args(locale, "rules-instrument", &[("title", Arg::Text(title)), ("number", Arg::Text(number))])
}

/// What a rule says: its words with each `{name}` replaced by the value of that name.
pub fn statement(locale: Locale, words: &str, values: &[(String, Amount)]) -> String {
    let mut said = words.to_owned();
    for (name, amount) in values {
        said = said.replace(&format!("{{{name}}}"), &amount.said(locale));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_into_the_words_as_each_language_writes_them() {
        let values = [
            ("hours".to_owned(), Amount::Number(1, None, UnitWord::Hours)),
            ("share".to_owned(), Amount::Number(5, Some("5".to_owned()), UnitWord::Percent)),
            ("floor".to_owned(), Amount::Number(2_500_000, None, UnitWord::Money("LAK"))),
        ];
        let said = |locale| statement(locale, "{hours}; {share}; {floor}", &values);
        assert_eq!(said(Locale::English), "1 hour; 5.5 %; 2,500,000 kip");
        assert!(said(Locale::Lao).ends_with("5,5 %; 2.500.000 ກີບ"), "{}", said(Locale::Lao));
        assert!(said(Locale::Vietnamese).starts_with("1 giờ; 5,5 %"), "{}", said(Locale::Vietnamese));
    }

    #[test]
    fn what_nobody_knows_is_said_so() {
        let said = statement(Locale::English, "{amount}", &[("amount".to_owned(), Amount::Unknown)]);
        assert_eq!(said, text(Locale::English, "rules-value-unknown"));
        assert!(!said.contains('{'));
    }
}
