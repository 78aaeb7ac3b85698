//! Exchange rates from the template: currency, day, kip for one unit, where that is published.

use super::cells::{Cells, shown};
use super::columns::{Column, Columns, column};
use super::coverage::Coverage;
use super::records::{Record, Refusal};
use super::request::ImportError;
use super::run::{Draft, Intake, Setting, Stored};
use super::store;
use super::understand::number;
use chrono::NaiveDate;
use sea_orm::DatabaseTransaction;
use std::collections::HashMap;

/// What one unit of a currency was worth on a day.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rate {
    pub(crate) currency: String,
    pub(crate) day: NaiveDate,
    pub(crate) kip_per_unit: f64,
    pub(crate) source: String,
}

/// Columns of the template.
pub(crate) static COLUMNS: &[Column] = &[
    column("currency", &["ສະກຸນເງິນ"]).required(),
    column("day", &["ວັນທີ", "date"]).required(),
    column("kip_per_unit", &["ກີບຕໍ່ຫົວໜ່ວຍ", "rate", "kip"]).required(),
    column("source", &["ແຫຼ່ງ"]).required(),
];

/// Takes in exchange rates.
pub(crate) struct Rates {
    columns: Columns,
    seen: HashMap<(String, NaiveDate), u64>,
}

impl Rates {
    pub(crate) fn new(header: &[String]) -> Result<Self, ImportError> {
        Ok(Self { columns: Columns::find(header, COLUMNS)?, seen: HashMap::new() })
    }
}

impl Intake for Rates {
    type Draft = Rate;

    fn unknown_columns(&self) -> &[String] {
        self.columns.unknown()
    }

    fn read(&mut self, record: &Record) -> Result<Rate, Refusal> {
        let cells = Cells::safe(&self.columns, record)?;
        let rate = rate(&cells)?;
        match self.seen.insert((rate.currency.clone(), rate.day), record.line) {
            Some(line) => {
                Err(cells.refuse("day", format!("the rate of this day stands on line {line} already")))
            }
            None => Ok(rate),
        }
    }
}

impl Draft for Rate {
    fn cover(&self, _: &mut Coverage) {}

    async fn store(
        _: &Setting<'_>,
        transaction: &DatabaseTransaction,
        drafts: &[Self],
    ) -> Result<Stored, ImportError> {
        Ok(store::save_rates(transaction, drafts).await?)
    }
}

fn rate(cells: &Cells<'_>) -> Result<Rate, Refusal> {
    let code = cells.needed("currency")?.to_uppercase();
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(cells.refuse("currency", format!("`{}` is not a code of three letters", shown(&code))));
    }
    cells.needed("day")?;
    let day = cells.day("day", 1990..=2100)?.ok_or_else(|| cells.refuse("day", "nothing is given here"))?;
    cells.needed("kip_per_unit")?;
    let positive = |text: &str| exact(text).filter(|value| *value > 0.0 && *value < 1e9);
    let kip_per_unit = cells
        .parsed("kip_per_unit", "an amount of kip", positive)?
        .ok_or_else(|| cells.refuse("kip_per_unit", "nothing is given here"))?;
    Ok(Rate { currency: code, day, kip_per_unit, source: cells.needed("source")?.to_owned() })
}

/// A rate has a fraction more often than groups of thousands: a single point always begins one.
fn exact(text: &str) -> Option<f64> {
    let plain = number::ascii_digits(text);
    let one_point = plain.matches('.').count() == 1 && !plain.contains(',');
    if one_point && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return plain.parse().ok();
    }
    number::decimal(&plain)
}

#[cfg(test)]
mod tests {
    use super::exact;

    #[test]
    fn a_point_in_a_rate_begins_a_fraction() {
        assert_eq!(exact("0.852"), Some(0.852));
        assert_eq!(exact("651.123"), Some(651.123));
        assert_eq!(exact("21,650.5"), Some(21_650.5));
        assert_eq!(exact("-1"), None);
    }
}
