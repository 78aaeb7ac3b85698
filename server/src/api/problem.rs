//! Errors as problems (RFC 9457): every answer that is an error is one, whoever made it.

use super::jobs::Job;
use crate::tokens::model::Scope;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Media type of problems.
pub(super) const MEDIA_TYPE: &str = "application/problem+json";
/// Where the kinds of problems are explained.
pub(super) const EXPLAINED: &str = "/api/v1/problems/";

/// Seconds after which a call may be tried again that could not be answered now, where nobody knows better.
const AGAIN: u32 = 5;

/// What went wrong while a call was answered.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    kind: Kind,
    detail: String,
    parameters: Box<[WrongParameter]>,
    vacancy: Option<Box<Job>>,
    property: Option<Box<str>>,
    scope: Option<Scope>,
    retry_after: Option<u32>,
}

/// A problem as callers get it (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct ProblemBody {
    /// Address that names and explains the kind of problem.
    #[serde(rename = "type")]
    #[schema(example = "/api/v1/problems/unknown-value")]
    kind: String,
    /// The kind in words.
    #[schema(example = "A parameter has a value that means nothing")]
    title: &'static str,
    /// The HTTP status.
    #[schema(example = 400)]
    status: u16,
    /// What happened this time.
    detail: String,
    /// The path that was asked.
    #[schema(example = "/api/v1/jobs")]
    instance: String,
    /// The parameters that could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<WrongParameter>,
    /// The property of a posting that could not be taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "validThrough")]
    property: Option<String>,
    /// The facts of a vacancy that has closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    vacancy: Option<Box<Job>>,
}

/// A parameter that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct WrongParameter {
    /// Its name.
    #[schema(example = "province")]
    pub(crate) name: String,
    /// Its value, up to 80 characters.
    #[schema(example = "XX-99")]
    pub(crate) value: String,
}

mod causes;

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) slug: &'static str,
    pub(super) status: StatusCode,
    pub(super) title: &'static str,
}

const BAD_REQUEST: Kind = kind("bad-request", StatusCode::BAD_REQUEST, "The request cannot be read");
const UNKNOWN_VALUE: Kind =
    kind("unknown-value", StatusCode::BAD_REQUEST, "A parameter has a value that means nothing");
const TOKEN_NEEDED: Kind = kind("token-needed", StatusCode::UNAUTHORIZED, "A token is needed");
const TOKEN_UNKNOWN: Kind = kind("token-unknown", StatusCode::UNAUTHORIZED, "The token is not known");
const TOKEN_ENDED: Kind = kind("token-ended", StatusCode::UNAUTHORIZED, "The token has ended");
const TOKEN_REVOKED: Kind = kind("token-revoked", StatusCode::UNAUTHORIZED, "The token was taken back");
const NOT_ALLOWED: Kind = kind("not-allowed", StatusCode::FORBIDDEN, "The token may not do this");
const NOT_FOUND: Kind = kind("not-found", StatusCode::NOT_FOUND, "Nothing is at this address");
const METHOD_NOT_ALLOWED: Kind =
    kind("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED, "The address does not know this method");
const KEY_RUNNING: Kind =
    kind("key-running", StatusCode::CONFLICT, "The first request with this key is still running");
const TOO_LARGE: Kind = kind("too-large", StatusCode::PAYLOAD_TOO_LARGE, "The body is too large");
const NOT_JSON: Kind = kind("not-json", StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body has to be JSON");
const POSTING_REFUSED: Kind =
    kind("posting-refused", StatusCode::UNPROCESSABLE_ENTITY, "The posting cannot be taken");
const KEY_REUSED: Kind =
    kind("key-reused", StatusCode::UNPROCESSABLE_ENTITY, "The key stands for another request");
const NO_SPACE: Kind = kind("no-space", StatusCode::INSUFFICIENT_STORAGE, "No space is left");
const CLOSED: Kind = kind("closed", StatusCode::GONE, "The vacancy is closed");
const TOO_MANY_REQUESTS: Kind = kind("too-many-requests", StatusCode::TOO_MANY_REQUESTS, "Too many calls");
const INTERNAL: Kind = kind("internal", StatusCode::INTERNAL_SERVER_ERROR, "A fault of the server");
const UNAVAILABLE: Kind =
    kind("unavailable", StatusCode::SERVICE_UNAVAILABLE, "The server cannot answer now");

/// All kinds; the first of a status stands for errors that say no more than their status.
pub(super) const KINDS: [Kind; 19] = [
    BAD_REQUEST,
    UNKNOWN_VALUE,
    TOKEN_NEEDED,
    TOKEN_UNKNOWN,
    TOKEN_ENDED,
    TOKEN_REVOKED,
    NOT_ALLOWED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    KEY_RUNNING,
    CLOSED,
    TOO_LARGE,
    NOT_JSON,
    POSTING_REFUSED,
    KEY_REUSED,
    TOO_MANY_REQUESTS,
    INTERNAL,
    UNAVAILABLE,
    NO_SPACE,
];

const fn kind(slug: &'static str, status: StatusCode, title: &'static str) -> Kind {
    Kind { slug, status, title }
}

impl Kind {
    /// The address that names the kind.
    pub(super) fn address(self) -> String {
        if self.slug.is_empty() { "about:blank".to_owned() } else { format!("{EXPLAINED}{}", self.slug) }
    }

    /// The kind behind a status that came without one; where there is none, one that says no more than
    /// the status (RFC 9457 §4.2.1).
    fn of_status(status: StatusCode) -> Self {
        let blank = kind("", status, status.canonical_reason().unwrap_or("An error"));
        KINDS.into_iter().find(|kind| kind.status == status).unwrap_or(blank)
    }
}

impl IntoResponse for Problem {
    /// Status and challenge; `write` adds the body, which needs the address.
    fn into_response(self) -> Response {
        let mut response = self.kind.status.into_response();
        if let Some(challenge) = self.challenge() {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Writes the body of every answer that is an error: that of a handler, of an extractor, of the router.
pub(super) async fn write(request: Request, next: Next) -> Response {
    let (instance, head) = (request.uri().path().to_owned(), request.method() == Method::HEAD);
    let response = next.run(request).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let carried = response.extensions().get::<Arc<Problem>>().map(|problem| Problem::clone(problem));
    let problem = carried.unwrap_or_else(|| {
        let kind = Kind::of_status(status);
        Problem::new(kind, kind.title)
    });
    let again = (status == StatusCode::SERVICE_UNAVAILABLE).then_some(problem.retry_after.unwrap_or(AGAIN));
    let problem = problem.body(instance);
    let mut written =
        if head { status.into_response() } else { (status, axum::Json(problem)).into_response() };
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            written.headers_mut().append(name, value.clone());
        }
    }
    written.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    if let Some(seconds) = again {
        written.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    written
}

#[cfg(test)]
mod tests;
