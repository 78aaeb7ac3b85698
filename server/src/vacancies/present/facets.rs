//! Facets with their counts, and the tags of what is chosen.

use super::contract_word;
use crate::http::language::of_labels;
use crate::http::paths;
use crate::reference::ReferenceBook;
use crate::vacancies::model::Contract;
use crate::vacancies::query::{JobsQuery, NOT_STATED, PlaceOfWork};
use search::{Concept, Count, Facets, OccupationKey, PlaceKey, WAGE_BANDS};
use views::jobs::{ChosenTag, FacetChoice, FacetGroup, FacetOption};
use views::words::{self, FacetWord};
use views::{Locale, format};

/// Values of a group that are shown at once.
const SHOWN: usize = 8;

/// A value of a facet as pages and the interface for machines show it.
#[derive(Clone, Debug)]
pub(crate) struct FacetCount {
    /// Value of the parameter.
    pub(crate) value: String,
    /// In the reader's language.
    pub(crate) label: String,
    /// Vacancies.
    pub(crate) count: u64,
}

/// All facets by the name of their parameter.
pub(crate) fn facet_counts(
    book: &ReferenceBook,
    facets: &Facets,
    locale: Locale,
) -> Vec<(&'static str, FacetWord, Vec<FacetCount>)> {
    let name = |concept| book.name(concept, of_labels(locale)).to_owned();
    let code = |concept| book.codes.code(concept).to_owned();
    let place = |key| Concept::Place(PlaceKey(key));
    let occupation = |key| Concept::Occupation(OccupationKey(key));
    let contract = |key: u32| Contract::ALL.into_iter().find(|contract| contract.key() == key);
    let stated = |counts: &[Count], value: &dyn Fn(u32) -> (String, String)| {
        let of = |count: &Count| match count.value {
            Some(key) => {
                let (value, label) = value(key);
                FacetCount { value, label, count: count.count }
            }
            None => FacetCount {
                value: NOT_STATED.to_owned(),
                label: words::not_stated(locale),
                count: count.count,
            },
        };
        let mut values: Vec<FacetCount> = counts.iter().filter(|count| count.count > 0).map(of).collect();
        values.sort_by_key(|held| (held.value == NOT_STATED, std::cmp::Reverse(held.count)));
        values
    };
    vec![
        (
            "province",
            FacetWord::Province,
            stated(&facets.province, &|key| (code(place(key)), name(place(key)))),
        ),
        (
            "occupation",
            FacetWord::Occupation,
            stated(&facets.occupation, &|key| (code(occupation(key)), name(occupation(key)))),
        ),
        ("wage_min", FacetWord::Wage, wage_counts(&facets.wage, locale)),
        (
            "contract",
            FacetWord::Contract,
            stated(&facets.contract, &|key| {
                contract(key).map_or_else(Default::default, |kind| {
                    (kind.code(), words::contract(locale, contract_word(kind)))
                })
            }),
        ),
        ("where", FacetWord::Where, stated(&facets.abroad, &|key| where_value(key == 1, locale))),
        ("posted", FacetWord::Posted, posted_counts(&facets.posted, locale)),
    ]
}

fn where_value(abroad: bool, locale: Locale) -> (String, String) {
    if abroad {
        (PlaceOfWork::Abroad.code().to_owned(), words::abroad(locale))
    } else {
        (PlaceOfWork::Home.code().to_owned(), words::at_home(locale))
    }
}

/// Spans from the shortest; they hold one another.
fn posted_counts(spans: &[Count], locale: Locale) -> Vec<FacetCount> {
    let span = |held: &Count| {
        let days = held.value.filter(|_| held.count > 0)?;
        Some(FacetCount {
            value: days.to_string(),
            label: words::posted_within(locale, days),
            count: held.count,
        })
    };
    spans.iter().filter_map(span).collect()
}

/// "At least so much": each band counts itself and all above.
fn wage_counts(bands: &[Count], locale: Locale) -> Vec<FacetCount> {
    let mut counts = Vec::new();
    for (band, least) in WAGE_BANDS.iter().enumerate().skip(1) {
        let reaches = |value: Option<u32>| value.is_some_and(|value| value as usize >= band);
        let count = bands.iter().filter(|held| reaches(held.value)).map(|held| held.count).sum();
        if count > 0 {
            counts.push(FacetCount {
                value: least.to_string(),
                label: words::wage_at_least(locale, *least),
                count,
            });
        }
    }
    let unknown: u64 = bands.iter().filter(|held| held.value.is_none()).map(|held| held.count).sum();
    if unknown > 0 {
        counts.push(FacetCount {
            value: NOT_STATED.to_owned(),
            label: words::not_stated(locale),
            count: unknown,
        });
    }
    counts
}

/// Groups of filters for the results page.
pub(super) fn groups(
    book: &ReferenceBook,
    facets: &Facets,
    asked: &JobsQuery,
    locale: Locale,
) -> Vec<FacetGroup> {
    let group = |(name, word, counts): (&'static str, FacetWord, Vec<FacetCount>)| {
        let chosen = chosen_values(asked, name);
        let mut options: Vec<FacetOption> = counts
            .into_iter()
            .map(|held| {
                let checked = chosen.contains(&held.value);
                FacetOption { checked, value: held.value, label: held.label, count: held.count }
            })
            .collect();
        for value in &chosen {
            if options.iter().any(|option| option.value == *value) {
                continue;
            }
            let label = tag_label(book, name, value, locale);
            options.push(FacetOption { value: value.clone(), label, count: 0, checked: true });
        }
        let (shown, rest): (Vec<_>, Vec<_>) =
            options.into_iter().enumerate().partition(|(at, option)| *at < SHOWN || option.checked);
        let values =
            |options: Vec<(usize, FacetOption)>| options.into_iter().map(|(_, option)| option).collect();
        FacetGroup {
            title: words::facet(locale, word),
            name: name.to_owned(),
            choice: if matches!(name, "province" | "occupation" | "contract") {
                FacetChoice::Many
            } else {
                FacetChoice::One
            },
            options: values(shown),
            more: values(rest),
        }
    };
    facet_counts(book, facets, locale)
        .into_iter()
        .map(group)
        .filter(|group| !group.options.is_empty())
        .collect()
}

fn chosen_values(asked: &JobsQuery, name: &str) -> Vec<String> {
    asked.pairs().into_iter().filter(|(of, _)| *of == name).map(|(_, value)| value).collect()
}

/// A tag for each chosen filter, with the search without it.
pub(super) fn chosen(book: &ReferenceBook, asked: &JobsQuery, locale: Locale) -> Vec<ChosenTag> {
    let filters = asked
        .pairs()
        .into_iter()
        .filter(|(name, _)| !matches!(*name, "q" | "sort" | "page" | "as_words" | "from"));
    filters
        .map(|(name, value)| ChosenTag {
            label: match (name, asked.from.as_deref()) {
                ("within", Some(from)) => {
                    let km = value.parse().unwrap_or_default();
                    words::within(locale, km, &tag_label(book, "district", from, locale))
                }
                _ => tag_label(book, name, &value, locale),
            },
            remove_href: without(asked, name, &value).href(paths::JOBS),
        })
        .collect()
}

/// The search without one value of one parameter.
pub(super) fn without(asked: &JobsQuery, name: &str, value: &str) -> JobsQuery {
    asked.with(|changed| match name {
        "province" => changed.provinces.retain(|held| held != value),
        "district" => changed.districts.retain(|held| held != value),
        "occupation" => changed.occupations.retain(|held| held != value),
        "skill" => changed.skills.retain(|held| held != value),
        "contract" => changed.contracts.retain(|held| held != value),
        "wage_min" => (changed.wage_min, changed.wage_not_stated) = (None, false),
        "posted" => changed.posted = None,
        "where" => changed.place_of_work = None,
        "within" => changed.within = None,
        _ => {}
    })
}

fn tag_label(book: &ReferenceBook, name: &str, value: &str, locale: Locale) -> String {
    let named = |concept: Concept| book.name(concept, of_labels(locale)).to_owned();
    let label = match name {
        _ if value == NOT_STATED => Some(words::not_stated(locale)),
        "province" | "district" => book.codes.place(value).map(|key| named(Concept::Place(key))),
        "occupation" => book.codes.occupation(value).map(|key| named(Concept::Occupation(key))),
        "skill" => book.codes.skill(value).map(|key| named(Concept::Skill(key))),
        "contract" => {
            Contract::from_code(value).map(|contract| words::contract(locale, contract_word(contract)))
        }
        "wage_min" => value.parse().ok().map(|least| words::wage_at_least(locale, least)),
        "posted" => value.parse().ok().map(|days| words::posted_within(locale, days)),
        "where" => Some(where_value(value == PlaceOfWork::Abroad.code(), locale).1),
        "within" => value.parse().ok().map(|km| format::km(locale, km)),
        _ => None,
    };
    label.unwrap_or_else(|| value.to_owned())
}
