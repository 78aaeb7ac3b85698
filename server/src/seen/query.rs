//! What does somebody ask of `/people`? Parsed from the address, and written back into addresses.

use super::model::Limits;
use crate::http::paths;
use crate::http::query::{self, NotUtf8};
use crate::reference::ReferenceBook;
use chrono::NaiveDate;
use search::{Filters, Request};

/// Characters of a query, as for vacancies.
const LONGEST: usize = 1_000;
/// Values of one filter.
const MOST_VALUES: usize = 64;
/// People on a page.
pub(super) const ON_A_PAGE: usize = 20;

/// A search of people as its address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PeopleQuery {
    /// What was typed.
    pub(super) q: String,
    /// Code of a province.
    pub(super) province: String,
    /// Codes of occupations of any level.
    pub(super) occupations: Vec<String>,
    /// Codes of skills.
    pub(super) skills: Vec<String>,
    /// Read the words as words only.
    pub(super) as_words: bool,
    /// Page, from 1.
    pub(super) page: u32,
}

impl PeopleQuery {
    /// Reads the query part of an address; values that mean nothing are left out.
    pub(super) fn parse(raw: &str, book: &ReferenceBook) -> Result<Self, NotUtf8> {
        let mut asked = Self { page: 1, ..Self::default() };
        for (name, value) in query::pairs(raw)? {
            let value = value.trim();
            match name.as_str() {
                "q" => asked.q = value.chars().take(LONGEST).collect(),
                "province" if book.codes.place(value).is_some() => value.clone_into(&mut asked.province),
                "occupation" if book.codes.occupation(value).is_some() => {
                    push(&mut asked.occupations, value);
                }
                "skill" if book.codes.skill(value).is_some() => push(&mut asked.skills, value),
                "as_words" => asked.as_words = value == "1",
                "page" => asked.page = value.parse().unwrap_or(1).clamp(1, Limits::shipped().pages.max(1)),
                _ => {}
            }
        }
        Ok(asked)
    }

    /// The same as a request to the index.
    pub(super) fn request(&self, book: &ReferenceBook, today: NaiveDate) -> Request {
        let page = usize::try_from(self.page.max(1)).unwrap_or(1);
        let filters = Filters {
            provinces: book.codes.place(&self.province).into_iter().collect(),
            occupations: self.occupations.iter().filter_map(|code| book.codes.occupation(code)).collect(),
            skills: self.skills.iter().filter_map(|code| book.codes.skill(code)).collect(),
            ..Filters::default()
        };
        Request {
            text: self.q.clone(),
            as_words: self.as_words,
            filters,
            offset: (page - 1) * ON_A_PAGE,
            limit: ON_A_PAGE,
            today: crate::clock::day_number(today),
            ..Request::default()
        }
    }

    /// The address of this search.
    pub(super) fn href(&self) -> String {
        let mut pairs = Vec::new();
        let text = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        pairs.extend(text(&self.q).map(|q| ("q", q)));
        pairs.extend(text(&self.province).map(|code| ("province", code)));
        pairs.extend(self.occupations.iter().map(|code| ("occupation", code.clone())));
        pairs.extend(self.skills.iter().map(|code| ("skill", code.clone())));
        pairs.extend(self.as_words.then(|| ("as_words", "1".to_owned())));
        pairs.extend((self.page > 1).then(|| ("page", self.page.to_string())));
        paths::with_query(paths::PEOPLE, &query::encode(pairs))
    }

    /// This search changed, from its first page.
    pub(super) fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = Self { page: 1, ..self.clone() };
        change(&mut changed);
        changed
    }
}

fn push(values: &mut Vec<String>, value: &str) {
    if values.len() < MOST_VALUES && !values.iter().any(|held| held == value) {
        values.push(value.to_owned());
    }
}
