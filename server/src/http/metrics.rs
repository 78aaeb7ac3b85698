//! Figures to watch, on a listener of their own.

use crate::figures::{REQUESTS, SECONDS, describe};
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use axum::{Router, routing::get};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use std::time::{Duration, Instant};

/// How often recorded durations are summed up.
const DRAIN_EVERY: Duration = Duration::from_secs(5);

/// Starts collecting.
pub fn start() -> Result<PrometheusHandle, BuildError> {
    let buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0];
    let handle = PrometheusBuilder::new().set_buckets(&buckets)?.install_recorder()?;
    describe();
    Ok(handle)
}

/// The listener's only route.
pub fn routes(handle: PrometheusHandle) -> Router {
    Router::new().route("/metrics", get(move || std::future::ready(handle.render())))
}

/// Sums up what was recorded, again and again: single durations are kept until somebody does, and nobody
/// may be asking for the figures.
pub(crate) async fn drain(handle: PrometheusHandle) {
    loop {
        tokio::time::sleep(DRAIN_EVERY).await;
        handle.run_upkeep();
    }
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
