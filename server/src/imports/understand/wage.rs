//! Wages in words: `Up to 40m vnd`, `1,000 - 2,000 USD`, `From 1000$`.

use super::number;
use super::words::{Token, tokens};
use crate::money::WagePeriod;

/// The numbers of a wage in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WageNumbers {
    /// Lower end, whole units.
    pub min: Option<i64>,
    /// Upper end, whole units.
    pub max: Option<i64>,
    /// ISO 4217.
    pub currency: String,
    /// What it is paid for, a month where nothing is said.
    pub period: WagePeriod,
}

const CURRENCIES: &[(&str, &[&str])] = &[
    ("USD", &["usd", "us", "dollar", "dollars", "ໂດລາ"]),
    ("VND", &["vnd", "vnđ", "đ", "đồng", "dong"]),
    ("LAK", &["lak", "kip", "kips", "ກີບ"]),
    ("THB", &["thb", "baht", "ບາດ", "บาท"]),
    ("EUR", &["eur", "euro"]),
    ("JPY", &["jpy", "yen"]),
    ("KRW", &["krw", "won"]),
    ("SGD", &["sgd"]),
    ("CNY", &["cny", "rmb", "yuan", "ຢວນ"]),
    ("MYR", &["myr", "ringgit"]),
];

const MILLIONS: &[&str] =
    &["m", "mil", "mils", "million", "millions", "mio", "tr", "triệu", "trieu", "ລ້ານ", "ล้าน"];
const THOUSANDS: &[&str] = &["k", "thousand", "nghìn", "ngàn", "ພັນ", "พัน"];
const AT_MOST: &[&str] = &["up", "upto", "max", "maximum", "đến", "tới", "below", "ບໍ່ເກີນ", "ສູງສຸດ", "ไม่เกิน"];
const AT_LEAST: &[&str] = &[
    "from",
    "min",
    "minimum",
    "từ",
    "above",
    "over",
    "starting",
    "lên",
    "ຂຶ້ນໄປ",
    "ຕັ້ງແຕ່",
    "ເລີ່ມຕົ້ນ",
    "ขึ้นไป",
    "เริ่มต้น",
];
const TO: &[&str] = &["to", "đến", "tới", "ຫາ", "ເຖິງ", "ถึง"];

/// The currency of a code, name or sign.
pub fn currency(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Some(text.to_uppercase()).filter(|code| code != "VNĐ");
    }
    tokens(text).iter().find_map(currency_of).map(str::to_owned)
}

fn currency_of(token: &Token) -> Option<&'static str> {
    match token {
        Token::Sign('$') => Some("USD"),
        Token::Sign('₭') => Some("LAK"),
        Token::Sign('฿') => Some("THB"),
        Token::Sign('₫') => Some("VND"),
        Token::Sign('€') => Some("EUR"),
        Token::Sign('¥') => Some("JPY"),
        Token::Sign('₩') => Some("KRW"),
        Token::Sign(_) | Token::Number(_) => None,
        Token::Word(_) => CURRENCIES.iter().find(|(_, names)| token.has_word(names)).map(|(code, _)| *code),
    }
}

/// The period that a word or a schema.org unit names.
pub fn period(token: &str) -> Option<WagePeriod> {
    let word = Token::Word(token.trim().to_lowercase());
    let periods: [(&[&str], WagePeriod); 6] = [
        (&["hour", "hourly", "hr", "giờ", "ຊົ່ວໂມງ", "ชั่วโมง"], WagePeriod::Hour),
        (&["day", "daily", "ngày", "ມື້", "ວັນ", "วัน"], WagePeriod::Day),
        (&["week", "weekly", "tuần", "ອາທິດ", "สัปดาห์"], WagePeriod::Week),
        (&["month", "monthly", "months", "tháng", "thang", "ເດືອນ", "ຕໍ່ເດືອນ", "เดือน"], WagePeriod::Month),
        (
            &["year", "yearly", "annum", "annual", "annually", "years", "năm", "ປີ", "ຕໍ່ປີ", "ปี"],
            WagePeriod::Year,
        ),
        (&["piece", "sản", "ຊິ້ນ", "ชิ้น"], WagePeriod::Piece),
    ];
    periods.into_iter().find(|(names, _)| word.has_word(names)).map(|(_, period)| period)
}

/// An amount of the text.
struct Amount {
    value: f64,
    scale: Option<f64>,
    /// Position of its number among the tokens.
    at: usize,
}

/// The numbers of a wage in words, if it has any whose currency is known. `home` is the currency of
/// the country, meant where an amount in millions or of six digits names none.
pub fn read(text: &str, home: Option<&str>) -> Option<WageNumbers> {
    let tokens = tokens(text);
    let mut amounts = amounts(&tokens);
    if let [first, second] = &mut amounts[..]
        && let (None, Some(scale)) = (first.scale, second.scale)
        && first.value <= second.value
    {
        first.scale = Some(scale);
    }
    let values: Vec<f64> = amounts.iter().map(|amount| amount.value * amount.scale.unwrap_or(1.0)).collect();
    let stated = tokens.iter().find_map(currency_of).map(str::to_owned);
    let large = values.iter().all(|value| *value >= 100_000.0);
    let currency = stated.or_else(|| home.filter(|_| large).map(str::to_owned))?;
    let (min, max) = match (&amounts[..], &values[..]) {
        ([only], [value]) => ends(&tokens, only.at, *value),
        ([first, second], [low, high]) if low <= high && is_range(&tokens, first.at, second.at) => {
            (Some(*low), Some(*high))
        }
        _ => return None,
    };
    let sensible = |value: &Option<f64>| value.is_none_or(|value| (1.0..1e12).contains(&value));
    if !sensible(&min) || !sensible(&max) {
        return None;
    }
    let whole = |value: Option<f64>| value.map(|value| value.round() as i64);
    let period = tokens.iter().filter_map(Token::word).find_map(period).unwrap_or(WagePeriod::Month);
    Some(WageNumbers { min: whole(min), max: whole(max), currency, period })
}

fn amounts(tokens: &[Token]) -> Vec<Amount> {
    let mut amounts = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Token::Number(digits) = token else { continue };
        let next = tokens.get(at + 1);
        // `30 months` or `13 %` is no amount.
        let counts_time = next.and_then(Token::word).is_some_and(|word| period(word).is_some());
        if counts_time || next.is_some_and(|next| next.is_sign(&['%'])) {
            continue;
        }
        let scale = next.and_then(|next| {
            if next.is_word(MILLIONS) {
                Some(1e6)
            } else if next.is_word(THOUSANDS) {
                Some(1e3)
            } else {
                None
            }
        });
        amounts.extend(number::decimal(digits).map(|value| Amount { value, scale, at }));
    }
    amounts
}

/// What lies between two amounts of a range: a dash or `to`, and nothing but units besides.
fn is_range(tokens: &[Token], first: usize, second: usize) -> bool {
    let between = tokens.get(first + 1..second).unwrap_or_default();
    between.iter().any(|token| token.is_sign(&['-', '–', '—', '~', '→']) || token.is_word(TO))
}

fn ends(tokens: &[Token], at: usize, value: f64) -> (Option<f64>, Option<f64>) {
    let before = tokens.get(..at).unwrap_or_default();
    let behind = tokens.get(at + 1..).unwrap_or_default();
    let at_most = before.iter().any(|token| token.is_word(AT_MOST) || token.is_sign(&['<', '≤']));
    let at_least = before.iter().any(|token| token.is_word(AT_LEAST) || token.is_sign(&['>', '≥']))
        || behind.iter().any(|token| token.is_word(AT_LEAST) || token.is_sign(&['+']));
    match (at_least, at_most) {
        (_, true) => (None, Some(value)),
        (true, false) => (Some(value), None),
        (false, false) => (Some(value), Some(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Read = (Option<i64>, Option<i64>, String, WagePeriod);

    fn vn(text: &str) -> Option<Read> {
        read(text, Some("VND")).map(|wage| (wage.min, wage.max, wage.currency, wage.period))
    }

    #[expect(clippy::unnecessary_wraps, reason = "to be compared with what reading gives")]
    fn month(min: i64, max: i64, currency: &str) -> Option<Read> {
        let some = |value: i64| (value > 0).then_some(value);
        Some((some(min), some(max), currency.to_owned(), WagePeriod::Month))
    }

    #[test]
    fn ranges_are_read() {
        assert_eq!(vn("1,000 - 2,000 USD"), month(1000, 2000, "USD"));
        assert_eq!(vn("13-20m"), month(13_000_000, 20_000_000, "VND"));
        assert_eq!(vn("12tr - 15tr"), month(12_000_000, 15_000_000, "VND"));
        assert_eq!(vn("5 – 18 triệu vnđ/tháng"), month(5_000_000, 18_000_000, "VND"));
        assert_eq!(vn("25.000.000 - 40.000.000"), month(25_000_000, 40_000_000, "VND"));
        assert_eq!(vn("1200$ - 1500$ gross"), month(1200, 1500, "USD"));
        assert_eq!(vn("Vnd 90-100 million gross"), month(90_000_000, 100_000_000, "VND"));
        assert_eq!(read("2,5 - 3 ລ້ານກີບ", None).unwrap().min, Some(2_500_000));
    }

    #[test]
    fn open_ends_are_read() {
        assert_eq!(vn("Up to 40m vnd"), month(0, 40_000_000, "VND"));
        assert_eq!(vn("Upto $2500"), month(0, 2500, "USD"));
        assert_eq!(vn("Up to 45.000.000đ"), month(0, 45_000_000, "VND"));
        assert_eq!(vn("Up to 60 millions (gross)"), month(0, 60_000_000, "VND"));
        assert_eq!(vn("From $1000"), month(1000, 0, "USD"));
        assert_eq!(vn("Gross usd 2,500 and above"), month(2500, 0, "USD"));
        assert_eq!(vn("Up to $18k/year"), Some((None, Some(18_000), "USD".to_owned(), WagePeriod::Year)));
    }

    #[test]
    fn words_without_an_amount_stay_words() {
        for text in [
            "You'll love it",
            "Very attractive!!!",
            "Negotiable",
            "Sign in to view",
            "Upto 30 month salary/year",
            "100 - 50 USD",
            "Up to 30",
            "x 1 y 2 z 3 USD",
        ] {
            assert_eq!(vn(text), None, "{text}");
        }
    }

    #[test]
    fn currencies_are_known_by_code_name_and_sign() {
        for (text, code) in [("lak", "LAK"), ("ກີບ", "LAK"), ("$", "USD"), ("บาท", "THB"), ("vnđ", "VND")]
        {
            assert_eq!(currency(text).as_deref(), Some(code), "{text}");
        }
        assert_eq!(currency("gold"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,40}|[0-9., $mk-]{0,30}") {
            if let Some(wage) = read(&text, Some("VND"))
                && let (Some(min), Some(max)) = (wage.min, wage.max) {
                prop_assert!(min <= max);
            }
        }
    }
}
