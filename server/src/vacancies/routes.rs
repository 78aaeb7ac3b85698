//! The public pages of vacancies.

use super::present::{self, ResultsPage};
use super::query::{JobsQuery, JobsSort};
use super::search::{Answer, answer, counts};
use super::store;
use crate::hiring;
use crate::http::errand::{Key, named};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::security::Script;
use crate::http::visit::Visit;
use crate::ids::VacancyId;
use crate::reference::ReferenceBook;
use axum::Extension;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use search::OccupationKey;
use std::sync::Arc;
use views::Render;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    routes.get(paths::JOBS, Access::Anyone, results).get("/jobs/{id}", Access::Anyone, one).get(
        paths::FEED,
        Access::Anyone,
        feed,
    )
}

/// Vacancies like the one shown.
const SIMILAR: usize = 5;

async fn results(visit: Visit) -> Result<Response, PageError> {
    let book = visit.platform.book();
    let (asked, ignored) = JobsQuery::parse(&visit.query, &book)?;
    let answer = answer(&visit.platform, &book, asked.request(&book, visit.today), visit.today)
        .await
        .map_err(PageError::internal)?;
    if !visit.crawler
        && let Some(counted) = asked.counted(&book, visit.locale, visit.today)
    {
        visit.platform.searches.asked(counted, answer.results.total);
    }
    let alternatives = alternatives(&visit, &book, &asked, &answer).await?;
    let page = ResultsPage { asked: &asked, ignored, answer: &answer, alternatives };
    let page = Html(present::jobs_page(&visit, &book, page).render().into_string());
    Ok((Extension(Script::Own), page).into_response())
}

/// Counted searches near one that found nothing.
async fn alternatives(
    visit: &Visit,
    book: &Arc<ReferenceBook>,
    asked: &JobsQuery,
    answer: &Answer,
) -> Result<Vec<(present::Alternative, JobsQuery, u64)>, PageError> {
    if answer.results.total > 0 {
        return Ok(Vec::new());
    }
    let found = present::alternatives(book, asked, &answer.results.understood, &answer.results.words);
    let (kinds, searches): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    let counted = counts(&visit.platform, book, &searches, visit.today).await.map_err(PageError::internal)?;
    Ok(kinds
        .into_iter()
        .zip(searches)
        .zip(counted)
        .map(|((kind, search), count)| (kind, search, count))
        .collect())
}

async fn one(visit: Visit, key: Key) -> Result<Response, PageError> {
    let id: VacancyId = named(key)?;
    let reader = visit.platform.database.reader();
    let row = store::by_id(reader, id).await?.filter(|(row, _)| row.status.was_public());
    let row = row.ok_or(PageError::NotFound)?;
    let skills = store::skills_of(reader, &[id]).await?.remove(&id).unwrap_or_default();
    let book = visit.platform.book();
    let similar = similar(&visit, &book, &row.0).await?;
    let (from, _) = JobsQuery::parse(&visit.query, &book)?;
    let at = visit.platform.clock.now();
    let here = hiring::commands::applied_for_here(reader, id, at).await?.then(|| paths::apply(id));
    let page = present::job_page(&visit, &book, (&row, &skills), (&similar, here), &from);
    let open = matches!(page.status, views::job::Status::Open { .. });
    if open
        && !visit.crawler
        && let Some(searched) = from.searched(&book, visit.locale, visit.today)
    {
        let occupation = row.0.occupation_id.map(|id| OccupationKey(id.unsigned_abs()));
        visit.platform.searches.opened(searched, occupation);
    }
    let status = if open { StatusCode::OK } else { StatusCode::GONE };
    Ok((status, Extension(Script::Own), Html(page.render().into_string())).into_response())
}

/// Open vacancies of the same occupation, those of the same province first.
async fn similar(
    visit: &Visit,
    book: &Arc<ReferenceBook>,
    vacancy: &crate::db::entities::vacancy::Model,
) -> Result<Vec<Arc<store::Listed>>, PageError> {
    let Some(occupation) = vacancy.occupation_id.map(|id| OccupationKey(id.unsigned_abs())) else {
        return Ok(Vec::new());
    };
    let centre = vacancy.district_id.or(vacancy.province_id).map(|id| search::PlaceKey(id.unsigned_abs()));
    let centre = centre.and_then(|place| book.place(place)?.centre);
    let mut request = JobsQuery { page: 1, ..JobsQuery::default() }.request(book, visit.today);
    request.filters.occupations = vec![occupation];
    request.sort = centre.map_or(search::Sort::Newest, search::Sort::Near);
    request.limit = SIMILAR + 1;
    request.facets = false;
    let found = answer(&visit.platform, book, request, visit.today).await.map_err(PageError::internal)?;
    let others = found.rows.into_iter().map(|(_, row)| row).filter(|other| other.id != vacancy.id);
    Ok(others.take(SIMILAR).collect())
}

async fn feed(visit: Visit) -> Result<Response, PageError> {
    let book = visit.platform.book();
    let (asked, _) = JobsQuery::parse(&visit.query, &book)?;
    let newest = asked.with(|changed| changed.sort = JobsSort::Newest);
    let mut request = newest.request(&book, visit.today);
    request.limit = 50;
    request.facets = false;
    let answer = answer(&visit.platform, &book, request, visit.today).await.map_err(PageError::internal)?;
    let feed = present::feed(&visit, &book, &asked, &answer);
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.to_xml()).into_response())
}
