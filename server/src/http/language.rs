//! In which language does a visitor read? `lang` in the address, then the cookie, then Lao.

use super::cookies::{self, Cookie};
use axum::http::{HeaderMap, HeaderValue};
use views::Locale;

/// Name of the parameter.
pub const LANGUAGE: &str = "lang";

/// The language asked for in the address, if any; also where the rest of the address cannot be read.
pub fn asked_for(query: Option<&str>) -> Option<Locale> {
    let mut values = query?.split('&').filter_map(|pair| pair.strip_prefix(LANGUAGE)?.strip_prefix('='));
    values.next_back().and_then(Locale::from_code)
}

/// The language remembered by the cookie, if any; `secure` says that the site is reached over TLS.
pub fn remembered(headers: &HeaderMap, secure: bool) -> Option<Locale> {
    cookies::read(headers, &Cookie::Language.name(secure)).and_then(Locale::from_code)
}

/// The cookie that remembers `locale` for a year.
pub fn cookie(locale: Locale, secure: bool) -> Option<HeaderValue> {
    Cookie::Language.set(locale.code(), secure)
}

/// The language in which texts of concepts are shown to a reader.
pub fn of_labels(locale: Locale) -> search::Language {
    match locale {
        Locale::Lao => search::Language::Lao,
        Locale::English => search::Language::English,
        Locale::Vietnamese => search::Language::Vietnamese,
    }
}
