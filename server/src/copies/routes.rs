//! The page that offers a copy of all that is kept about its reader, and the copy.

use super::{commands, present};
use crate::consent;
use crate::http::errand::{Errand, page};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use axum::http::header;
use axum::response::{IntoResponse, Response};

type Answer = Result<Response, PageError>;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    routes.get(paths::OWN_DATA, Access::SignedIn, show).get(paths::OWN_COPY, Access::SignedIn, download)
}

async fn show(errand: Errand, _: Owner) -> Answer {
    Ok(page(&present::page(&errand)))
}

async fn download(errand: Errand, Owner(viewer): Owner) -> Answer {
    let platform = &errand.visit.platform;
    let person = consent::commands::person_of(platform.database.reader(), viewer.account).await?;
    let whose = (viewer.account, person);
    let from = (&platform.database, platform.keys().map_err(PageError::internal)?);
    let copy = commands::copy(from, whose, &errand.origin, platform.clock.now()).await;
    let copy = copy.map_err(PageError::internal)?;
    let text = serde_json::to_string_pretty(&copy).map_err(PageError::internal)?;
    let head = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"viak.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((head, text).into_response())
}
