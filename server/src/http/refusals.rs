//! Who tries doors that are closed? Each refusal leaves a line in the log: the account, if one is signed in, the network
//! of the caller, and the route, never its varying parts.

use super::client;
use crate::accounts::model::Viewer;
use crate::app::Platform;
use crate::audit::model::Origin;
use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// Where such lines stand in the log.
const TARGET: &str = "viak::refused";

/// Notes what is answered with 401, 403 or 429: no sign-in or an unknown token, no permission or a form of another site,
/// a limit that is used up.
pub(super) async fn layer(State(platform): State<Arc<Platform>>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let account = request.extensions().get::<Viewer>().map(|viewer| viewer.account);
    let trusted = &platform.settings.trusted_proxies;
    let address = client::address(request.extensions(), request.headers(), trusted);
    let response = next.run(request).await;
    let status = response.status();
    if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS) {
        let network = address.map(Origin::call).and_then(|origin| origin.network);
        let account = account.map(|account| account.to_string());
        let route = route.as_ref().map_or("none", MatchedPath::as_str);
        tracing::warn!(target: TARGET, status = status.as_u16(), %method, route, account, network, "refused");
    }
    response
}
