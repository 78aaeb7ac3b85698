//! Figures to watch, on a listener of their own.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use axum::{Router, routing::get};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use std::time::Instant;

/// Requests by route and status.
pub const REQUESTS: &str = "viak_http_requests_total";
/// Seconds that a request took, by route.
pub const SECONDS: &str = "viak_http_request_seconds";
/// Documents in an index.
pub const DOCUMENTS: &str = "viak_index_documents";
/// Changed rows that the indexes took over.
pub const FOLLOWED: &str = "viak_follow_changes_total";
/// Failures of a follower.
pub const FOLLOW_FAILURES: &str = "viak_follow_failures_total";

/// Starts collecting.
pub fn start() -> Result<PrometheusHandle, BuildError> {
    let buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0];
    let handle = PrometheusBuilder::new().set_buckets(&buckets)?.install_recorder()?;
    metrics::describe_counter!(REQUESTS, "Requests by route and status.");
    metrics::describe_histogram!(SECONDS, "Seconds that a request took, by route.");
    metrics::describe_gauge!(DOCUMENTS, "Documents in an index.");
    metrics::describe_counter!(FOLLOWED, "Changed rows that the indexes took over.");
    metrics::describe_counter!(FOLLOW_FAILURES, "Failures of the follower of the outbox.");
    Ok(handle)
}

/// The listener's only route.
pub fn routes(handle: PrometheusHandle) -> Router {
    Router::new().route("/metrics", get(move || std::future::ready(handle.render())))
}

/// Counts a request by the pattern of its route, never by its address.
pub async fn count(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!(REQUESTS, "route" => route.clone(), "status" => status).increment(1);
    metrics::histogram!(SECONDS, "route" => route).record(begun.elapsed().as_secs_f64());
    response
}
