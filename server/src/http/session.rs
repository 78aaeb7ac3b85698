//! Who is signed in? Read once for each request from the cookie, before anything else happens.

use super::cookies::{self, Cookie};
use super::error::PageError;
use super::paths;
use super::visit::Visit;
use crate::access;
use crate::access::model::{Grant, Membership, Stays};
use crate::accounts;
use crate::accounts::model::Viewer;
use crate::app::Platform;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use sea_orm::DbErr;
use std::error::Error;
use std::sync::Arc;

/// Recognises whoever is signed in, and keeps what they are shown out of shared caches. Visitors without the cookie cost
/// no question to the database, others one.
pub(super) async fn layer(
    State(platform): State<Arc<Platform>>,
    mut request: Request,
    next: Next,
) -> Response {
    let viewer = match token(&platform, request.headers()) {
        Some(token) if !request.uri().path().starts_with("/api/") => recognised(&platform, token).await,
        _ => None,
    };
    let Some(viewer) = viewer else { return next.run(request).await };
    request.extensions_mut().insert(viewer);
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// The token of the request's session cookie.
fn token<'h>(platform: &Platform, headers: &'h HeaderMap) -> Option<&'h str> {
    cookies::read(headers, &Cookie::Session.name(platform.is_secure()))
}

async fn recognised(platform: &Platform, token: &str) -> Option<Viewer> {
    looked_up(platform, token).await.unwrap_or_else(|error| {
        let error: &(dyn Error + 'static) = &error;
        tracing::warn!(error, "sessions could not be looked up: the request counts as signed out");
        None
    })
}

/// Who holds the token, unless the session has rested or lasted for longer than the seats of its owner allow: then it ends.
/// Seats are asked after only where it is over for somebody.
async fn looked_up(platform: &Platform, token: &str) -> Result<Option<Viewer>, DbErr> {
    let (database, now) = (&platform.database, platform.clock.now());
    let Some(found) = accounts::commands::recognised(database.reader(), token, now).await? else {
        return Ok(None);
    };
    let (stays, times) = (Stays::shipped(), (found.began, found.seen));
    if stays.shortest().is_over(times, now) {
        let rights = access::commands::rights(database.reader(), &found.viewer, now).await?;
        if stays.with(rights.memberships()).is_over(times, now) {
            accounts::commands::end_unused(database, &found.viewer, now).await?;
            return Ok(None);
        }
    }
    accounts::commands::note_use(database, token, &found, now).await?;
    Ok(Some(found.viewer))
}

/// Proof that whoever is signed in has the permission that the route asks for, and how far.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Who.
    pub viewer: Viewer,
    /// What.
    pub grant: Grant,
}

impl FromRequestParts<Arc<Platform>> for Holder {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Platform>) -> Result<Self, PageError> {
        let held = (parts.extensions.get::<Viewer>(), parts.extensions.get::<Grant>());
        match held {
            (Some(viewer), Some(grant)) => Ok(Self { viewer: viewer.clone(), grant: grant.clone() }),
            // The route asks for no permission: a fault of ours, and nobody comes in by it.
            _ => Err(PageError::NotPermitted),
        }
    }
}

/// Proof that whoever is signed in has a role that the route asks for: the memberships.
#[derive(Clone, Debug)]
pub struct Seats(pub Vec<Membership>);

impl FromRequestParts<Arc<Platform>> for Seats {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Platform>) -> Result<Self, PageError> {
        // Without them the route asks for no role: a fault of ours, and nobody comes in by it.
        parts.extensions.get::<Self>().cloned().ok_or(PageError::NotPermitted)
    }
}

/// Proof that somebody is signed in. Whoever is not is led to the sign-in page, and from there back.
#[derive(Clone, Debug)]
pub struct Owner(pub Viewer);

impl FromRequestParts<Arc<Platform>> for Owner {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, Response> {
        if let Some(viewer) = parts.extensions.get::<Viewer>() {
            return Ok(Self(viewer.clone()));
        }
        let visit = Visit::of(parts, platform.clone());
        let next =
            if parts.method == axum::http::Method::GET { visit.path } else { paths::ACCOUNT.to_owned() };
        Err(Redirect::to(&paths::then(paths::SIGN_IN, &next)).into_response())
    }
}
