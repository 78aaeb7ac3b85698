//! Exchange rates.

use crate::table::{TableError, table};
use serde::Deserialize;

/// What one unit of a currency was worth on a day.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ExchangeRate {
    /// ISO 4217.
    pub currency: String,
    /// `yyyy-mm-dd`.
    pub day: String,
    /// Kip for one unit.
    pub kip_per_unit: f64,
    /// Where it comes from; samples say "sample, replace before use".
    pub source: String,
    /// H, M or L.
    pub confidence: String,
}

/// Sample rates to start with.
pub fn exchange_rates() -> Result<Vec<ExchangeRate>, TableError> {
    table!("economy/exchange_rates.csv")
}
