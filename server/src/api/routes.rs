//! The routes of the interface, and what wraps them.

use super::access::{self, Gate};
use super::call::Call;
use super::problem::{self, KINDS, Problem, ProblemBody};
use super::{concepts, jobs, matches, openapi, people, rate::RateLimit};
use crate::app::Platform;
use crate::http::error::after_panic;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, any, get};
use axum::{Json, Router};
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::ToSchema;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// A call that takes longer is ended; a second before the pages' patience ends, so that it ends in a problem.
const PATIENCE: Duration = Duration::from_secs(9);

/// Routes of version 1.
pub fn routes(platform: &Arc<Platform>) -> Router<Arc<Platform>> {
    let gate = Gate { platform: platform.clone(), rate: Arc::new(RateLimit::default()) };
    let (public, guarded, described) = declared();
    let public = public
        .route("/api/v1/openapi.json", description(&described))
        .route("/api/v1", any(nothing))
        .route("/api/v1/", any(nothing))
        .route("/api/v1/{*rest}", any(nothing));
    let public = wrapped(public, &gate).layer(set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")).layer(set(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        "ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
    ));
    let guarded = guarded.layer(jobs::write::limit());
    public.merge(wrapped(guarded, &gate).layer(set(header::CACHE_CONTROL, "no-store")))
}

/// The routes for everybody, those that need a token, and the description of all.
fn declared() -> (Router<Arc<Platform>>, Router<Arc<Platform>>, OpenApi) {
    let (public, described) = OpenApiRouter::with_openapi(openapi::beginning())
        .routes(routes!(jobs::search))
        .routes(routes!(jobs::one))
        .routes(routes!(concepts::occupations))
        .routes(routes!(concepts::skills))
        .routes(routes!(concepts::places))
        .routes(routes!(concepts::suggest))
        .routes(routes!(explained))
        .split_for_parts();
    let (guarded, with_people) = OpenApiRouter::new()
        .routes(routes!(jobs::write::publish))
        .routes(routes!(jobs::write::withdraw))
        .routes(routes!(people::search))
        .routes(routes!(matches::people))
        .routes(routes!(matches::vacancies))
        .split_for_parts();
    let mut described = described.merge_from(with_people);
    openapi::complete(&mut described);
    (public, guarded, described)
}

fn wrapped(routes: Router<Arc<Platform>>, gate: &Gate) -> Router<Arc<Platform>> {
    routes
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(gate.clone(), access::guard))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(from_fn(problem::write))
        .layer(SetResponseHeaderLayer::appending(header::VARY, HeaderValue::from_static("Accept-Language")))
}

fn set(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// The description, written once.
fn description(described: &OpenApi) -> MethodRouter<Arc<Platform>> {
    let written = described.to_json().map(Bytes::from).map_err(Arc::new);
    get(move || {
        let written = written.clone();
        async move {
            let json = written.map_err(|failed| Problem::internal(&failed))?;
            Ok::<_, Problem>(([(header::CONTENT_TYPE, "application/json")], json))
        }
    })
}

async fn nothing(_: Call) -> Problem {
    Problem::not_found("see /api/v1/openapi.json for what there is")
}

/// A kind of problem.
#[derive(Serialize, ToSchema)]
struct Explained {
    /// The address by which problems name it.
    #[serde(rename = "type")]
    kind: String,
    /// What it means.
    title: &'static str,
    /// The HTTP status that comes with it.
    status: u16,
}

/// A kind of problem, explained
#[utoipa::path(get, path = "/api/v1/problems/{kind}", operation_id = "explainProblem", tag = "About",
    params(("kind" = String, Path, description = "Last part of the problem's `type`.", example = "unknown-value")),
    responses(
        (status = 200, description = "What the kind means.", body = Explained),
        (status = 404, description = "There is no such kind.", body = ProblemBody, content_type = "application/problem+json")))]
async fn explained(Path(slug): Path<String>) -> Result<Json<Explained>, Problem> {
    let kind = KINDS.iter().find(|kind| kind.slug == slug);
    let kind = kind.ok_or_else(|| Problem::not_found(format!("there is no kind of problem {slug}")))?;
    Ok(Json(Explained { kind: kind.address(), title: kind.title, status: kind.status.as_u16() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::HashSet;

    fn description() -> Value {
        serde_json::to_value(declared().2).unwrap()
    }

    /// All values of `$ref` in `value`.
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|field| references(field, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_of_the_description_leads_somewhere() {
        let description = description();
        let mut found = Vec::new();
        references(&description, &mut found);
        assert!(!found.is_empty());
        for reference in found {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(description.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn every_operation_has_a_name_of_its_own_and_says_which_problems_it_meets() {
        let description = description();
        let mut names = HashSet::new();
        for (method, path, operation) in operations(&description) {
            assert!(names.insert(operation["operationId"].as_str().unwrap()), "{method} {path}");
            for status in ["400", "429", "500"] {
                let content = &operation["responses"][status]["content"];
                assert_eq!(
                    content["application/problem+json"]["schema"]["$ref"],
                    "#/components/schemas/Problem"
                );
            }
        }
        assert_eq!(description["openapi"], "3.1.0");
    }

    /// Method, path and description of every operation.
    fn operations(description: &Value) -> Vec<(&str, &str, &Value)> {
        let mut found = Vec::new();
        for (path, item) in description["paths"].as_object().unwrap() {
            let methods = item.as_object().unwrap().iter();
            let methods = methods.filter(|(name, _)| ["get", "post", "delete"].contains(&name.as_str()));
            found.extend(methods.map(|(method, operation)| (method.as_str(), path.as_str(), operation)));
        }
        found
    }

    #[test]
    fn people_matches_and_writes_are_described_as_behind_a_token_and_nothing_else_is() {
        for (method, path, operation) in operations(&description()) {
            let of_people = path.starts_with("/api/v1/people") || path.ends_with("/matches");
            assert_eq!(operation["security"].is_array(), of_people || method != "get", "{method} {path}");
        }
    }
}
