//! What went wrong, each with its words.

use super::{
    BAD_REQUEST, CLOSED, INTERNAL, Job, KEY_REUSED, KEY_RUNNING, Kind, NO_SPACE, NOT_ALLOWED, NOT_FOUND,
    NOT_JSON, POSTING_REFUSED, Problem, ProblemBody, TOKEN_ENDED, TOKEN_NEEDED, TOKEN_REVOKED, TOKEN_UNKNOWN,
    TOO_LARGE, TOO_MANY_REQUESTS, UNAVAILABLE, UNKNOWN_VALUE, WrongParameter,
};
use crate::db::trouble::Trouble;
use crate::imports::PostingError;
use crate::tokens::model::{Role, Scope};
use crate::vacancies::commands::PublishError;
use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::DbErr;
use std::error::Error;

impl Problem {
    pub(in crate::api) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            parameters: Box::default(),
            vacancy: None,
            property: None,
            scope: None,
            retry_after: None,
        }
    }

    /// The request cannot be read.
    pub(in crate::api) fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(BAD_REQUEST, detail)
    }

    /// Parameters have values that mean nothing.
    pub(in crate::api) fn unknown_values(parameters: Vec<WrongParameter>) -> Self {
        let names: Vec<&str> = parameters.iter().map(|wrong| wrong.name.as_str()).collect();
        let detail = format!("the values of these parameters mean nothing: {}", names.join(", "));
        Self { parameters: parameters.into(), ..Self::new(UNKNOWN_VALUE, detail) }
    }

    /// Nobody said who is asking.
    pub(in crate::api) fn token_needed() -> Self {
        Self::new(TOKEN_NEEDED, "send a token: Authorization: Bearer viak_…")
    }

    /// The token is none of this installation.
    pub(in crate::api) fn token_unknown() -> Self {
        Self::new(TOKEN_UNKNOWN, "the token was not made here")
    }

    /// The token came to its end.
    pub(in crate::api) fn token_ended(at: DateTime<Utc>) -> Self {
        let end = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        Self::new(TOKEN_ENDED, format!("the token ended at {end}; ask the operator for another"))
    }

    /// The token was taken back.
    pub(in crate::api) fn token_revoked(at: DateTime<Utc>) -> Self {
        let when = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        Self::new(TOKEN_REVOKED, format!("the token was taken back at {when}; ask the operator for another"))
    }

    /// The token's role does not reach.
    pub(in crate::api) fn not_allowed(scope: Scope) -> Self {
        let roles = Role::ALL.into_iter().filter(|role| role.scopes().contains(&scope));
        let roles: Vec<&str> = roles.map(Role::code).collect();
        let detail =
            format!("this needs the scope {}, which {} tokens have", scope.code(), roles.join(" and "));
        Self { scope: Some(scope), ..Self::new(NOT_ALLOWED, detail) }
    }

    /// The organisation of the token is not verified, or may see nobody for now.
    pub(in crate::api) fn not_verified() -> Self {
        let detail = "programs see people only while their organisation is verified";
        Self { scope: Some(Scope::PeopleRead), ..Self::new(NOT_ALLOWED, detail) }
    }

    /// The vacancy belongs to another source than the token.
    pub(in crate::api) fn of_another_source(source: &str) -> Self {
        let detail = format!("the vacancy is of another source; this token writes those of {source}");
        Self { scope: Some(Scope::JobsWrite), ..Self::new(NOT_ALLOWED, detail) }
    }

    /// A posting cannot be taken, for a property of it.
    pub(in crate::api) fn posting_refused(property: String, reason: &str) -> Self {
        if property.is_empty() {
            return Self::new(POSTING_REFUSED, reason);
        }
        let detail = format!("{property}: {reason}");
        Self { property: Some(property.into()), ..Self::new(POSTING_REFUSED, detail) }
    }

    /// The body is larger than any posting needs to be.
    pub(in crate::api) fn too_large(most: usize) -> Self {
        Self::new(TOO_LARGE, format!("a posting takes {} kB at most", most / 1000))
    }

    /// The body says that it is something else.
    pub(in crate::api) fn not_json(said: &str) -> Self {
        let said: String = said.chars().take(80).collect();
        Self::new(NOT_JSON, format!("send application/json or application/ld+json, not {said}"))
    }

    /// The first request with this key has not ended.
    pub(in crate::api) fn still_running() -> Self {
        let detail = "a request with this Idempotency-Key is being answered; ask again in a second";
        Self { retry_after: Some(1), ..Self::new(KEY_RUNNING, detail) }
    }

    /// The key was used for another request.
    pub(in crate::api) fn key_reused() -> Self {
        Self::new(KEY_REUSED, "this Idempotency-Key came with another request before; give each its own")
    }

    /// Nothing is there.
    pub(in crate::api) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(NOT_FOUND, detail)
    }

    /// The vacancy has closed.
    pub(in crate::api) fn closed(vacancy: Option<Job>) -> Self {
        let detail = "the vacancy has closed; nobody can apply any more";
        Self { vacancy: vacancy.map(Box::new), ..Self::new(CLOSED, detail) }
    }

    /// The window is used up.
    pub(in crate::api) fn too_many_requests(detail: impl Into<String>) -> Self {
        Self::new(TOO_MANY_REQUESTS, detail)
    }

    /// The call could not be answered: no space, a database that is away, or a fault of ours. The cause is
    /// logged here, once, and never told.
    pub(in crate::api) fn internal(error: &(dyn Error + 'static)) -> Self {
        match Trouble::behind(error) {
            Trouble::Fault => {
                tracing::error!(error, "a call could not be answered");
                Self::new(INTERNAL, "the fault has been noted; the same call may succeed later")
            }
            Trouble::Full => {
                tracing::error!(error, "no space is left for the database");
                let detail =
                    "no space is left for the database: nothing was stored; the same call may succeed later";
                Self { retry_after: Some(30), ..Self::new(NO_SPACE, detail) }
            }
            Trouble::Away => {
                tracing::error!(error, "the database did not answer a call");
                let detail =
                    "the database does not answer; the same call, with the same key, may succeed in a moment";
                Self { retry_after: Some(1), ..Self::new(UNAVAILABLE, detail) }
            }
        }
    }

    /// What RFC 6750 §3 tells a caller whose token does not reach.
    pub(super) fn challenge(&self) -> Option<&'static str> {
        match self.kind.slug {
            "token-needed" => Some(r#"Bearer realm="viak""#),
            "token-unknown" => Some(r#"Bearer realm="viak", error="invalid_token""#),
            "token-ended" => {
                Some(r#"Bearer realm="viak", error="invalid_token", error_description="the token has ended""#)
            }
            "token-revoked" => Some(
                r#"Bearer realm="viak", error="invalid_token", error_description="the token was taken back""#,
            ),
            "not-allowed" => Some(match self.scope {
                Some(Scope::JobsWrite) => {
                    r#"Bearer realm="viak", error="insufficient_scope", scope="jobs:write""#
                }
                Some(Scope::MatchesRead) => {
                    r#"Bearer realm="viak", error="insufficient_scope", scope="matches:read""#
                }
                Some(Scope::PeopleRead) | None => {
                    r#"Bearer realm="viak", error="insufficient_scope", scope="people:read""#
                }
            }),
            _ => None,
        }
    }

    pub(super) fn body(self, instance: String) -> ProblemBody {
        let Self { kind, detail, parameters, vacancy, property, scope: _, retry_after: _ } = self;
        let (title, status) = (kind.title, kind.status.as_u16());
        let (parameters, property) = (parameters.into_vec(), property.map(String::from));
        ProblemBody { kind: kind.address(), title, status, detail, instance, parameters, property, vacancy }
    }
}

impl From<DbErr> for Problem {
    fn from(cause: DbErr) -> Self {
        Self::internal(&cause)
    }
}

impl From<PublishError> for Problem {
    fn from(failed: PublishError) -> Self {
        match failed {
            PublishError::Database(cause) => Self::internal(&cause),
        }
    }
}

impl From<PostingError> for Problem {
    fn from(failed: PostingError) -> Self {
        match failed {
            PostingError::NoJson(error) => Self::bad_request(format!("the body is no JSON: {error}")),
            PostingError::Refused(refusal) => Self::posting_refused(refusal.column, &refusal.reason),
            PostingError::Database(cause) => Self::internal(&cause),
            PostingError::Stopped(stopped) => Self::internal(&stopped),
        }
    }
}
