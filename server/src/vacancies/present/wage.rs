//! Wages as readers write them: the advertised one, and what it is about in kip a month.

use crate::money::WagePeriod;
use crate::reference::ReferenceBook;
use crate::vacancies::store::Listed;
use chrono::NaiveDate;
use views::{Locale, format};

/// The wage as advertised, and "about … kip a month" where that says more.
pub(crate) fn advertised(
    book: &ReferenceBook,
    vacancy: &Listed,
    locale: Locale,
    today: NaiveDate,
) -> (Option<String>, Option<String>) {
    let Some((currency, period)) = vacancy.wage_currency.as_deref().zip(vacancy.wage_period) else {
        return (vacancy.wage_text.clone(), None);
    };
    let numbers = format::wage(locale, vacancy.wage_min, vacancy.wage_max, currency, period_word(period));
    let worth = |amount: Option<i64>| {
        let kip = book.rates.kip_per_month(amount?, currency, period, today)?;
        i64::try_from(kip).ok().map(rounded)
    };
    let (least, most) = (worth(vacancy.wage_min), worth(vacancy.wage_max));
    let says_more = (currency, period) != ("LAK", WagePeriod::Month);
    let about = least.or(most).zip(most.or(least)).filter(|_| says_more);
    let about = about.map(|(least, most)| format::about_kip_per_month(locale, least, most));
    (numbers.or_else(|| vacancy.wage_text.clone()), about)
}

/// "About" promises no more than three digits.
fn rounded(kip: i64) -> i64 {
    let mut unit = 1;
    while kip / unit >= 1_000 {
        unit *= 10;
    }
    (kip + unit / 2) / unit * unit
}

pub(crate) fn period_word(period: WagePeriod) -> format::Period {
    match period {
        WagePeriod::Hour => format::Period::Hour,
        WagePeriod::Day => format::Period::Day,
        WagePeriod::Week => format::Period::Week,
        WagePeriod::Month => format::Period::Month,
        WagePeriod::Year => format::Period::Year,
        WagePeriod::Piece => format::Period::Piece,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn about_keeps_three_digits() {
        assert_eq!(super::rounded(6_414_321), 6_410_000);
        assert_eq!(super::rounded(999), 999);
    }
}
