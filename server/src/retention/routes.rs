//! The page of what is due.

use super::{commands, present};
use crate::access::model::Permission;
use crate::erasure;
use crate::http::errand::{Errand, page};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use axum::response::Response;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    routes.get(paths::RETENTION, Access::May(Permission::ManageAccounts), show)
}

async fn show(errand: Errand, _: Holder) -> Result<Response, PageError> {
    let platform = &errand.visit.platform;
    let (reader, at) = (platform.database.reader(), platform.clock.now());
    let lines = commands::lines(reader, at).await.map_err(PageError::internal)?;
    let runs = commands::runs(reader, at).await?;
    let erased = erasure::commands::counted(reader).await?;
    Ok(page(&present::page(&errand, &lines, &runs, erased)))
}
