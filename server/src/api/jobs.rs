//! Vacancies: searched as on the results page, read one by one, published and withdrawn.

mod facets;
mod item;
pub(super) mod write;

pub(super) use facets::Facets;
pub(crate) use item::{Job, Vacancy};

use super::call::Call;
use super::concept::Understood;
use super::entity_tag::{self, EntityTag};
use super::parameters::{Reading, Searching};
use super::problem::{Problem, ProblemBody};
use crate::ids::VacancyId;
use crate::vacancies::model::is_open;
use crate::vacancies::query::JobsQuery;
use crate::vacancies::search::answer;
use crate::vacancies::store;
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use utoipa::ToSchema;

/// Vacancies that were found.
#[derive(Serialize, ToSchema)]
pub(super) struct Jobs {
    /// All that were found, counted exactly.
    total: u64,
    /// What was read as concepts; `as_words=1` undoes it.
    understood: Vec<Understood>,
    /// Words that were searched as words.
    words: Vec<String>,
    /// The query had more than 64 terms; the rest was left out.
    cut: bool,
    /// The page asked for.
    items: Vec<FoundJob>,
    /// Counts by parameter; a value that is chosen does not hide the others.
    facets: Facets,
}

/// A vacancy that was found.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundJob {
    #[serde(flatten)]
    vacancy: Vacancy,
    /// Relevance; comparable within one answer only.
    score: f32,
    /// Words and labels of the query that it met.
    matched: Vec<String>,
    /// Distance from `from`, where both places are known.
    km: Option<f32>,
}

/// Reads the parameters of the results page; what means nothing is an error here.
pub(super) fn asked(call: &Call) -> Result<(JobsQuery, search::Request), Problem> {
    let (asked, ignored) = JobsQuery::parse(&call.query, &call.book)
        .map_err(|broken| Problem::bad_request(broken.to_string()))?;
    if !ignored.is_empty() {
        let wrong = ignored.into_iter().map(|ignored| super::call::wrong(&ignored.name, &ignored.value));
        return Err(Problem::unknown_values(wrong.collect()));
    }
    let mut request = asked.request(&call.book, call.today);
    request.limit = call.number("limit", 1..=100, request.limit)?;
    request.offset = usize::try_from(asked.page.max(1) - 1).unwrap_or_default() * request.limit;
    request.facets = call.number("facets", 0..=1, 1)? == 1;
    Ok((asked, request))
}

/// Search vacancies
///
/// The parameters are those of the results page. A value that means nothing is an error here.
#[utoipa::path(get, path = "/api/v1/jobs", operation_id = "searchVacancies", tag = "Vacancies", params(Searching), responses(
    (status = 200, description = "Open vacancies.", body = Jobs)))]
pub(super) async fn search(call: Call) -> Result<Json<Jobs>, Problem> {
    let (asked, request) = asked(&call)?;
    let answer = answer(&call.platform, &call.book, request, call.today)
        .await
        .map_err(|failed| Problem::internal(&failed))?;
    if let Some(counted) = asked.counted(&call.book, call.locale, call.today) {
        call.platform.searches.asked(counted, answer.results.total);
    }
    let results = answer.results;
    let items = answer.rows.into_iter().map(|(hit, row)| FoundJob {
        vacancy: call.vacancy(&row),
        score: hit.score,
        matched: hit.matched,
        km: hit.km,
    });
    Ok(Json(Jobs {
        total: results.total,
        understood: call.understood(&asked.q, &results.understood),
        words: results.words,
        cut: results.cut,
        items: items.collect(),
        facets: Facets::of(&call.book, &results.facets, call.locale),
    }))
}

/// One vacancy
///
/// With a schema.org `JobPosting` under `json_ld`. One that has closed answers 410 and keeps its facts
/// under `vacancy`.
#[utoipa::path(get, path = "/api/v1/jobs/{id}", operation_id = "readVacancy", tag = "Vacancies",
    params(("id" = uuid::Uuid, Path, description = "Id of the vacancy."), Reading),
    responses(
        (status = 200, description = "The vacancy.", body = Job, headers(("ETag" = String, description = "Changes when the answer does."))),
        (status = 304, description = "Not changed since the `ETag` of `If-None-Match`."),
        (status = 404, description = "There is no such vacancy.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The vacancy has closed.", body = ProblemBody, content_type = "application/problem+json")))]
pub(super) async fn one(call: Call, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let missing = || no_such(&id);
    let id: VacancyId = id.parse().map_err(|_| missing())?;
    let (job, tag, open) = read(&call, call.platform.database.reader(), id).await?.ok_or_else(missing)?;
    if !open {
        return Err(Problem::closed(Some(job)));
    }
    let known = entity_tag::CACHED;
    if tag.is_held(&headers) {
        return Ok(
            (axum::http::StatusCode::NOT_MODIFIED, [(header::ETAG, tag.to_string())], known).into_response()
        );
    }
    Ok(([(header::ETAG, tag.to_string())], known, Json(job)).into_response())
}

fn no_such(id: &str) -> Problem {
    Problem::not_found(format!("there is no vacancy {id}"))
}

/// A vacancy with the tag of its state, and whether it is open.
async fn read(
    call: &Call,
    connection: &impl ConnectionTrait,
    id: VacancyId,
) -> Result<Option<(Job, EntityTag, bool)>, DbErr> {
    let Some(row) = store::by_id(connection, id).await? else { return Ok(None) };
    let skills = store::skills_of(connection, &[id]).await?.remove(&id).unwrap_or_default();
    let job = call.job(&row, &skills);
    let changed = row.0.updated_at.timestamp_micros().to_string();
    let tag = EntityTag::of([&id.to_string(), &changed, job.status(), call.locale.code(), &call.labels()]);
    let open = is_open(row.0.status, row.0.valid_through, call.today);
    Ok(Some((job, tag, open)))
}
