//! What a search asks and what it answers.

use crate::{DocumentKey, Highlighter, Mention, OccupationKey, PlaceKey, Position, SkillKey};
use std::collections::BTreeMap;

/// Lower bounds of the wage bands of [`Facets::wage`], in kip per month.
pub const WAGE_BANDS: [u64; 8] =
    [0, 2_500_000, 4_000_000, 6_000_000, 10_000_000, 15_000_000, 25_000_000, 40_000_000];

/// Days of the posting facet.
pub const POSTED_DAYS: [u32; 3] = [1, 7, 30];

/// A dimension of facets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Province (chosen by provinces and districts).
    Province,
    /// Sub-major group of occupations (chosen by occupations of any level).
    Occupation,
    /// Wage band (chosen by the least wage).
    Wage,
    /// Contract kind.
    Contract,
    /// Home or abroad.
    Abroad,
    /// Days since posting.
    Posted,
}

/// Conditions on documents. Values of one list are alternatives, except skills, which are all required.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filters {
    /// In one of these provinces.
    pub provinces: Vec<PlaceKey>,
    /// In one of these districts.
    pub districts: Vec<PlaceKey>,
    /// In one of these countries.
    pub countries: Vec<PlaceKey>,
    /// Meant for one of these occupations, of any level, or for one below them.
    pub occupations: Vec<OccupationKey>,
    /// With all of these skills.
    pub skills: Vec<SkillKey>,
    /// With one of these contract kinds.
    pub contracts: Vec<u32>,
    /// Kip per month at least.
    pub wage_min: Option<u64>,
    /// Posted at most so many days before today.
    pub posted_within: Option<u32>,
    /// Outside the home country.
    pub abroad: Option<bool>,
    /// At most so many km from a point.
    pub within: Option<(Position, f32)>,
    /// Dimensions in which documents that state nothing pass as well; alone, only those pass.
    pub not_stated: Vec<Facet>,
}

/// The order of hits. Unknown values come last; ties go by key.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Sort {
    /// Best first; then newest.
    #[default]
    Relevance,
    /// Newest first.
    Newest,
    /// Best paid first.
    Wage,
    /// Nearest first.
    Near(Position),
}

/// A search.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What was typed; empty for all documents.
    pub text: String,
    /// Read the text as words only.
    pub as_words: bool,
    /// Require every word that is searched as a word; without it any suffices.
    pub all_words: bool,
    /// Conditions.
    pub filters: Filters,
    /// Order.
    pub sort: Sort,
    /// Hits to skip.
    pub offset: usize,
    /// Hits to give.
    pub limit: usize,
    /// Count facets.
    pub facets: bool,
    /// Days since 1970-01-01.
    pub today: i32,
    /// Places of the text that are read as wider ones: of a place in here the other one is asked.
    pub wider: BTreeMap<PlaceKey, PlaceKey>,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            text: String::new(),
            as_words: false,
            all_words: false,
            filters: Filters::default(),
            sort: Sort::Relevance,
            offset: 0,
            limit: 20,
            facets: false,
            today: 0,
            wider: BTreeMap::new(),
        }
    }
}

/// The answer to a [`Request`].
#[derive(Debug, Clone)]
pub struct Results {
    /// All documents that meet the request, counted exactly.
    pub total: u64,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// Counts; empty unless asked for.
    pub facets: Facets,
    /// What was understood of the text; mentions with the same span are alternatives.
    pub understood: Vec<Mention>,
    /// Words searched as words, as typed.
    pub words: Vec<String>,
    /// The text had more than 64 terms; the rest was left out.
    pub cut: bool,
    /// Marks what met the request.
    pub highlighter: Highlighter,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its key.
    pub key: DocumentKey,
    /// Relevance, comparable within one answer only.
    pub score: f32,
    /// Words and labels of the request that it met, as typed.
    pub matched: Vec<String>,
    /// Distance from the point of the request, if it has one and the document's place is known.
    pub km: Option<f32>,
}

/// Disjunctive counts: a dimension counts the documents that pass all filters but its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// By province.
    pub province: Vec<Count>,
    /// By sub-major group of occupations.
    pub occupation: Vec<Count>,
    /// By index into [`WAGE_BANDS`].
    pub wage: Vec<Count>,
    /// By contract kind.
    pub contract: Vec<Count>,
    /// 0 at home, 1 abroad.
    pub abroad: Vec<Count>,
    /// Posted within 1, 7, 30 days: each count includes the shorter times.
    pub posted: Vec<Count>,
}

impl Facets {
    /// Takes the counts of one dimension from others.
    pub(crate) fn take(&mut self, dimension: Facet, from: &Self) {
        let (to, from) = match dimension {
            Facet::Province => (&mut self.province, &from.province),
            Facet::Occupation => (&mut self.occupation, &from.occupation),
            Facet::Wage => (&mut self.wage, &from.wage),
            Facet::Contract => (&mut self.contract, &from.contract),
            Facet::Abroad => (&mut self.abroad, &from.abroad),
            Facet::Posted => (&mut self.posted, &from.posted),
        };
        to.clone_from(from);
    }
}

/// Documents with one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The value; `None` for documents that state none.
    pub value: Option<u32>,
    /// How many.
    pub count: u64,
}
