//! Errors that become pages: a handler says what went wrong, a layer renders it in the reader's language.

use super::visit::{About, Visit};
use super::{language, paths};
use crate::app::Platform;
use crate::db::trouble::Trouble;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::error::Error;
use std::sync::Arc;
use views::error::{ErrorKind, ErrorPage, back_to_form};
use views::{Link, Render, text};

/// What went wrong while a page was made.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The address cannot be read.
    #[error("the address cannot be read")]
    BadRequest,
    /// More was sent than is read.
    #[error("more was sent than is read")]
    TooLarge,
    /// Nothing is there.
    #[error("nothing is at this address")]
    NotFound,
    /// A form of another site.
    #[error("the form came from elsewhere")]
    Refused,
    /// The reader has no role that permits it.
    #[error("the reader may not open this page")]
    NotPermitted,
    /// As much was done as may be.
    #[error("as much was done as may be")]
    TooMany,
    /// A fault of ours, or a database that is away; the cause is logged, never shown.
    #[error("the page could not be made")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

impl PageError {
    /// Wraps a cause.
    pub fn internal(cause: impl Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(cause))
    }

    fn kind(&self) -> ErrorKind {
        match self {
            Self::BadRequest => ErrorKind::BadRequest,
            Self::TooLarge => ErrorKind::TooLarge,
            Self::NotFound => ErrorKind::NotFound,
            Self::Refused => ErrorKind::Refused,
            Self::NotPermitted => ErrorKind::NotPermitted,
            Self::TooMany => ErrorKind::TooManyRequests,
            Self::Internal(cause) => match Trouble::behind(cause.as_ref()) {
                Trouble::Full | Trouble::Away => ErrorKind::Unavailable,
                Trouble::Fault => ErrorKind::Internal,
            },
        }
    }
}

impl From<sea_orm::DbErr> for PageError {
    fn from(cause: sea_orm::DbErr) -> Self {
        Self::internal(cause)
    }
}

impl From<search::IndexError> for PageError {
    fn from(cause: search::IndexError) -> Self {
        Self::internal(cause)
    }
}

impl From<super::query::NotUtf8> for PageError {
    fn from(_: super::query::NotUtf8) -> Self {
        Self::BadRequest
    }
}

/// Marks a response that the layer has to render as a page.
#[derive(Clone, Copy)]
struct Unrendered(ErrorKind);

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::Internal(cause) = &self {
            let cause: &(dyn Error + 'static) = cause.as_ref();
            tracing::error!(error = cause, "a page could not be made");
        }
        let kind = self.kind();
        let status = StatusCode::from_u16(kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(Unrendered(kind));
        response
    }
}

/// Renders errors as pages, and remembers the language that the address asked for.
pub async fn layer(State(platform): State<Arc<Platform>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let secure = platform.is_secure();
    let visit = Visit::of(&parts, platform);
    let asked = language::asked_for(parts.uri.query());
    let from = parts.headers.get(header::REFERER).and_then(|from| from.to_str().ok()).and_then(path_of);
    let response = next.run(Request::from_parts(parts, body)).await;
    let mut response = match unrendered(&visit, &response) {
        Some(kind) => {
            let mut page = (response.status(), error_page(&visit, kind, from)).into_response();
            page.headers_mut()
                .extend(response.headers().get(header::ALLOW).map(|allow| (header::ALLOW, allow.clone())));
            page
        }
        None => response,
    };
    // Programs have no language to be remembered, and the language of a file is that of the file alone.
    let page =
        !visit.path.starts_with("/api/") && !response.headers().contains_key(header::CONTENT_DISPOSITION);
    if let Some(cookie) = asked.filter(|_| page).and_then(|locale| language::cookie(locale, secure)) {
        response.headers_mut().append(axum::http::header::SET_COOKIE, cookie);
    }
    response
}

/// Nothing is at the address.
pub async fn not_found() -> PageError {
    PageError::NotFound
}

/// A handler that panicked: logged, and shown as a fault of ours.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub fn after_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let said =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = said.unwrap_or("without a message"), "a handler panicked");
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Unrendered(ErrorKind::Internal));
    response
}

/// What a response without a page should say: errors of handlers, and those of layers and of the router,
/// which come bare. The interface for machines has answers of its own.
fn unrendered(visit: &Visit, response: &Response) -> Option<ErrorKind> {
    if let Some(Unrendered(kind)) = response.extensions().get::<Unrendered>() {
        return Some(*kind);
    }
    let bare = !response.headers().contains_key(header::CONTENT_TYPE) && !visit.path.starts_with("/api/");
    let status = response.status();
    match status.as_u16() {
        _ if !bare => None,
        404 => Some(ErrorKind::NotFound),
        413 => Some(ErrorKind::TooLarge),
        403 => Some(ErrorKind::Refused),
        429 => Some(ErrorKind::TooManyRequests),
        503 | 504 => Some(ErrorKind::Unavailable),
        _ if status.is_client_error() => Some(ErrorKind::BadRequest),
        _ if status.is_server_error() => Some(ErrorKind::Internal),
        _ => None,
    }
}

/// The path of the page from which a form was sent; forms of other sites come to nothing.
fn path_of(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let path = rest.get(rest.find('/')?..)?;
    (!path.starts_with("//") && !path.contains('\\')).then(|| path.to_owned())
}

/// The page of an error; `from` is where the reader came from, to which a form that is too long leads back.
fn error_page(visit: &Visit, kind: ErrorKind, from: Option<String>) -> axum::response::Html<String> {
    let about = About {
        title: kind.title(visit.locale),
        description: String::new(),
        open_graph: None,
        noindex: true,
        feed: None,
    };
    let way_on = |href: &str, key| Link::new(href, text(visit.locale, key));
    let back = from.filter(|_| kind == ErrorKind::TooLarge);
    let back = back.map(|from| back_to_form(visit.locale, from));
    let on = [way_on(paths::HOME, "nav-home"), way_on(paths::JOBS, "nav-jobs")];
    let links = back.into_iter().chain(on).collect();
    let page = ErrorPage { chrome: visit.chrome(about), kind, detail: None, reference: None, links };
    axum::response::Html(page.render().into_string())
}
