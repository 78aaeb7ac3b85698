//! What does a visitor ask of `/jobs`? Parsed from the address, and written back into addresses.

mod counted;
mod request;

use super::model::Contract;
use crate::http::query::{self, NotUtf8};
use crate::reference::ReferenceBook;
use search::Concept;

/// Value of a facet that stands for "not stated".
pub const NOT_STATED: &str = "none";
/// Characters of a query; 64 words are shorter in any language.
pub const LONGEST: usize = 1_000;
/// Bytes of a search in the address of a vacancy: 80 letters of Lao are 720.
const LONGEST_CARRIED: usize = 900;
/// Values of one filter; more than a page lists of any.
const MOST_VALUES: usize = 64;
/// Vacancies on a page.
pub const PAGE_SIZE: usize = 20;
/// Pages beyond this are not to be had; refining the search is quicker for everyone.
const LAST_PAGE: u32 = 500;

/// A search of vacancies as its address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobsQuery {
    /// What was typed, up to [`LONGEST`] characters.
    pub q: String,
    /// More was typed.
    pub q_cut: bool,
    /// Province codes, or `none`.
    pub provinces: Vec<String>,
    /// District codes.
    pub districts: Vec<String>,
    /// ISCO-08 codes of any level, or `none`.
    pub occupations: Vec<String>,
    /// Skill codes.
    pub skills: Vec<String>,
    /// Contract codes, or `none`.
    pub contracts: Vec<String>,
    /// Least wage in kip a month.
    pub wage_min: Option<u64>,
    /// Only vacancies that state no wage.
    pub wage_not_stated: bool,
    /// Posted within so many days.
    pub posted: Option<u32>,
    /// At home or abroad.
    pub place_of_work: Option<PlaceOfWork>,
    /// Code of the place to measure from.
    pub from: Option<String>,
    /// Within so many km of it.
    pub within: Option<u32>,
    /// Read the words as words only.
    pub as_words: bool,
    /// Order.
    pub sort: JobsSort,
    /// Page, from 1.
    pub page: u32,
}

/// At home or abroad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceOfWork {
    /// In the country of the installation.
    Home,
    /// Outside it.
    Abroad,
}

/// Order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JobsSort {
    /// Best answer first.
    #[default]
    Relevance,
    /// Newest first.
    Newest,
    /// Highest wage first.
    Wage,
    /// Nearest first.
    Near,
}

impl JobsSort {
    /// All orders as pages list them.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Newest, Self::Wage, Self::Near];

    /// The code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Wage => "wage",
            Self::Near => "near",
        }
    }
}

/// A parameter whose value means nothing and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Name of the parameter.
    pub name: String,
    /// Its value.
    pub value: String,
}

impl JobsQuery {
    /// Reads the query part of an address; values that mean nothing are left out and named.
    pub fn parse(raw: &str, book: &ReferenceBook) -> Result<(Self, Vec<Ignored>), NotUtf8> {
        let mut asked = Self { page: 1, ..Self::default() };
        let mut ignored = Vec::new();
        for (name, value) in query::pairs(raw)? {
            let value = value.trim();
            if !value.is_empty() && !asked.take(&name, value, book) {
                ignored.push(Ignored { name, value: value.chars().take(80).collect() });
            }
        }
        Ok((asked, ignored))
    }

    /// Takes over one parameter; false if its value means nothing. Unknown names are no matter.
    fn take(&mut self, name: &str, value: &str, book: &ReferenceBook) -> bool {
        let place = || book.codes.place(value).is_some();
        match name {
            "q" => (self.q, self.q_cut) = shortened(value),
            "province" => return push(&mut self.provinces, value, value == NOT_STATED || place()),
            "district" => return push(&mut self.districts, value, place()),
            "occupation" => {
                let known = book.codes.occupation(value).is_some();
                return push(&mut self.occupations, value, value == NOT_STATED || known);
            }
            "skill" => return push(&mut self.skills, value, book.codes.skill(value).is_some()),
            "contract" => {
                let known = Contract::from_code(value).is_some();
                return push(&mut self.contracts, value, value == NOT_STATED || known);
            }
            "wage_min" if value == NOT_STATED => self.wage_not_stated = true,
            "wage_min" => return set(&mut self.wage_min, value.parse().ok()),
            "posted" => {
                return set(&mut self.posted, value.parse().ok().filter(|days| (1..=3650).contains(days)));
            }
            "where" => return set(&mut self.place_of_work, place_of_work(value)),
            "from" => return set(&mut self.from, Some(value.to_owned()).filter(|_| place())),
            "within" => {
                return set(&mut self.within, value.parse().ok().filter(|km| (1..=2000).contains(km)));
            }
            "as_words" => self.as_words = value == "1",
            "sort" => match JobsSort::ALL.into_iter().find(|sort| sort.code() == value) {
                Some(sort) => self.sort = sort,
                None => return false,
            },
            "page" => match value.parse::<u32>() {
                Ok(page) if (1..=LAST_PAGE).contains(&page) => self.page = page,
                _ => return false,
            },
            _ => {}
        }
        true
    }

    /// The parameters of this search; the page only if it is not the first.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut add =
            |name, values: &[String]| pairs.extend(values.iter().map(|value| (name, value.clone())));
        add("q", std::slice::from_ref(&self.q).get(..usize::from(!self.q.is_empty())).unwrap_or_default());
        add("province", &self.provinces);
        add("district", &self.districts);
        add("occupation", &self.occupations);
        add("skill", &self.skills);
        add("contract", &self.contracts);
        if self.wage_not_stated {
            pairs.push(("wage_min", NOT_STATED.to_owned()));
        }
        pairs.extend(self.wage_min.map(|wage| ("wage_min", wage.to_string())));
        pairs.extend(self.posted.map(|days| ("posted", days.to_string())));
        pairs.extend(self.place_of_work.map(|place| ("where", place.code().to_owned())));
        pairs.extend(self.from.clone().map(|from| ("from", from)));
        pairs.extend(self.within.map(|km| ("within", km.to_string())));
        if self.as_words {
            pairs.push(("as_words", "1".to_owned()));
        }
        if self.sort != JobsSort::Relevance {
            pairs.push(("sort", self.sort.code().to_owned()));
        }
        if self.page > 1 {
            pairs.push(("page", self.page.to_string()));
        }
        pairs
    }

    /// The address of this search under `path`.
    pub fn href(&self, path: &str) -> String {
        crate::http::paths::with_query(path, &query::encode(self.pairs()))
    }

    /// The address of a vacancy with this search behind it, so that its page leads back to these results. A search
    /// that is long stays behind: each card carries it.
    pub fn carried_to(&self, path: String) -> String {
        let query = query::encode(self.pairs());
        if query.len() > LONGEST_CARRIED { path } else { crate::http::paths::with_query(&path, &query) }
    }

    /// This search changed by `change`, from its first page.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut changed = Self { page: 1, ..self.clone() };
        change(&mut changed);
        changed
    }

    /// Is anything chosen besides words and order?
    pub fn is_filtered(&self) -> bool {
        let plain = Self {
            q: self.q.clone(),
            q_cut: self.q_cut,
            as_words: self.as_words,
            sort: self.sort,
            page: self.page,
            ..Self::default()
        };
        *self != plain
    }
}

impl PlaceOfWork {
    /// The code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Abroad => "abroad",
        }
    }
}

/// The parameter by which a search asks for a concept: name and value; none for a concept without code.
pub fn parameter_of(book: &ReferenceBook, concept: Concept) -> (&'static str, String) {
    let code = book.codes.code(concept).to_owned();
    match concept {
        Concept::Occupation(_) => ("occupation", code),
        Concept::Skill(_) => ("skill", code),
        Concept::Place(key) if book.chain(key).district.is_some() => ("district", code),
        Concept::Place(_) => ("province", code),
    }
}

/// A query that fits into pages and links, and whether anything was left out.
fn shortened(value: &str) -> (String, bool) {
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => (value.get(..end).unwrap_or_default().to_owned(), true),
        None => (value.to_owned(), false),
    }
}

fn place_of_work(value: &str) -> Option<PlaceOfWork> {
    match value {
        "home" => Some(PlaceOfWork::Home),
        "abroad" => Some(PlaceOfWork::Abroad),
        _ => None,
    }
}

fn push(values: &mut Vec<String>, value: &str, known: bool) -> bool {
    if known && values.len() < MOST_VALUES && !values.iter().any(|held| held == value) {
        values.push(value.to_owned());
    }
    known
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    *slot = value;
    known
}
