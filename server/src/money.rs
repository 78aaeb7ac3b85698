//! Wages: what is advertised, and what it is worth in kip a month.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What a wage is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum WagePeriod {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A piece; has no monthly worth.
    Piece,
}

impl WagePeriod {
    /// How many of these are worked in a month: 26 days of 8 hours, as the Lao wage floor counts
    /// (Instruction 808/MLSW of 2015); none for piece rates.
    fn per_month(self) -> Option<f64> {
        match self {
            Self::Hour => Some(26.0 * 8.0),
            Self::Day => Some(26.0),
            Self::Week => Some(26.0 / 6.0),
            Self::Month => Some(1.0),
            Self::Year => Some(1.0 / 12.0),
            Self::Piece => None,
        }
    }

    /// The code in files and the interface for machines.
    pub fn code(self) -> String {
        self.to_value()
    }

    /// The period with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::try_from_value(&code.to_owned()).ok()
    }
}

/// Dated exchange rates, kip for one unit of a currency.
#[derive(Clone, Debug, Default)]
pub struct ExchangeRates(HashMap<String, BTreeMap<NaiveDate, f64>>);

impl ExchangeRates {
    /// Adds the rate of a day.
    pub fn insert(&mut self, currency: &str, day: NaiveDate, kip_per_unit: f64) {
        self.0.entry(currency.to_owned()).or_default().insert(day, kip_per_unit);
    }

    /// Kip for one unit on `day`: the latest rate up to then, else the earliest known.
    pub fn kip_per_unit(&self, currency: &str, day: NaiveDate) -> Option<f64> {
        if currency == "LAK" {
            return Some(1.0);
        }
        let rates = self.0.get(currency)?;
        rates.range(..=day).next_back().or_else(|| rates.iter().next()).map(|(_, rate)| *rate)
    }

    /// The rates that count on `day`, as a text that differs when any of them does.
    pub fn in_force(&self, day: NaiveDate) -> String {
        let mut rates: Vec<String> = self
            .0
            .keys()
            .map(|currency| format!("{currency}={}", self.kip_per_unit(currency, day).unwrap_or_default()))
            .collect();
        rates.sort_unstable();
        rates.join(" ")
    }

    /// An advertised amount as whole kip a month at the rate of `day`; none for piece rates and
    /// currencies without a rate.
    pub fn kip_per_month(
        &self,
        amount: i64,
        currency: &str,
        period: WagePeriod,
        day: NaiveDate,
    ) -> Option<u64> {
        let kip = amount as f64 * self.kip_per_unit(currency, day)? * period.per_month()?;
        if kip.is_finite() && kip >= 0.0 { Some(kip.round() as u64) } else { None }
    }

    /// What somebody wants to earn a month as whole kip at the rate of `day`; a wish without currency is in kip.
    pub fn wish_in_kip(&self, wish: Option<i64>, currency: Option<&str>, day: NaiveDate) -> Option<u64> {
        self.kip_per_month(wish?, currency.unwrap_or("LAK"), WagePeriod::Month, day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates() -> ExchangeRates {
        let mut rates = ExchangeRates::default();
        rates.insert("THB", NaiveDate::from_ymd_opt(2025, 12, 31).unwrap(), 600.0);
        rates.insert("THB", NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(), 640.0);
        rates
    }

    #[test]
    fn the_rate_of_the_day_is_the_latest_before_it() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(rates().kip_per_unit("THB", day(5, 31)), Some(600.0));
        assert_eq!(rates().kip_per_unit("THB", day(6, 1)), Some(640.0));
        assert_eq!(rates().kip_per_unit("XXX", day(6, 1)), None);
    }

    #[test]
    fn a_daily_wage_counts_twenty_six_days() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        assert_eq!(rates().kip_per_month(100_000, "LAK", WagePeriod::Day, day), Some(2_600_000));
        assert_eq!(rates().kip_per_month(10_000, "THB", WagePeriod::Month, day), Some(6_400_000));
        assert_eq!(rates().kip_per_month(500, "LAK", WagePeriod::Piece, day), None);
        assert_eq!(rates().wish_in_kip(Some(10_000), Some("THB"), day), Some(6_400_000));
        assert_eq!(rates().wish_in_kip(Some(3_000_000), None, day), Some(3_000_000));
        assert_eq!(rates().wish_in_kip(None, Some("THB"), day), None);
    }
}
