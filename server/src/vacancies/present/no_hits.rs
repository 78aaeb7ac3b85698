//! No hits is no dead end: searches near the one that found nothing, each to be counted.

use crate::reference::ReferenceBook;
use crate::vacancies::query::{JobsQuery, parameter_of};
use search::{Concept, Mention, PlaceKey};

/// How another search differs from the one that found nothing.
#[derive(Clone, Debug)]
pub(crate) enum Alternative {
    /// The same in a wider area: what is then meant, or everywhere.
    Wider(Option<Concept>),
    /// A near occupation.
    Near(Concept),
    /// Without a word.
    WithoutWord(String),
    /// Without any filter.
    WithoutFilters,
    /// All open vacancies.
    All,
}

/// Near occupations offered at most.
const NEAR: usize = 6;

/// Searches that may find something, best first.
pub(crate) fn alternatives(
    book: &ReferenceBook,
    asked: &JobsQuery,
    understood: &[Mention],
    words: &[String],
) -> Vec<(Alternative, JobsQuery)> {
    let explicit = explicit(book, asked, understood, words);
    let mut found = Vec::new();
    wider(book, &explicit, &mut found);
    near(book, &explicit, &mut found);
    for word in words {
        let rest: Vec<&str> = words.iter().filter(|other| *other != word).map(String::as_str).collect();
        let search = explicit.with(|changed| changed.q = rest.join(" "));
        let everything = JobsQuery { page: 1, ..JobsQuery::default() };
        if search != everything {
            found.push((Alternative::WithoutWord(word.clone()), search));
        }
    }
    if asked.is_filtered() && !asked.q.is_empty() {
        let search =
            JobsQuery { q: asked.q.clone(), as_words: asked.as_words, page: 1, ..JobsQuery::default() };
        found.push((Alternative::WithoutFilters, search));
    }
    found.push((Alternative::All, JobsQuery { page: 1, ..JobsQuery::default() }));
    found
}

/// The same search with what was understood as filters, so that parts of it can be widened.
fn explicit(book: &ReferenceBook, asked: &JobsQuery, understood: &[Mention], words: &[String]) -> JobsQuery {
    asked.with(|changed| {
        changed.q = words.join(" ");
        for mention in understood {
            let (name, code) = parameter_of(book, mention.concept);
            let values = match name {
                "province" => &mut changed.provinces,
                "district" => &mut changed.districts,
                "occupation" => &mut changed.occupations,
                _ => &mut changed.skills,
            };
            if !code.is_empty() && !values.contains(&code) {
                values.push(code);
            }
        }
    })
}

fn wider(book: &ReferenceBook, asked: &JobsQuery, found: &mut Vec<(Alternative, JobsQuery)>) {
    let around: Option<PlaceKey> = asked
        .districts
        .first()
        .and_then(|code| book.codes.place(code))
        .and_then(|district| book.chain(district).province);
    if let Some(province) = around {
        let code = book.codes.code(Concept::Place(province)).to_owned();
        let search = asked.with(|changed| {
            changed.districts.clear();
            changed.provinces = vec![code];
        });
        found.push((Alternative::Wider(Some(Concept::Place(province))), search));
    }
    if !asked.districts.is_empty() || !asked.provinces.is_empty() || asked.within.is_some() {
        let search = asked.with(|changed| {
            changed.districts.clear();
            changed.provinces.clear();
            changed.within = None;
        });
        found.push((Alternative::Wider(None), search));
    }
}

/// Siblings in the ISCO tree: first those of the same minor group, then of the same sub-major group.
fn near(book: &ReferenceBook, asked: &JobsQuery, found: &mut Vec<(Alternative, JobsQuery)>) {
    let Some(code) = asked.occupations.first() else { return };
    let all = book.codes.all(crate::reference::model::ConceptKind::Occupation);
    let mut siblings = Vec::new();
    for digits in [3, 2] {
        let Some(prefix) = code.get(..digits).filter(|_| code.len() > digits) else { continue };
        for (other, concept) in &all {
            let fits = other.len() == 4 && other.starts_with(prefix) && *other != code;
            if fits && !siblings.iter().any(|(held, _)| held == other) {
                siblings.push((*other, *concept));
            }
        }
    }
    siblings.truncate(NEAR * 4);
    let anywhere = asked.with(|changed| {
        changed.districts.clear();
        changed.provinces.clear();
        changed.within = None;
    });
    for place in [asked, &anywhere] {
        for (other, concept) in &siblings {
            let search = place.with(|changed| changed.occupations = vec![(*other).to_owned()]);
            found.push((Alternative::Near(*concept), search));
        }
    }
}

/// Of counted alternatives, those worth showing: with hits, each near occupation once, and not too many.
pub(super) fn worth_showing(
    counted: Vec<(Alternative, JobsQuery, u64)>,
) -> Vec<(Alternative, JobsQuery, u64)> {
    let mut near: Vec<Concept> = Vec::new();
    let mut shown = Vec::new();
    for (alternative, search, count) in counted.into_iter().filter(|(_, _, count)| *count > 0) {
        if let Alternative::Near(concept) = alternative {
            if near.len() == NEAR || near.contains(&concept) {
                continue;
            }
            near.push(concept);
        }
        shown.push((alternative, search, count));
    }
    shown
}
