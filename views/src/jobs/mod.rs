//! The results page: what was asked, how it was understood, and the vacancies that answer.

mod card;
mod empty;
mod facets;
mod form;
mod page;
mod pagination;
mod tags;

pub(crate) use card::{Heading, cards};
pub(crate) use form::search_form;

use crate::layout::Chrome;
use crate::{Arg, CountedLink, Link, Locale, Piece, text, text_args};

/// The search form: the same on the home page and on the results page.
#[derive(Debug, Clone, Default)]
pub struct SearchForm {
    /// Where the form leads, without a query.
    pub action: String,
    /// What the person typed.
    pub q: String,
    /// State that the form must carry on and shows no control for (`skill`, `as_words` …); the
    /// chosen facets, sort and place carry themselves.
    pub hidden: Vec<HiddenField>,
}

/// A value that a form carries on unseen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenField {
    /// Name of the parameter.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// The results page.
#[derive(Debug, Clone)]
pub struct JobsPage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// The search form with what was asked.
    pub form: SearchForm,
    /// How many vacancies answer; the heading.
    pub total: u64,
    /// What the query was read as.
    pub understood: Vec<UnderstoodTag>,
    /// The same search by words alone, offered if something was understood.
    pub as_words: Option<String>,
    /// The same search by meaning, offered if words alone were asked for.
    pub as_concepts: Option<String>,
    /// Chosen filters; each links to the search without it.
    pub chosen: Vec<ChosenTag>,
    /// The search without any filter, if one is chosen.
    pub clear: Option<String>,
    /// A way to be told of new vacancies for this search.
    pub alert: Option<Link>,
    /// Groups of filters with counts.
    pub facets: Vec<FacetGroup>,
    /// Where the person starts from, for nearness.
    pub near: Option<NearFields>,
    /// Orders of the results.
    pub sorts: Vec<SortOption>,
    /// The vacancies of this page, best first.
    pub cards: Vec<JobCard>,
    /// The other pages, if there is more than one.
    pub pagination: Option<Pagination>,
    /// What the person should know about how the search was read.
    pub notes: Vec<Note>,
    /// Ways on if nothing answers.
    pub empty: Option<NoHits>,
}

/// Part of a query that was read as a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderstoodTag {
    /// What was typed.
    pub text: String,
    /// The concept in the reader's language.
    pub label: String,
    /// What kind of concept.
    pub kind: UnderstoodKind,
    /// The search without this part.
    pub remove_href: String,
}

/// Kind of a concept that a query names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnderstoodKind {
    /// An occupation.
    Occupation,
    /// A skill.
    Skill,
    /// A place.
    Place,
}

/// A chosen filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenTag {
    /// The filter in the reader's language.
    pub label: String,
    /// The search without it.
    pub remove_href: String,
}

/// A group of filters over one dimension.
#[derive(Debug, Clone)]
pub struct FacetGroup {
    /// Title in the reader's language.
    pub title: String,
    /// Name of the parameter.
    pub name: String,
    /// Whether several values may be chosen at once.
    pub choice: FacetChoice,
    /// The values to show at once.
    pub options: Vec<FacetOption>,
    /// Further values, folded away.
    pub more: Vec<FacetOption>,
}

/// How many values of a group may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetChoice {
    /// Any number: the parameter repeats.
    Many,
    /// At most one.
    One,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// Value of the parameter.
    pub value: String,
    /// Label in the reader's language.
    pub label: String,
    /// How many vacancies it would leave.
    pub count: u64,
    /// Whether it is chosen.
    pub checked: bool,
}

/// Fields for a starting place and a distance.
#[derive(Debug, Clone, Default)]
pub struct NearFields {
    /// Values of `from`, provinces or districts.
    pub places: Vec<SelectOption>,
    /// Values of `within`, in km.
    pub within: Vec<SelectOption>,
}

/// A value of a drop-down list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// Value of the parameter.
    pub value: String,
    /// Label in the reader's language.
    pub label: String,
    /// Whether it is chosen.
    pub selected: bool,
}

/// An order of the results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortOption {
    /// Value of the parameter `sort`.
    pub value: String,
    /// Label in the reader's language.
    pub label: String,
    /// The same search in this order.
    pub href: String,
    /// Whether the results are in this order.
    pub selected: bool,
}

/// A vacancy among results.
#[derive(Debug, Clone, Default)]
pub struct JobCard {
    /// The vacancy's page.
    pub href: String,
    /// Title as advertised, marked where the query met it.
    pub title: Vec<Piece>,
    /// ISO 639-1 code of the title's language, if known.
    pub title_lang: Option<String>,
    /// The occupation in the reader's language.
    pub concept_label: Option<String>,
    /// Name of the employer.
    pub employer: Option<String>,
    /// Place in the reader's language, or as advertised if it was not recognised.
    pub place: Option<String>,
    /// Wage as advertised.
    pub wage: Option<String>,
    /// The wage in kip a month, with its "about".
    pub wage_about: Option<String>,
    /// Kind of contract in the reader's language.
    pub contract: Option<String>,
    /// When it was posted, as text: `3 days ago`.
    pub posted: Option<String>,
    /// Last day, as text: `31/12/2026`.
    pub closes: Option<String>,
    /// The passage that answers the query.
    pub snippet: Vec<Piece>,
    /// ISO 639-1 code of the passage's language, if known.
    pub snippet_lang: Option<String>,
    /// Distance from the starting place, as text: `12 km`.
    pub km: Option<String>,
}

/// Links to the other pages of results.
#[derive(Debug, Clone, Default)]
pub struct Pagination {
    /// Number of this page, from 1.
    pub current: u32,
    /// Number of the last page.
    pub last: u32,
    /// The pages to link, ascending; a gap between numbers shows as dots.
    pub pages: Vec<PageLink>,
    /// Address of the page before.
    pub previous: Option<String>,
    /// Address of the page after.
    pub next: Option<String>,
}

/// A link to a page of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// Number of the page, from 1.
    pub number: u32,
    /// Its address.
    pub href: String,
}

/// What a person should know about how a search was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The query was cut to its first words.
    QueryCut {
        /// Number of words that were searched.
        words: u32,
    },
    /// A misspelt word was read as another.
    TypoCorrected {
        /// What was typed.
        typed: String,
        /// What it was read as.
        read: String,
    },
    /// The asked page lies beyond the last one.
    PageBeyondEnd {
        /// Address of the first page.
        first: String,
    },
    /// A filter's value means nothing and was left out.
    UnknownFilter {
        /// Name of the parameter.
        name: String,
        /// The value.
        value: String,
    },
    /// Nearness was asked for without a starting place.
    NearWithoutPlace,
}

/// Ways on when nothing answers a search.
#[derive(Debug, Clone, Default)]
pub struct NoHits {
    /// The same search in a wider area.
    pub wider: Vec<CountedLink>,
    /// Near occupations.
    pub near: Vec<CountedLink>,
    /// The search without one of its words or filters.
    pub without: Vec<CountedLink>,
    /// All open vacancies.
    pub all: Option<CountedLink>,
}

/// Title of a results page: the count and what was asked.
pub fn title(locale: Locale, q: &str, total: u64) -> String {
    let total = Arg::Number(i64::try_from(total).unwrap_or(i64::MAX));
    match q.trim() {
        "" => text_args(locale, "jobs-title", &[("count", total)]),
        q => text_args(locale, "jobs-title-query", &[("count", total), ("query", Arg::Text(q))]),
    }
}

/// Description of a results page for search engines and shared links.
pub fn description(locale: Locale) -> String {
    text(locale, "jobs-description")
}
