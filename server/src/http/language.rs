//! In which language does a visitor read? `lang` in the address, then the cookie, then Lao.

use super::cookies;
use axum::http::{HeaderMap, HeaderValue};
use views::Locale;

/// Name of the parameter and of the cookie.
pub const LANGUAGE: &str = "lang";
/// A year, in seconds.
const REMEMBERED: u32 = 31_536_000;

/// The language asked for in the address, if any; also where the rest of the address cannot be read.
pub fn asked_for(query: Option<&str>) -> Option<Locale> {
    let mut values = query?.split('&').filter_map(|pair| pair.strip_prefix(LANGUAGE)?.strip_prefix('='));
    values.next_back().and_then(Locale::from_code)
}

/// The language remembered by the cookie, if any.
pub fn remembered(headers: &HeaderMap) -> Option<Locale> {
    cookies::read(headers, LANGUAGE).and_then(Locale::from_code)
}

/// The cookie that remembers `locale`.
pub fn cookie(locale: Locale) -> Option<HeaderValue> {
    let cookie =
        format!("{LANGUAGE}={}; Path=/; Max-Age={REMEMBERED}; SameSite=Lax; HttpOnly", locale.code());
    HeaderValue::from_str(&cookie).ok()
}

/// The language in which texts of concepts are shown to a reader.
pub fn of_labels(locale: Locale) -> search::Language {
    match locale {
        Locale::Lao => search::Language::Lao,
        Locale::English => search::Language::English,
        Locale::Vietnamese => search::Language::Vietnamese,
    }
}
