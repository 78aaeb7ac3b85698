//! Counts of a search by parameter and value.

use crate::reference::ReferenceBook;
use crate::vacancies::present::facet_counts;
use serde::Serialize;
use utoipa::ToSchema;
use views::Locale;

/// Counts by parameter; the values are those that the parameter takes.
#[derive(Serialize, ToSchema)]
pub(crate) struct Facets {
    province: Vec<FacetValue>,
    /// By sub-major group of ISCO-08.
    occupation: Vec<FacetValue>,
    /// At least so much kip a month.
    wage_min: Vec<FacetValue>,
    contract: Vec<FacetValue>,
    #[serde(rename = "where")]
    place_of_work: Vec<FacetValue>,
    /// Within so many days.
    posted: Vec<FacetValue>,
}

/// A value of a parameter with what it would find.
#[derive(Serialize, ToSchema)]
pub(crate) struct FacetValue {
    /// Value of the parameter; `none` for not stated.
    #[schema(example = "LA-VT")]
    value: String,
    /// In the reader's language.
    label: String,
    /// How many have it.
    count: u64,
}

impl Facets {
    /// The counts of an answer.
    pub(crate) fn of(book: &ReferenceBook, counted: &search::Facets, locale: Locale) -> Self {
        let mut counted = facet_counts(book, counted, locale);
        let mut of = |name: &str| {
            let at = counted.iter().position(|(of, _, _)| *of == name);
            let counts = at.map(|at| counted.swap_remove(at).2).unwrap_or_default();
            counts
                .into_iter()
                .map(|held| FacetValue { value: held.value, label: held.label, count: held.count })
                .collect()
        };
        Self {
            province: of("province"),
            occupation: of("occupation"),
            wage_min: of("wage_min"),
            contract: of("contract"),
            place_of_work: of("where"),
            posted: of("posted"),
        }
    }
}
