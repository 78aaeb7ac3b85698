//! The pages about erasing somebody.

mod office;
mod own;

use super::forms::Fields;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::{paths, query};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Redirect, Response};

type Answer = Result<Response, PageError>;
type Sent = Result<Form<Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    office::routes(own::routes(routes))
}

/// Leads to a page, which says what was done.
fn done(address: &str, what: &str) -> Response {
    Redirect::to(&paths::with_query(address, &query::encode([("done", what)]))).into_response()
}

/// What was done, as the address says.
fn said(asked: &str) -> Result<Option<String>, PageError> {
    let pairs = query::pairs(asked)?;
    Ok(pairs.into_iter().find(|(name, _)| name == "done").map(|(_, what)| what))
}
