//! What is offered, and is it what the advert said, or better?

use super::application::Terms;
use crate::vacancies::model::WagePeriod;
use chrono::NaiveDate;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Written terms of an offer; everything else is as in the advert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Offer {
    /// Whole units of the currency.
    pub wage: i64,
    /// ISO 4217.
    pub currency: String,
    /// What the wage is paid for.
    pub period: WagePeriod,
    /// First day of work.
    pub starts_on: NaiveDate,
}

impl Offer {
    /// An offer in the currency of an advert, and for the time for which it pays; in kip a month where it says nothing.
    pub fn of(terms: &Terms, wage: i64, starts_on: NaiveDate) -> Self {
        let (currency, period) = paid(terms);
        Self { wage, currency, period, starts_on }
    }

    /// Whether it is no worse than the advert: not less pay than its lowest, and on its first day where it names one.
    pub fn keeps(&self, terms: &Terms) -> bool {
        let least = terms.wage_min.or(terms.wage_max);
        let alike = paid(terms) == (self.currency.clone(), self.period);
        let paid = least.is_none_or(|least| alike && self.wage >= least);
        paid && terms.starts_on.is_none_or(|day| day == self.starts_on)
    }
}

/// In which currency, and for what, the wage of an advert is paid; kip a month where it says nothing.
pub fn paid(terms: &Terms) -> (String, WagePeriod) {
    let currency = terms.wage_currency.clone().unwrap_or_else(|| "LAK".to_owned());
    (currency, terms.wage_period.unwrap_or(WagePeriod::Month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
    }

    fn advert() -> Terms {
        Terms {
            wage_min: Some(3_000_000),
            wage_max: Some(4_000_000),
            wage_currency: Some("LAK".to_owned()),
            wage_period: Some(WagePeriod::Month),
            starts_on: Some(day(7)),
            ..Terms::default()
        }
    }

    #[test]
    fn as_advertised_or_better_is_kept_and_anything_less_is_another_offer() {
        let offer = |wage, on| Offer::of(&advert(), wage, day(on)).keeps(&advert());
        assert!(offer(3_000_000, 7) && offer(9_000_000, 7));
        assert!(!offer(2_999_999, 7) && !offer(3_000_000, 8));
        let other = Offer { currency: "THB".to_owned(), ..Offer::of(&advert(), 9_000_000, day(7)) };
        assert!(!other.keeps(&advert()), "what is paid in other money is another offer");
        let daily = Offer { period: WagePeriod::Day, ..Offer::of(&advert(), 9_000_000, day(7)) };
        assert!(!daily.keeps(&advert()));
        let silent = Terms::default();
        assert!(Offer::of(&silent, 1, day(1)).keeps(&silent), "an advert that says nothing promises nothing");
    }
}
