//! One call: the platform, the day, the reader's language and the parameters, none of them ignored.

use super::problem::{Problem, WrongParameter};
use crate::app::Platform;
use crate::http::{language, query};
use crate::reference::ReferenceBook;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use chrono::NaiveDate;
use std::ops::RangeInclusive;
use std::sync::Arc;
use views::Locale;

/// What a handler of the interface is given.
pub(crate) struct Call {
    /// The platform.
    pub(crate) platform: Arc<Platform>,
    /// The reference data in force.
    pub(crate) book: Arc<ReferenceBook>,
    /// The language of labels and sentences.
    pub(crate) locale: Locale,
    /// The day in Asia/Vientiane.
    pub(crate) today: NaiveDate,
    /// The query of the address, as it came.
    pub(crate) query: String,
    pairs: Vec<(String, String)>,
}

impl Call {
    /// The text of a parameter, the last one counting; a missing one is an error.
    pub(super) fn text(&self, name: &str) -> Result<&str, Problem> {
        let missing = || Problem::bad_request(format!("the parameter {name} is missing"));
        self.find(name).ok_or_else(missing)
    }

    /// The whole number of a parameter, or `otherwise` if it is not there.
    pub(super) fn number(
        &self,
        name: &str,
        within: RangeInclusive<usize>,
        otherwise: usize,
    ) -> Result<usize, Problem> {
        let Some(value) = self.find(name).filter(|value| !value.trim().is_empty()) else {
            return Ok(otherwise);
        };
        let number = value.trim().parse().ok().filter(|number| within.contains(number));
        number.ok_or_else(|| Problem::unknown_values(vec![wrong(name, value)]))
    }

    fn find(&self, name: &str) -> Option<&str> {
        self.pairs.iter().rev().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// A parameter with a value that means nothing.
pub(super) fn wrong(name: &str, value: &str) -> WrongParameter {
    WrongParameter { name: name.to_owned(), value: value.chars().take(80).collect() }
}

impl FromRequestParts<Arc<Platform>> for Call {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let pairs = query::pairs(&query).map_err(|broken| Problem::bad_request(broken.to_string()))?;
        let asked = pairs.iter().rev().find(|(name, _)| name == language::LANGUAGE);
        let locale = match asked {
            Some((name, code)) => {
                Locale::from_code(code).ok_or_else(|| Problem::unknown_values(vec![wrong(name, code)]))?
            }
            None => preferred(&parts.headers).unwrap_or_default(),
        };
        let (platform, book) = (platform.clone(), platform.book());
        let today = platform.clock.today();
        Ok(Self { platform, book, locale, today, query, pairs })
    }
}

/// The language of ours that `Accept-Language` likes best (RFC 9110 §12.5.4); among equals the first.
fn preferred(headers: &HeaderMap) -> Option<Locale> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Locale)> = None;
    for range in accepted.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let weight =
            parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok());
        let (Some(locale), Some(weight)) = (Locale::from_code(&tag), weight) else { continue };
        if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &str) -> Option<Locale> {
        preferred(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, value.parse().unwrap())]))
    }

    #[test]
    fn the_best_liked_language_that_is_ours_is_taken() {
        assert_eq!(accepted("vi"), Some(Locale::Vietnamese));
        assert_eq!(accepted("th-TH, en-GB;q=0.8, lo;q=0.9"), Some(Locale::Lao));
        assert_eq!(accepted("en;q=0, vi;q=0.1"), Some(Locale::Vietnamese));
        assert_eq!(accepted("fr, *"), None);
        assert_eq!(accepted("en;q=high"), None);
    }
}
