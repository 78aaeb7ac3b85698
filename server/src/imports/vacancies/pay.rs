//! Wages of the template: two amounts with currency and period, or words.

use super::template::code;
use crate::imports::cells::{Cells, shown};
use crate::imports::records::Refusal;
use crate::imports::understand::{number, wage};
use crate::money::WagePeriod;
use crate::vacancies::draft::Wage;

/// A wage in words, with numbers where the words give them.
pub(super) fn of_words(words: &str, country: &str) -> Wage {
    let text = Some(words.to_owned());
    match wage::read(words, Some(home_currency(country))) {
        Some(read) => Wage {
            text,
            min: read.min,
            max: read.max,
            currency: Some(read.currency),
            period: Some(read.period),
        },
        None => Wage { text, ..Wage::default() },
    }
}

/// The wage; words where numbers are expected stay as text and are read as far as they can be.
pub(super) fn of_cells(cells: &Cells<'_>, country: &str) -> Result<Wage, Refusal> {
    let home = home_currency(country);
    let currency = cells.parsed("currency", "a currency such as LAK", wage::currency)?;
    let period = cells.parsed("period", "hour, day, week, month, year or piece", |text| {
        WagePeriod::from_code(&code(text)).or_else(|| wage::period(text))
    })?;
    let mut words = Vec::new();
    let mut ends = [None, None];
    for (name, end) in ["wage_min", "wage_max"].into_iter().zip(&mut ends) {
        match cells.some(name) {
            None => {}
            Some(text) => match number::whole(text) {
                Some(amount) => *end = Some(amount),
                None if text.chars().any(char::is_alphabetic) => words.push(text),
                None => return Err(cells.refuse(name, format!("`{}` is not a whole amount", shown(text)))),
            },
        }
    }
    let [min, max] = ends;
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return Err(cells.refuse("wage_min", "wage_min is more than wage_max"));
    }
    words.extend(cells.some("wage_text"));
    let text = (!words.is_empty()).then(|| words.join(", "));
    if min.is_some() || max.is_some() {
        let currency = Some(currency.unwrap_or_else(|| home.to_owned()));
        return Ok(Wage { text, min, max, currency, period: Some(period.unwrap_or(WagePeriod::Month)) });
    }
    let home = currency.as_deref().unwrap_or(home);
    match text.as_deref().and_then(|text| wage::read(text, Some(home))) {
        Some(read) => Ok(Wage {
            text,
            min: read.min,
            max: read.max,
            currency: Some(read.currency),
            period: Some(period.unwrap_or(read.period)),
        }),
        None => Ok(Wage { text, ..Wage::default() }),
    }
}

/// The currency meant in a country where none is named.
pub(super) fn home_currency(country: &str) -> &'static str {
    match country {
        "VN" => "VND",
        "TH" => "THB",
        _ => "LAK",
    }
}
