//! A search of people, held to those whom the onlooker may find before the index is asked: totals tell nothing of others.

use super::model::{Asked, Onlooker, Scope};
use crate::access::model::Area;
use crate::app::Platform;
use crate::outbox::Subject;
use crate::people::model::Visibility;
use crate::reference::model::ConceptKind;
use crate::reference::{PlaceChain, ReferenceBook};
use search::{Concept, Count, Facet, Facets, Filters, IndexError, PlaceKey, Request, Results, Sort};
use std::collections::{BTreeMap, BTreeSet};
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
    results.facets = counted(results.facets, onlooker);
    Ok(results)
}

/// Takes out of a request what asks about more than the onlooker sees of everybody, and narrows it to whom the onlooker may
/// find. Facets are counted past their own filter, so only those who may find everybody are given them.
fn hold(request: &mut Request, onlooker: &Onlooker, book: &ReferenceBook) {
    cover(request, onlooker, book);
    match &onlooker.scope {
        Scope::Everybody => {}
        Scope::Shown => {
            request.filters.contracts = [Visibility::Anonymous, Visibility::Open].map(Visibility::key).into();
            request.facets = false;
        }
        Scope::Within(areas) => {
            within(&mut request.filters, areas, book);
            request.facets = false;
        }
    }
}

/// Takes out of a request what asks about more than is seen. It is taken apart in full, so that nothing new is forgotten.
fn cover(request: &mut Request, onlooker: &Onlooker, book: &ReferenceBook) {
    let sees = |asked: Asked| asked.is_seen_by(onlooker);
    let Request {
        filters,
        sort,
        wider,
        text: _,
        as_words: _,
        all_words: _,
        offset: _,
        limit: _,
        facets: _,
        today: _,
    } = request;
    let Filters {
        provinces,
        districts,
        contracts,
        wage_min,
        within,
        not_stated,
        countries: _,
        occupations: _,
        skills: _,
        posted_within: _,
        abroad: _,
    } = filters;
    not_stated.retain(|facet| sees(Asked::by(*facet)));
    if !sees(Asked::Visibility) {
        contracts.clear();
    }
    if !sees(Asked::Wage) {
        *wage_min = None;
    }
    if !sees(Asked::District) {
        *within = None;
        *wider = provinces_around(book);
        // Where both are named the index looks at districts alone.
        if !districts.is_empty() {
            let around = |asked: PlaceKey| wider.get(&asked).copied().unwrap_or(asked);
            *provinces = districts.drain(..).map(around).collect();
        }
    }
    let sorts = match sort {
        Sort::Relevance | Sort::Newest => true,
        Sort::Wage => sees(Asked::Wage),
        Sort::Near(_) => sees(Asked::District),
    };
    if !sorts {
        *sort = Sort::Relevance;
    }
}

/// Counts of what the onlooker sees.
fn counted(facets: Facets, onlooker: &Onlooker) -> Facets {
    let counts = |facet: Facet, counts: Vec<Count>| {
        if Asked::by(facet).is_seen_by(onlooker) { counts } else { Vec::new() }
    };
    let Facets { province, occupation, wage, contract, abroad, posted } = facets;
    Facets {
        province: counts(Facet::Province, province),
        occupation: counts(Facet::Occupation, occupation),
        wage: counts(Facet::Wage, wage),
        contract: counts(Facet::Contract, contract),
        abroad: counts(Facet::Abroad, abroad),
        posted: counts(Facet::Posted, posted),
    }
}

/// What is asked in place of each district: the province around it.
fn provinces_around(book: &ReferenceBook) -> BTreeMap<PlaceKey, PlaceKey> {
    let places = book.codes.all(ConceptKind::Place).into_iter().filter_map(|(_, concept)| match concept {
        Concept::Place(place) => Some(place),
        Concept::Occupation(_) | Concept::Skill(_) => None,
    });
    let districts = places.filter_map(|place| {
        let PlaceChain { country, province, district } = book.chain(place);
        district.filter(|district| *district == place).zip(province.or(country))
    });
    districts.collect()
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
