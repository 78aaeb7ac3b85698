//! The pages of organisations: founding one, looking after it, deciding about it.

mod attached;
mod officer;
mod own;

use super::commands::{self, Administrator, DecideError, Doer};
use super::model::Choices;
use super::present::refused;
use crate::app::Platform;
use crate::audit::model::Origin;
use crate::http::client;
use crate::http::error::PageError;
use crate::http::language::of_labels;
use crate::http::query;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use crate::http::visit::Visit;
use crate::ids::OrganisationId;
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use std::convert::Infallible;
use std::sync::Arc;
use views::Render;
use views::organisation::Problems;

/// What a handler answers.
type Answer = Result<Response, PageError>;
/// The key in an address.
type Key = Result<Path<String>, PathRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    officer::routes(attached::routes(own::routes(routes)))
}

/// Whoever asks, from where.
struct Asking {
    visit: Visit,
    origin: Origin,
}

impl FromRequestParts<Arc<Platform>> for Asking {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Infallible> {
        let trusted = &platform.settings.trusted_proxies;
        let address = client::address(&parts.extensions, &parts.headers, trusted);
        let origin = address.map(Origin::call).unwrap_or_default();
        Ok(Self { origin, visit: Visit::of(parts, platform.clone()) })
    }
}

impl Asking {
    async fn choices(&self) -> Result<Choices, PageError> {
        let reader = self.visit.platform.database.reader();
        Ok(commands::choices(reader, of_labels(self.visit.locale)).await?)
    }

    /// Whether the address says that something was done just now.
    fn done(&self) -> bool {
        query::pairs(&self.visit.query).unwrap_or_default().iter().any(|(name, _)| name == "done")
    }

    fn doer(&self, holder: &Holder) -> Doer {
        Doer::administrator(holder.viewer.account, self.origin.clone())
    }
}

/// The organisation that an address names.
fn named(key: Key) -> Result<OrganisationId, PageError> {
    let Path(key) = key.map_err(|_| PageError::BadRequest)?;
    key.parse().map_err(|_| PageError::NotFound)
}

/// Proof that the reader looks after the organisation that an address names; whoever does not sees nothing there.
fn administers(holder: &Holder, key: Key) -> Result<Administrator, PageError> {
    Administrator::of(&holder.grant, named(key)?).ok_or(PageError::NotFound)
}

/// The problems of a decision that was refused, or the fault behind it.
fn problems(error: DecideError) -> Result<Problems, PageError> {
    match error {
        DecideError::Unknown => Err(PageError::NotFound),
        DecideError::Refused(why) => Ok(refused(why)),
        DecideError::Database(error) => Err(error.into()),
    }
}

/// Leads to another page of this site.
fn go(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// The same, which says that something was done.
fn saved(to: &str) -> Response {
    go(&crate::http::paths::with_query(to, "done=yes"))
}

/// A page that no cache keeps: it is about one reader.
fn page(page: &impl Render) -> Response {
    let head = HeaderMap::from_iter([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]);
    (head, Html(page.render().into_string())).into_response()
}

/// A page that shows what was wrong with a form.
fn unprocessable(shown: &impl Render) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(shown)).into_response()
}

/// A body that is no form.
fn no_form(_: FormRejection) -> PageError {
    PageError::BadRequest
}
