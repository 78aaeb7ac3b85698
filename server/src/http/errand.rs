//! A visit on which something is done: what its address and its form say, and with what it is answered.

use super::error::PageError;
use super::visit::{About, Visit};
use super::{client, paths, query};
use crate::app::Platform;
use crate::audit::model::Origin;
use crate::identities::commands::Desk;
use axum::extract::rejection::{FormRejection, PathRejection, RawFormRejection};
use axum::extract::{FromRequestParts, Path, RawForm};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use std::convert::Infallible;
use std::str::FromStr;
use std::sync::Arc;
use views::layout::Chrome;
use views::{Link, Locale, Render, text};

/// The name under which an address says what was done just now.
const DONE: &str = "done";

/// What a handler answers.
pub type Answer = Result<Response, PageError>;
/// The key in an address.
pub type Key = Result<Path<String>, PathRejection>;

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

    /// What an errand about documents of people works with.
    pub fn desk<'a>(&'a self, base_url: &'a str) -> Result<Desk<'a>, PageError> {
        let platform = &self.visit.platform;
        Ok(Desk {
            database: &platform.database,
            keys: platform.keys().map_err(PageError::internal)?,
            base_url,
            origin: &self.origin,
            at: platform.clock.now(),
        })
    }

    /// What stands in the address by a name.
    pub fn asked(&self, name: &str) -> Result<Option<String>, PageError> {
        self.visit.asked(name)
    }

    /// The page of a list for which the address asks, from 1; what is no number is the first.
    pub fn page_number(&self) -> Result<u64, PageError> {
        self.visit.page_number()
    }

    /// What was done just now, as the address says.
    pub fn done(&self) -> Result<Option<String>, PageError> {
        self.asked(DONE)
    }
}

/// What an address names: where the key cannot be read, nothing is there.
pub fn named<T: FromStr>(key: Key) -> Result<T, PageError> {
    let Path(key) = key.map_err(|_| PageError::NotFound)?;
    key.parse().map_err(|_| PageError::NotFound)
}

/// How many pages a list has, of which the first is there also where nothing is listed.
pub fn last_page(listed: u64, on_a_page: u64) -> u64 {
    listed.div_ceil(on_a_page.max(1)).max(1)
}

/// A body that is no form.
pub fn no_form(_: FormRejection) -> PageError {
    PageError::BadRequest
}

/// Names and values of a form, in the order in which they came.
pub fn pairs(sent: Result<RawForm, RawFormRejection>) -> Result<Vec<(String, String)>, PageError> {
    let RawForm(bytes) = sent.map_err(|_| PageError::BadRequest)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| PageError::BadRequest)?;
    Ok(query::pairs(text)?)
}

/// The way back to the own pages.
pub fn to_me(locale: Locale) -> Link {
    Link::new(paths::ME, text(locale, "me-title"))
}

/// The way back to the pages of administration.
pub fn to_admin(locale: Locale) -> Link {
    Link::new(paths::ADMIN, text(locale, "admin-title"))
}

/// Leads to another page of this site.
pub fn see_other(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// Leads to a page, which says what was done.
pub fn done(address: &str, what: &str) -> Response {
    see_other(&paths::with_query(address, &query::encode([(DONE, what)])))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PersonId;

    #[test]
    fn a_key_that_cannot_be_read_names_nothing() {
        let read = |key: &str| named::<PersonId>(Ok(Path(key.to_owned())));
        assert!(read("0192f0c1-2b3a-7c4d-8e5f-001122334455").is_ok());
        for strange in ["", "1", "../admin", "'; drop table person; --", "ຄົນ"] {
            assert!(matches!(read(strange), Err(PageError::NotFound)), "{strange}");
        }
    }

    #[test]
    fn a_list_has_a_first_page_and_no_empty_last_one() {
        assert_eq!([0, 1, 20, 21].map(|listed| last_page(listed, 20)), [1, 1, 1, 2]);
    }
}
