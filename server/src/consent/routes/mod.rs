//! The pages of consents: one's own, and the one on which an organisation asks for one.

mod ask;
mod own;

use crate::http::error::PageError;
use crate::http::routes::Routes;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use std::str::FromStr;

/// The key in an address.
type Key = Result<Path<String>, PathRejection>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    ask::routes(own::routes(routes))
}

/// What an address names.
fn named<T: FromStr>(key: Key) -> Result<T, PageError> {
    let Path(key) = key.map_err(|_| PageError::BadRequest)?;
    key.parse().map_err(|_| PageError::NotFound)
}
