//! Numbers, money, dates and distances as readers of each language write them.

use crate::{Arg, Locale, text, text_args};

/// What a wage is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
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
    /// A piece.
    Piece,
}

impl Period {
    fn word(self, locale: Locale) -> String {
        match self {
            Self::Hour => text(locale, "period-hour"),
            Self::Day => text(locale, "period-day"),
            Self::Week => text(locale, "period-week"),
            Self::Month => text(locale, "period-month"),
            Self::Year => text(locale, "period-year"),
            Self::Piece => text(locale, "period-piece"),
        }
    }
}

/// A whole number in groups of three digits: `2.500.000` in Lao and Vietnamese, `2,500,000` in
/// English.
pub fn number(locale: Locale, value: i64) -> String {
    let separator = match locale {
        Locale::English => ',',
        Locale::Lao | Locale::Vietnamese => '.',
    };
    let digits = value.unsigned_abs().to_string();
    let mut written = String::from(if value < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

/// A count of things, in groups of three digits.
pub(crate) fn count(locale: Locale, value: u64) -> String {
    number(locale, i64::try_from(value).unwrap_or(i64::MAX))
}

/// An amount with its currency, by ISO 4217 code: `2.500.000 ກີບ`, `2,500,000 kip`. An unknown
/// code stands as it is.
pub fn amount(locale: Locale, value: i64, currency: &str) -> String {
    format!("{} {}", number(locale, value), currency_word(locale, currency))
}

/// An amount for a period: `2.500.000 ກີບ/ເດືອນ`.
pub fn money(locale: Locale, value: i64, currency: &str, period: Period) -> String {
    format!("{}/{}", amount(locale, value, currency), period.word(locale))
}

/// A wage from `least` to `most` for a period, either of which may be unknown; none if both are.
pub fn wage(
    locale: Locale,
    least: Option<i64>,
    most: Option<i64>,
    currency: &str,
    period: Period,
) -> Option<String> {
    let one =
        |key, value| text_args(locale, key, &[("wage", Arg::Text(&money(locale, value, currency, period)))]);
    match (least, most) {
        (None, None) => None,
        (Some(least), Some(most)) if least == most => Some(money(locale, least, currency, period)),
        (Some(least), Some(most)) => {
            Some(format!("{}–{}", number(locale, least), money(locale, most, currency, period)))
        }
        (Some(least), None) => Some(one("wage-from", least)),
        (None, Some(most)) => Some(one("wage-up-to", most)),
    }
}

/// A converted amount in kip a month: `ປະມານ 6.000.000 ກີບ/ເດືອນ`.
pub fn about_kip_per_month(locale: Locale, least: i64, most: i64) -> String {
    let wage = wage(locale, Some(least), Some(most), "LAK", Period::Month).unwrap_or_default();
    text_args(locale, "wage-about", &[("wage", Arg::Text(&wage))])
}

/// A date as `dd/mm/yyyy`, in all three languages.
pub fn date(_locale: Locale, year: i32, month: u32, day: u32) -> String {
    format!("{day:02}/{month:02}/{year:04}")
}

/// How long ago, in days: today, yesterday, 5 days ago.
pub fn days_ago(locale: Locale, days: i64) -> String {
    match days {
        ..=0 => text(locale, "days-ago-today"),
        1 => text(locale, "days-ago-yesterday"),
        _ => text_args(locale, "days-ago", &[("days", Arg::Number(days))]),
    }
}

/// A distance in whole kilometres: `12 ກມ`.
pub fn km(locale: Locale, km: u32) -> String {
    text_args(locale, "distance-km", &[("km", Arg::Number(i64::from(km)))])
}

/// A time of `months` in years and months: `2 years 6 months`.
pub fn duration(locale: Locale, months: u32) -> String {
    let years = || text_args(locale, "duration-years", &[("years", Arg::Number(i64::from(months / 12)))]);
    let rest = || text_args(locale, "duration-months", &[("months", Arg::Number(i64::from(months % 12)))]);
    match (months / 12, months % 12) {
        (0, _) => rest(),
        (_, 0) => years(),
        _ => format!("{} {}", years(), rest()),
    }
}

fn currency_word(locale: Locale, currency: &str) -> String {
    match currency {
        "LAK" => text(locale, "currency-lak"),
        "THB" => text(locale, "currency-thb"),
        "USD" => text(locale, "currency-usd"),
        "VND" => text(locale, "currency-vnd"),
        "KRW" => text(locale, "currency-krw"),
        "JPY" => text(locale, "currency-jpy"),
        "CNY" => text(locale, "currency-cny"),
        other => other.to_owned(),
    }
}
