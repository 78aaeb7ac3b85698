//! The home page: one search box, and ways in for those who do not know what to type.

mod page;

use crate::jobs::{JobCard, SearchForm};
use crate::layout::Chrome;
use crate::{CountedLink, Link, Locale, text};

/// The home page.
#[derive(Debug, Clone)]
pub struct HomePage {
    /// What surrounds the page.
    pub chrome: Chrome,
    /// An empty search form.
    pub form: SearchForm,
    /// What the platform holds today.
    pub counts: Counts,
    /// Occupations with the most open vacancies.
    pub occupations: Vec<CountedLink>,
    /// Provinces with their open vacancies.
    pub provinces: Vec<CountedLink>,
    /// Searches that show how to ask, in several languages.
    pub examples: Vec<Link>,
    /// The newest vacancies.
    pub newest: Vec<JobCard>,
    /// All open vacancies.
    pub all: Link,
}

/// What the platform holds today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open vacancies.
    pub jobs: u64,
    /// Employers with an open vacancy.
    pub employers: u64,
    /// Provinces with an open vacancy.
    pub provinces: u64,
}

/// Title of the home page.
pub fn title(locale: Locale) -> String {
    text(locale, "home-title")
}

/// Description of the home page for search engines and shared links.
pub fn description(locale: Locale) -> String {
    text(locale, "home-description")
}
