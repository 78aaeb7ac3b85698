//! Vacancies are published and withdrawn, once each however often the call comes.

use super::super::access::Publisher;
use super::super::call::Call;
use super::super::idempotency::{Attempt, Key};
use super::super::parameters::Reading;
use super::super::problem::{Problem, ProblemBody};
use super::super::store::Answered;
use super::{Job, no_such, read};
use crate::digest::sha256;
use crate::figures::WRITES;
use crate::ids::VacancyId;
use crate::imports;
use crate::vacancies::commands::{Outcome, Withdrawal, publish_one, withdraw_one};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sea_orm::{DatabaseTransaction, DbErr};

/// Largest posting, in bytes.
const LARGEST: usize = 250_000;

/// What keeps larger bodies out.
pub(in crate::api) fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST)
}

/// Publish a vacancy
///
/// Takes one schema.org `JobPosting` and reads it as an import does: occupation, place, skills and pay are
/// understood from its texts. The same `identifier` again amends the vacancy, or offers it again; another
/// token of the same source may do so too. An answer of 2xx is stored for good. A name
/// that only offices bear is refused, but to the office itself, whose source is called by its key. Needs the scope
/// `jobs:write`.
#[utoipa::path(post, path = "/api/v1/jobs", operation_id = "publishVacancy", tag = "Vacancies",
    params(Reading, ("Idempotency-Key" = Option<String>, Header, description = "1 to 255 visible ASCII characters. The same call with the same key within 24 hours is answered as the first time and changes nothing.", example = "8e03978e-40d5-43e8-bc93-6894a57f9324")),
    request_body(content = inline(serde_json::Map<String, serde_json::Value>), content_type = "application/json", description = "A schema.org `JobPosting`. `title`, `hiringOrganization` and `identifier` are needed; without `validThrough` it closes sixty days after `datePosted`, which is today if left out. A property that schema.org does not know is refused.",
        example = json!({"@type": "JobPosting", "identifier": "A-17", "title": "Welder", "hiringOrganization": {"name": "Mekong Works"}, "description": "Steel frames, day shift.", "jobLocation": {"address": {"addressRegion": "Savannakhet", "addressCountry": "LA"}}, "baseSalary": {"currency": "LAK", "value": {"minValue": 4_000_000, "unitText": "MONTH"}}, "validThrough": "2027-01-31"})),
    responses(
        (status = 201, description = "Published: the vacancy as reading it gives it.", body = Job, headers(("Location" = String, description = "Address of the vacancy."), ("ETag" = String, description = "As of reading it."))),
        (status = 200, description = "Held already: amended, offered again, or the same.", body = Job, headers(("Location" = String, description = "Address of the vacancy."), ("ETag" = String, description = "As of reading it."))),
        (status = 409, description = "The first call with this key is still running.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "The body is said to be no JSON.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 422, description = "The posting cannot be taken, or the key came with another request before.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, description = "The database does not answer; ask again.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 507, description = "No space is left for the database; nothing was stored.", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = ["jobs:write"])))]
pub(in crate::api) async fn publish(
    call: Call,
    publisher: Publisher,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let text = posting(&headers, body)?;
    let attempt = attempt(&publisher, &headers, (Method::POST, "/api/v1/jobs"), text.as_bytes())?;
    let (platform, at) = (&call.platform, call.platform.clock.now());
    let when = (at, call.today);
    let source = (publisher.source.as_str(), publisher.bringing());
    let draft = imports::posting(&platform.database, &call.book, source, text, when).await?;
    let transaction = platform.database.begin().await?;
    if let Some(answer) = attempt.first_answer(&transaction).await? {
        return Ok(present(answer, "repeated"));
    }
    let (id, outcome) = publish_one(&transaction, (&publisher.source, &publisher.by), &draft, at).await?;
    let answer = answer(&call, &transaction, id, outcome).await?;
    attempt.keep(&transaction, &answer, at).await?;
    transaction.commit().await?;
    Ok(present(answer, outcome.name()))
}

/// Withdraw a vacancy
///
/// Takes it off every page and out of every search; it answers 410 from then on. One that is closed already
/// stays as it is. Needs the scope `jobs:write`.
#[utoipa::path(delete, path = "/api/v1/jobs/{id}", operation_id = "withdrawVacancy", tag = "Vacancies",
    params(("id" = uuid::Uuid, Path, description = "Id of the vacancy."), ("Idempotency-Key" = Option<String>, Header, description = "As for publishing; withdrawing twice changes nothing anyway.")),
    responses(
        (status = 204, description = "It is closed now."),
        (status = 403, description = "The token may not, or the vacancy is of another source.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "There is no such vacancy.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "The first call with this key is still running.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 422, description = "The key came with another request before.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 503, description = "The database does not answer; ask again.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 507, description = "No space is left for the database; nothing was stored.", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = ["jobs:write"])))]
pub(in crate::api) async fn withdraw(
    call: Call,
    publisher: Publisher,
    Path(raw): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let id: VacancyId = raw.parse().map_err(|_| no_such(&raw))?;
    let attempt = attempt(&publisher, &headers, (Method::DELETE, &id.to_string()), b"")?;
    let (platform, at) = (&call.platform, call.platform.clock.now());
    let transaction = platform.database.begin().await?;
    if let Some(answer) = attempt.first_answer(&transaction).await? {
        return Ok(present(answer, "repeated"));
    }
    let outcome = match withdraw_one(&transaction, (&publisher.source, &publisher.by), id, at).await? {
        Withdrawal::Withdrawn => "withdrawn",
        Withdrawal::Closed => "unchanged",
        Withdrawal::OfAnotherSource => return Err(Problem::of_another_source(&publisher.source)),
        Withdrawal::Missing => return Err(no_such(&raw)),
    };
    let answer = Answered { status: 204, location: None, etag: None, body: String::new() };
    attempt.keep(&transaction, &answer, at).await?;
    transaction.commit().await?;
    Ok(present(answer, outcome))
}

impl Outcome {
    fn name(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
        }
    }
}

/// The body as text, if it is JSON by its own account and not too large.
fn posting(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<String, Problem> {
    if let Some(said) = headers.get(header::CONTENT_TYPE) {
        let said = said.to_str().unwrap_or_default();
        let kind = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !(kind == "application/json" || kind == "application/ld+json") {
            return Err(Problem::not_json(said));
        }
    }
    let bytes = body.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(LARGEST),
        _ => Problem::bad_request("the body broke off"),
    })?;
    let text = String::from_utf8(bytes.to_vec());
    text.map_err(|_| Problem::bad_request("the body is not UTF-8, as JSON has to be"))
}

fn attempt(
    publisher: &Publisher,
    headers: &HeaderMap,
    (method, path): (Method, &str),
    body: &[u8],
) -> Result<Attempt, Problem> {
    let key = headers.get("idempotency-key").map(|raw| Key::read(raw.as_bytes())).transpose()?;
    let request = sha256(&[method.as_str().as_bytes(), b" ", path.as_bytes(), b"\n", body].concat());
    Ok(Attempt { token: publisher.token.clone(), key, request })
}

/// What the caller is told of a vacancy that was published.
async fn answer(
    call: &Call,
    transaction: &DatabaseTransaction,
    id: VacancyId,
    outcome: Outcome,
) -> Result<Answered, Problem> {
    let gone = || DbErr::RecordNotFound(format!("the vacancy {id} just written"));
    let (job, tag, _) = read(call, transaction, id).await?.ok_or_else(gone)?;
    let status = if outcome == Outcome::Created { StatusCode::CREATED } else { StatusCode::OK };
    Ok(Answered {
        status: status.as_u16(),
        location: Some(format!("/api/v1/jobs/{id}")),
        etag: Some(tag.to_string()),
        body: serde_json::to_string(&job).map_err(|failed| Problem::internal(&failed))?,
    })
}

fn present(answer: Answered, outcome: &'static str) -> Response {
    metrics::counter!(WRITES, "outcome" => outcome).increment(1);
    let Answered { status, location, etag, body } = answer;
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if status == StatusCode::NO_CONTENT {
        return status.into_response();
    }
    let told = [(header::LOCATION, location), (header::ETAG, etag)];
    let told = told.into_iter().filter_map(|(name, value)| Some((name, value?.parse().ok()?)));
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    response.headers_mut().extend(told);
    response
}
