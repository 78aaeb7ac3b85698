//! Errors as problems (RFC 9457): every answer that is an error is one, whoever made it.

use super::jobs::Job;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::error::Error;
use std::sync::Arc;
use utoipa::ToSchema;

/// Media type of problems.
pub(super) const MEDIA_TYPE: &str = "application/problem+json";
/// Where the kinds of problems are explained.
pub(super) const EXPLAINED: &str = "/api/v1/problems/";

/// A problem, as RFC 9457 describes it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
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

/// A kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) slug: &'static str,
    pub(super) status: StatusCode,
    pub(super) title: &'static str,
}

/// All kinds; the first of a status stands for errors that say no more than their status.
pub(super) const KINDS: [Kind; 11] = [
    kind("bad-request", StatusCode::BAD_REQUEST, "The request cannot be read"),
    kind("unknown-value", StatusCode::BAD_REQUEST, "A parameter has a value that means nothing"),
    kind("token-needed", StatusCode::UNAUTHORIZED, "A token is needed"),
    kind("token-unknown", StatusCode::UNAUTHORIZED, "The token is not known"),
    kind("not-allowed", StatusCode::FORBIDDEN, "The token may not do this"),
    kind("not-found", StatusCode::NOT_FOUND, "Nothing is at this address"),
    kind("method-not-allowed", StatusCode::METHOD_NOT_ALLOWED, "The address does not know this method"),
    kind("closed", StatusCode::GONE, "The vacancy is closed"),
    kind("too-many-requests", StatusCode::TOO_MANY_REQUESTS, "Too many calls"),
    kind("internal", StatusCode::INTERNAL_SERVER_ERROR, "A fault of the server"),
    kind("unavailable", StatusCode::SERVICE_UNAVAILABLE, "The server cannot answer now"),
];

const fn kind(slug: &'static str, status: StatusCode, title: &'static str) -> Kind {
    Kind { slug, status, title }
}

impl Problem {
    fn new(slug: &str, detail: impl Into<String>) -> Self {
        let known = KINDS.iter().find(|kind| kind.slug == slug);
        let status = known.map_or(StatusCode::INTERNAL_SERVER_ERROR, |kind| kind.status);
        Self {
            kind: format!("{EXPLAINED}{slug}"),
            title: known.map_or("", |kind| kind.title),
            status: status.as_u16(),
            detail: detail.into(),
            instance: String::new(),
            parameters: Vec::new(),
            vacancy: None,
        }
    }

    /// The problem behind a status that came without one.
    fn of_status(status: StatusCode) -> Self {
        match KINDS.iter().find(|kind| kind.status == status) {
            Some(kind) => Self::new(kind.slug, kind.title),
            // RFC 9457 §4.2.1: about:blank says no more than the status.
            None => Self {
                kind: "about:blank".to_owned(),
                title: status.canonical_reason().unwrap_or("An error"),
                status: status.as_u16(),
                ..Self::new("bad-request", status.canonical_reason().unwrap_or_default())
            },
        }
    }

    /// The request cannot be read.
    pub(super) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new("bad-request", detail)
    }

    /// Parameters have values that mean nothing.
    pub(super) fn unknown_values(parameters: Vec<WrongParameter>) -> Self {
        let names: Vec<&str> = parameters.iter().map(|wrong| wrong.name.as_str()).collect();
        let detail = format!("the values of these parameters mean nothing: {}", names.join(", "));
        Self { parameters, ..Self::new("unknown-value", detail) }
    }

    /// Nobody said who is asking.
    pub(super) fn token_needed() -> Self {
        Self::new("token-needed", "send the operator's token: Authorization: Bearer viak_…")
    }

    /// The token is none of this installation.
    pub(super) fn token_unknown() -> Self {
        Self::new("token-unknown", "the token was not made here, or has been withdrawn")
    }

    /// The token's role does not reach.
    pub(super) fn not_allowed() -> Self {
        Self::new("not-allowed", "this needs a token with the role operator")
    }

    /// Nothing is there.
    pub(super) fn not_found(detail: impl Into<String>) -> Self {
        Self::new("not-found", detail)
    }

    /// The vacancy has closed.
    pub(super) fn closed(vacancy: Option<Job>) -> Self {
        let detail = "the vacancy has closed; nobody can apply any more";
        Self { vacancy: vacancy.map(Box::new), ..Self::new("closed", detail) }
    }

    /// The window is used up.
    pub(super) fn too_many_requests(detail: impl Into<String>) -> Self {
        Self::new("too-many-requests", detail)
    }

    /// A fault of ours: the cause is logged here, once, and never told.
    pub(super) fn internal(cause: &(dyn Error + 'static)) -> Self {
        tracing::error!(error = cause, "a call could not be answered");
        Self::new("internal", "the fault has been noted; the same call may succeed later")
    }

    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// What RFC 6750 §3 tells a caller whose token does not reach.
    fn challenge(&self) -> Option<&'static str> {
        match self.kind.strip_prefix(EXPLAINED)? {
            "token-needed" => Some(r#"Bearer realm="viak""#),
            "token-unknown" => Some(r#"Bearer realm="viak", error="invalid_token""#),
            "not-allowed" => Some(r#"Bearer realm="viak", error="insufficient_scope", scope="operator""#),
            _ => None,
        }
    }
}

impl From<sea_orm::DbErr> for Problem {
    fn from(cause: sea_orm::DbErr) -> Self {
        Self::internal(&cause)
    }
}

impl IntoResponse for Problem {
    /// Status and challenge; `write` adds the body, which needs the address.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(challenge) = self.challenge() {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
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
    let problem = Problem { instance, ..carried.unwrap_or_else(|| Problem::of_status(status)) };
    let mut written =
        if head { status.into_response() } else { (status, axum::Json(problem)).into_response() };
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            written.headers_mut().append(name, value.clone());
        }
    }
    written.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    written
}

#[cfg(test)]
mod tests;
