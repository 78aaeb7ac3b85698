//! The home page: one search form, what there is, and ways in for those who would rather not type.

use super::error::PageError;
use super::language::of_labels;
use super::paths;
use super::routes::{Access, Routes};
use super::security::Script;
use super::visit::{About, Visit};
use crate::outbox::Subject;
use crate::reference::ReferenceBook;
use crate::vacancies::present::{card, search_form};
use crate::vacancies::query::JobsQuery;
use crate::vacancies::search::{Answer, answer};
use crate::vacancies::store::Listed;
use axum::Extension;
use axum::response::{Html, IntoResponse, Response};
use search::{Concept, Count, Hit, Language, OccupationKey, PlaceKey};
use std::sync::Arc;
use views::home::{self, Counts, HomePage};
use views::layout::OpenGraph;
use views::{CountedLink, Link, Render, text};

/// Groups of occupations shown.
const OCCUPATIONS: usize = 12;
/// Newest vacancies shown.
const NEWEST: usize = 4;
/// The home page's route.
pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::HOME, Access::Anyone, page)
}

async fn page(visit: Visit) -> Result<Response, PageError> {
    super::query::pairs(&visit.query)?;
    let book = visit.platform.book();
    let everything =
        JobsQuery { page: 1, sort: crate::vacancies::query::JobsSort::Newest, ..JobsQuery::default() };
    let mut request = everything.request(&book, visit.today);
    request.limit = NEWEST;
    let answer = answer(&visit.platform, &book, request, visit.today).await.map_err(PageError::internal)?;
    let platform = &visit.platform;
    let position = platform.indexes.of(Subject::Vacancy).watermark();
    let employers = platform.hiring.employers(platform.database.reader(), position, visit.today).await?;
    let page = Html(present(&visit, &book, &answer, employers).render().into_string());
    Ok((Extension(Script::Own), page).into_response())
}

fn present(visit: &Visit, book: &ReferenceBook, answer: &Answer, employers: u64) -> HomePage {
    let locale = visit.locale;
    let facets = &answer.results.facets;
    let link = |name: &'static str, concept: Concept, count: u64| {
        let href = super::query::encode([(name, book.codes.code(concept))]);
        CountedLink::new(paths::with_query(paths::JOBS, &href), book.name(concept, of_labels(locale)), count)
    };
    let occupation =
        |held: &Count| Some(link("occupation", Concept::Occupation(OccupationKey(held.value?)), held.count));
    let province = |held: &Count| Some(link("province", Concept::Place(PlaceKey(held.value?)), held.count));
    let at_home = book.provinces_at_home();
    let is_at_home = |held: &&Count| held.value.is_some_and(|key| at_home.contains(&PlaceKey(key)));
    let provinces = by_count(facets.province.iter().filter(is_at_home).filter_map(province));
    let occupations = by_count(facets.occupation.iter().filter_map(occupation));
    let about = About {
        title: home::title(locale),
        description: home::description(locale),
        open_graph: Some(OpenGraph::Website),
        noindex: false,
        feed: Some(paths::FEED.to_owned()),
    };
    HomePage {
        chrome: visit.chrome(about),
        form: search_form(&JobsQuery::default()),
        counts: Counts { jobs: answer.results.total, employers, provinces: provinces.len() as u64 },
        occupations: occupations.into_iter().take(OCCUPATIONS).collect(),
        provinces,
        examples: examples(book, answer),
        newest: answer
            .rows
            .iter()
            .map(|(_, row)| card(book, row, None, None, (locale, visit.today)))
            .collect(),
        all: Link::new(paths::JOBS, text(locale, "nav-jobs")),
    }
}

/// Searches that show how to ask, each of which finds something: without spaces, in Lao, in English,
/// in Vietnamese, for the occupations and provinces of the newest vacancies.
fn examples(book: &ReferenceBook, answer: &Answer) -> Vec<Link> {
    let ways =
        [(Language::Lao, ""), (Language::Lao, " "), (Language::English, " "), (Language::Vietnamese, " ")];
    let example = |((_, vacancy), (language, between)): (&(Hit, Arc<Listed>), (Language, &str))| {
        let occupation = Concept::Occupation(OccupationKey(vacancy.occupation_id?.unsigned_abs()));
        let occupation = book.lexicon.preferred(occupation, language)?;
        let province = vacancy.province_id.filter(|_| !vacancy.abroad);
        let province = province.map(|id| Concept::Place(PlaceKey(id.unsigned_abs())));
        let q = match province {
            Some(province) => format!("{occupation}{between}{}", book.name(province, language)),
            None => occupation.to_owned(),
        };
        let asked = JobsQuery { q: q.clone(), page: 1, ..JobsQuery::default() };
        Some(Link::new(asked.href(paths::JOBS), q))
    };
    answer.rows.iter().zip(ways).filter_map(example).collect()
}

/// Most first.
fn by_count(links: impl Iterator<Item = CountedLink>) -> Vec<CountedLink> {
    let mut links: Vec<CountedLink> = links.collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.count));
    links
}
