//! The specimens of all pages and letters at `/specimens`, in builds for development only.

use super::error::PageError;
use super::security::Script;
use super::visit::Visit;
use crate::app::Platform;
use axum::extract::Path;
use axum::response::Html;
use axum::routing::get;
use axum::{Extension, Router};
use std::fmt::Write;
use std::sync::Arc;
use views::{Locale, specimens};

/// The gallery's routes.
pub(super) fn routes() -> Router<Arc<Platform>> {
    Router::new().route("/specimens", get(list)).route("/specimens/{name}", get(one))
}

async fn list() -> Html<String> {
    let mut page =
        String::from("<!doctype html><html lang=en><title>Specimens</title><h1>Specimens</h1><ul>");
    let pages = specimens::all().into_iter().map(|held| held.name);
    for name in pages.chain(specimens::letters().into_iter().map(|held| held.name)) {
        for locale in Locale::ALL {
            let code = locale.code();
            if write!(page, "<li><a href=\"/specimens/{name}?lang={code}\">{name} {code}</a></li>").is_err() {
                break;
            }
        }
    }
    page.push_str("</ul></html>");
    Html(page)
}

async fn one(visit: Visit, Path(name): Path<String>) -> Result<(Extension<Script>, Html<String>), PageError> {
    if let Some(held) = specimens::letters().into_iter().find(|held| held.name == name) {
        return Ok((Extension(Script::Own), Html((held.letter)(visit.locale).html())));
    }
    let specimen = specimens::all().into_iter().find(|held| held.name == name).ok_or(PageError::NotFound)?;
    Ok((Extension(Script::Own), Html((specimen.render)(visit.locale))))
}
