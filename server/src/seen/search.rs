//! A search of people, held to those whom the onlooker may find before the index is asked: totals tell nothing of others.

use super::model::{Onlooker, Scope};
use crate::access::model::Area;
use crate::app::Platform;
use crate::outbox::Subject;
use crate::people::model::Visibility;
use crate::reference::ReferenceBook;
use search::{Facet, Filters, IndexError, PlaceKey, Request, Results};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A place where nobody lives.
const NOWHERE: PlaceKey = PlaceKey(u32::MAX);

/// Why a search could not be answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index.
    #[error("the index could not answer")]
    Index(#[from] IndexError),
    /// The searching task was ended.
    #[error("the search was stopped")]
    Stopped(#[source] tokio::task::JoinError),
}

/// Asks the index of people off the async threads, in its turn.
pub async fn ask(
    platform: &Arc<Platform>,
    onlooker: &Onlooker,
    mut request: Request,
) -> Result<Results, SearchError> {
    let book = platform.book();
    hold(&mut request, onlooker, &book);
    let index = platform.indexes.of(Subject::Person).clone();
    let results = platform.turns.take(move || index.search(&book.lexicon, &request)).await;
    // As for vacancies: what fails has read a damaged file, and the follower makes the index again.
    if !matches!(results, Ok(Ok(_))) {
        platform.indexes.suspect();
    }
    let mut results = results.map_err(SearchError::Stopped)??;
    // People have no contract: those numbers say who may find them.
    results.facets.contract.clear();
    Ok(results)
}

/// Narrows a request to whom the onlooker may find. Facets are counted past their own filter, so only those who may find
/// everybody are given them.
fn hold(request: &mut Request, onlooker: &Onlooker, book: &ReferenceBook) {
    let filters = &mut request.filters;
    filters.contracts.clear();
    filters.not_stated.retain(|facet| *facet != Facet::Contract);
    match &onlooker.scope {
        Scope::Everybody => {}
        Scope::Shown => {
            filters.contracts = [Visibility::Anonymous, Visibility::Open].map(Visibility::key).into();
            request.facets = false;
        }
        Scope::Within(areas) => {
            within(filters, areas, book);
            request.facets = false;
        }
    }
}

/// Narrows the places of a search to some areas.
fn within(filters: &mut Filters, areas: &BTreeSet<Area>, book: &ReferenceBook) {
    if areas.contains(&Area::Country) {
        return;
    }
    // Whose province nobody knows lives in no area.
    filters.not_stated.retain(|facet| *facet != Facet::Province);
    let asked = if filters.districts.is_empty() { &filters.provinces } else { &filters.districts };
    let asked: Vec<Area> = asked.iter().filter_map(|place| Area::of(book, *place)).collect();
    let narrowed = |area: &Area| -> Vec<Area> {
        let both = asked.iter().filter_map(|asked| match (area.covers(*asked), asked.covers(*area)) {
            (true, _) => Some(*asked),
            (false, true) => Some(*area),
            (false, false) => None,
        });
        both.collect()
    };
    let none_asked = filters.districts.is_empty() && filters.provinces.is_empty();
    let held: BTreeSet<Area> =
        if none_asked { areas.clone() } else { areas.iter().flat_map(narrowed).collect() };
    let key = |id: i32| PlaceKey(id.unsigned_abs());
    let (mut provinces, mut districts) = (Vec::new(), Vec::new());
    for area in held {
        match area {
            Area::Country => {}
            Area::Province(province) => provinces.push(key(province)),
            Area::District { district, .. } => districts.push(key(district)),
        }
    }
    if provinces.is_empty() && districts.is_empty() {
        provinces.push(NOWHERE);
    }
    // Where both are named the index looks at districts alone.
    if !districts.is_empty() {
        districts.extend(provinces.drain(..).flat_map(|province| book.districts_of(province)));
    }
    (filters.provinces, filters.districts) = (provinces, districts);
}
