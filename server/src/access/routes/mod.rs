//! The pages of roles: the own first page, members, invitations, the roles of all accounts.

mod invitations;
mod me;
mod members;
mod roles;

use super::forms::Fields;
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::query;
use crate::http::routes::Routes;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Redirect, Response};

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes = me::routes(routes);
    let routes = members::routes(routes);
    let routes = invitations::routes(routes);
    roles::routes(routes)
}

type Sent = Result<Form<Fields>, FormRejection>;
type Answer = Result<Response, PageError>;

/// A body that is no form.
fn no_form(_: FormRejection) -> PageError {
    PageError::BadRequest
}

/// Leads to a page, which says what was done.
fn done(address: &str, what: &str) -> Response {
    Redirect::to(&paths::with_query(address, &query::encode([("done", what)]))).into_response()
}

/// What was done just now, by its name in the address.
fn said(query: &str) -> Result<Option<String>, PageError> {
    let said = query::pairs(query)?.into_iter().find(|(name, _)| name == "done");
    Ok(said.map(|(_, what)| what))
}
