//! The pages about who is who.

mod cases;
mod officer;
mod own;

use super::commands::{Desk, Officer};
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use crate::http::{paths, query};
use axum::extract::rejection::{FormRejection, PathRejection};
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use std::str::FromStr;

/// What a handler answers.
type Answer = Result<Response, PageError>;
/// The key in an address.
type Key = Result<Path<String>, PathRejection>;
/// A form as it came.
type Sent = Result<Form<super::forms::Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    cases::routes(officer::routes(own::routes(routes)))
}

/// What an address names.
fn named<T: FromStr>(key: Key) -> Result<T, PageError> {
    let Path(key) = key.map_err(|_| PageError::BadRequest)?;
    key.parse().map_err(|_| PageError::NotFound)
}

/// What stands in the address by a name.
fn asked(errand: &Errand, name: &str) -> Result<Option<String>, PageError> {
    let pairs = query::pairs(&errand.visit.query)?;
    Ok(pairs.into_iter().find(|(held, _)| held == name).map(|(_, value)| value))
}

fn officer(holder: &Holder) -> Result<Officer, PageError> {
    Officer::of(&holder.grant, holder.viewer.account).ok_or(PageError::NotPermitted)
}

/// Does something at the desk of a visit.
fn desk<'a>(errand: &'a Errand, base_url: &'a str) -> Result<Desk<'a>, PageError> {
    let platform = &errand.visit.platform;
    Ok(Desk {
        database: &platform.database,
        keys: platform.keys().map_err(PageError::internal)?,
        base_url,
        origin: &errand.origin,
        at: platform.clock.now(),
    })
}

/// Leads to a page, which says what was done.
fn done(address: &str, what: &str) -> Response {
    Redirect::to(&paths::with_query(address, &query::encode([("done", what)]))).into_response()
}
