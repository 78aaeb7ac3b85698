//! The pages of people seen by others, and of alarms.

mod alarms;
mod person;
mod results;

use super::commands::By;
use super::model::Onlooker;
use crate::http::errand::Errand;
use crate::http::error::PageError;
use crate::http::routes::Routes;
use crate::http::session::Holder;
use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

type Sent = Result<Form<super::forms::Fields>, FormRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    alarms::routes(person::routes(results::routes(routes)))
}

/// Whoever looks, by the proof that the route asked for.
fn by(errand: &Errand, holder: &Holder) -> Result<By, PageError> {
    let onlooker = Onlooker::of(&holder.grant).ok_or(PageError::NotPermitted)?;
    Ok(By { account: holder.viewer.account, onlooker, origin: errand.origin.clone() })
}

/// So many were looked at that no more are shown today: the page that says so is drawn by whoever draws errors.
fn too_many() -> Response {
    StatusCode::TOO_MANY_REQUESTS.into_response()
}
