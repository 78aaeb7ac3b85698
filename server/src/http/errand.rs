//! A visit on which something is done: the page, and from where it is asked for.

use super::client;
use super::visit::{About, Visit};
use crate::app::Platform;
use crate::audit::model::Origin;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use std::convert::Infallible;
use std::sync::Arc;
use views::Render;
use views::layout::Chrome;

/// A visit on which something is done.
#[derive(Clone)]
pub struct Errand {
    /// The page.
    pub visit: Visit,
    /// From where, rounded.
    pub origin: Origin,
}

impl FromRequestParts<Arc<Platform>> for Errand {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Infallible> {
        Ok(Self { origin: origin(parts, platform), visit: Visit::of(parts, platform.clone()) })
    }
}

/// From where a request comes, rounded.
pub(super) fn origin(parts: &Parts, platform: &Platform) -> Origin {
    let trusted = &platform.settings.trusted_proxies;
    client::address(&parts.extensions, &parts.headers, trusted).map(Origin::call).unwrap_or_default()
}

impl Errand {
    /// What surrounds a page that is the reader's own.
    pub fn chrome(&self) -> Chrome {
        let about = About {
            title: String::new(),
            description: String::new(),
            open_graph: None,
            noindex: true,
            feed: None,
        };
        self.visit.chrome(about)
    }
}

/// A page that no cache keeps: it is about one reader.
pub fn page(page: &impl Render) -> Response {
    let head = HeaderMap::from_iter([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]);
    (head, Html(page.render().into_string())).into_response()
}

/// A page that shows what was wrong with a form.
pub fn unprocessable(shown: &impl Render) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(shown)).into_response()
}
