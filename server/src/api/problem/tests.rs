//! Problems as callers get them.

use super::*;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Path;
use axum::middleware::from_fn;
use axum::routing::get;
use serde_json::Value;
use tower::ServiceExt;

async fn asked(method: &str, path: &str) -> (StatusCode, axum::http::HeaderMap, Value) {
    let router = Router::new()
        .route("/gone", get(async || Problem::closed(None)))
        .route("/secret", get(async || Problem::token_unknown()))
        .route("/number/{n}", get(async |Path(n): Path<u8>| n.to_string()))
        .route("/teapot", get(async || StatusCode::IM_A_TEAPOT))
        .layer(from_fn(write));
    let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 10_000).await.unwrap();
    (parts.status, parts.headers, serde_json::from_slice(&bytes).unwrap_or_default())
}

#[tokio::test]
async fn a_problem_says_kind_title_status_detail_and_where() {
    let (status, headers, body) = asked("GET", "/gone").await;
    assert_eq!(status, StatusCode::GONE);
    assert_eq!(headers.get("content-type").unwrap(), MEDIA_TYPE);
    assert_eq!(body["type"], "/api/v1/problems/closed");
    assert_eq!(body["title"], "The vacancy is closed");
    assert_eq!(body["status"], 410);
    assert_eq!(body["instance"], "/gone");
    assert!(body["detail"].as_str().unwrap().contains("closed"));
}

#[tokio::test]
async fn what_the_router_and_extractors_refuse_is_a_problem_too() {
    let (status, headers, body) = asked("POST", "/gone").await;
    assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(headers.get("allow").unwrap(), "GET,HEAD");
    assert_eq!(body["type"], "/api/v1/problems/method-not-allowed");
    let (status, headers, body) = asked("GET", "/number/three").await;
    assert_eq!(
        (status, &body["type"]),
        (StatusCode::BAD_REQUEST, &Value::from("/api/v1/problems/bad-request"))
    );
    assert_eq!(headers.get("content-type").unwrap(), MEDIA_TYPE);
}

#[tokio::test]
async fn a_status_without_a_kind_of_its_own_says_no_more_than_the_status() {
    let (_, _, body) = asked("GET", "/teapot").await;
    assert_eq!((&body["type"], &body["status"]), (&Value::from("about:blank"), &Value::from(418)));
}

#[tokio::test]
async fn a_refused_token_is_told_how_to_ask() {
    let (status, headers, _) = asked("GET", "/secret").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(headers.get("www-authenticate").unwrap().to_str().unwrap().contains("invalid_token"));
}

#[tokio::test]
async fn a_good_answer_is_left_alone() {
    let (status, headers, body) = asked("GET", "/number/3").await;
    assert_eq!((status, body), (StatusCode::OK, Value::from(3)));
    assert_ne!(headers.get("content-type").unwrap(), MEDIA_TYPE);
}

#[test]
fn every_kind_has_a_slug_of_its_own() {
    let slugs: std::collections::HashSet<&str> = KINDS.iter().map(|kind| kind.slug).collect();
    assert_eq!(slugs.len(), KINDS.len());
}
