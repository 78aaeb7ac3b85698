//! The pages of administration.

mod board;
mod home;
mod labels;
mod messages;
mod settings;
mod users;

use super::forms::Fields;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::{paths, query};
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::response::{IntoResponse, Redirect, Response};

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes = messages::routes(users::routes(home::routes(routes)));
    settings::routes(labels::routes(board::routes(routes)))
}

type Sent = Result<Form<Fields>, FormRejection>;
type Answer = Result<Response, PageError>;

/// A body that is no form.
fn no_form(_: FormRejection) -> PageError {
    PageError::BadRequest
}

/// Leads to a page, which says what was done.
fn done(address: &str, what: &str) -> Response {
    go(&paths::with_query(address, &query::encode([("done", what)])))
}

/// Leads to another page of this site.
fn go(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// What the address says under a name.
fn said(asked: &str, name: &str) -> Result<Option<String>, PageError> {
    let said = query::pairs(asked)?.into_iter().find(|(held, _)| held == name);
    Ok(said.map(|(_, value)| value))
}
