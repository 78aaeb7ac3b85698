//! All routes, and what wraps them.

use super::routes::{Listed, Routes};
use super::{bodies, employer, error, gallery, guide, home, status};
use crate::app::Platform;
use crate::{
    access, accounts, admin, advice, alerts, consent, copies, erasure, hiring, homes, identities, moderation,
    organisations, people, posting, registration, retention, rules, seen, tokens, trail, vacancies,
};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::from_fn_with_state;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

/// A request that takes longer is ended.
const PATIENCE: Duration = Duration::from_secs(10);
/// A file may take longer: 10 MB over a weak signal, at 40 kB a second.
const PATIENCE_WITH_FILES: Duration = Duration::from_mins(5);
/// Browsers that came once by TLS come by nothing else for a year.
const TLS_FOR_A_YEAR: &str = "max-age=31536000";

/// The application as one service.
pub fn router(platform: Arc<Platform>) -> Router {
    let layers = ServiceBuilder::new()
        // A failure is logged where its cause is known; a process that is not ready yet is none.
        .layer(TraceLayer::new_for_http().make_span_with(span).on_failure(()))
        .layer(header("x-content-type-options", "nosniff"))
        .layer(header("referrer-policy", "strict-origin-when-cross-origin"))
        .layer(header("x-frame-options", "DENY"))
        .layer(axum::middleware::from_fn(super::security::layer))
        .option_layer(platform.is_secure().then(|| header("strict-transport-security", TLS_FOR_A_YEAR)))
        .layer(CompressionLayer::new())
        .layer(axum::middleware::from_fn(super::metrics::count))
        .layer(from_fn_with_state(platform.clone(), super::session::layer))
        .layer(from_fn_with_state(platform.clone(), super::refusals::layer))
        .layer(from_fn_with_state(platform.clone(), error::layer))
        .layer(from_fn_with_state(platform.clone(), super::origin::layer))
        .layer(CatchPanicLayer::custom(error::after_panic))
        .layer(DefaultBodyLimit::max(bodies::LARGEST_BODY));
    let (pages, _) = pages(&platform).done();
    let (files, _) = files(&platform).done();
    let development = if cfg!(debug_assertions) { gallery::routes() } else { Router::new() };
    Router::new()
        .merge(development)
        .merge(pages.layer(axum::middleware::from_fn(bodies::layer)))
        .merge(crate::api::routes::routes(&platform))
        .layer(within(PATIENCE))
        .merge(files.layer(within(PATIENCE_WITH_FILES)))
        .fallback(error::not_found)
        .with_state(platform)
        .layer(layers)
}

/// The pages, with who may open each; those of the interface for machines are described in its own way.
fn pages(platform: &Arc<Platform>) -> Routes {
    let at_once = GlobalConcurrencyLimitLayer::new(pages_at_once(platform.database.readers_at_most()));
    let none = || Routes::new(platform);
    let searched = employer::routes(vacancies::routes::routes(home::routes(none())));
    let searched = searched.map(|router| router.layer(at_once));
    let own = access::routes::routes(accounts::routes::routes(people::routes::routes(none())));
    let own = organisations::routes::routes(identities::routes::routes(own));
    let own = consent::routes::routes(own);
    let own = copies::routes::routes(trail::routes::routes(own));
    let own = retention::routes::routes(erasure::routes::routes(seen::routes::routes(own)));
    let own = registration::routes::routes(own);
    let own = tokens::routes::routes(own);
    let own = homes::routes::routes(advice::routes::routes(admin::routes::routes(own)));
    let own = hiring::routes::routes(alerts::routes::routes(rules::routes::routes(own)));
    let own = moderation::routes::routes(posting::routes::routes(own));
    searched.merge(own).merge(guide::routes(status::routes(none())))
}

/// The pages that take files, which may arrive slowly.
fn files(platform: &Arc<Platform>) -> Routes {
    people::routes::files(Routes::new(platform))
}

/// Every page, with who may open it.
pub fn listed(platform: &Arc<Platform>) -> Vec<Listed> {
    pages(platform).merge(files(platform)).done().1
}

/// What a request is called in logs: its method and the pattern of its route. Addresses hold keys that open something,
/// such as those of invitations, and what was searched for.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    tracing::debug_span!("request", method = %request.method(), route)
}

fn within(patience: Duration) -> TimeoutLayer {
    TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, patience)
}

/// How many pages are made at once; the others wait in the order in which they came.
///
/// Where all begin at once each waits for the others again before each of its steps, and the slowest come much later than
/// the usual. A core has a page that is searched for and one that is written, and each connection one whose rows are
/// read. Whoever waits longer than [`PATIENCE`] is told so.
fn pages_at_once(readers: usize) -> usize {
    readers + 2 * std::thread::available_parallelism().map_or(1, usize::from)
}

fn header(name: &'static str, value: &str) -> SetResponseHeaderLayer<HeaderValue> {
    let value = HeaderValue::from_str(value).unwrap_or_else(|_| HeaderValue::from_static("nosniff"));
    SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), value)
}
