//! The page that offers a copy of all that is kept about its reader, and the copy.

use super::model::OwnCopy;
use super::{commands, present};
use crate::http::errand::{Answer, Errand, page};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::records;
use axum::http::header;
use axum::response::IntoResponse;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    let routes =
        routes.get(paths::OWN_DATA, Access::SignedIn, show).get(paths::OWN_COPY, Access::SignedIn, download);
    #[cfg(feature = "pdf")]
    let routes = routes.get(paths::OWN_PAPER, Access::SignedIn, print);
    routes
}

async fn show(errand: Errand, _: Owner) -> Answer {
    Ok(page(&present::page(&errand)))
}

/// The copy of whoever asks, which stands in the trail from now on.
async fn copy(errand: &Errand, Owner(viewer): Owner) -> Result<OwnCopy, PageError> {
    let platform = &errand.visit.platform;
    let person = records::of_account(platform.database.reader(), viewer.account).await?;
    let whose = (viewer.account, person);
    let from = (&platform.database, platform.keys().map_err(PageError::internal)?);
    let copy = commands::copy(from, whose, &errand.origin, platform.clock.now()).await;
    copy.map_err(PageError::internal)
}

async fn download(errand: Errand, owner: Owner) -> Answer {
    let copy = copy(&errand, owner).await?;
    let text = serde_json::to_string_pretty(&copy.json()).map_err(PageError::internal)?;
    let head = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"viak.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((head, text).into_response())
}

#[cfg(feature = "pdf")]
async fn print(errand: Errand, owner: Owner) -> Answer {
    let copy = copy(&errand, owner).await?;
    let (platform, locale) = (&errand.visit.platform, errand.visit.locale);
    let teller = present::told::Teller {
        locale,
        today: errand.visit.today,
        book: &platform.book(),
        organisations: &copy.organisations,
    };
    let record = present::paper::record(&teller, &copy);
    let printed_in = crate::printing::printed_in(locale);
    let pdf = platform.papers.press.record(record, printed_in).await.map_err(PageError::internal)?;
    let head = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"viak.pdf\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((head, pdf).into_response())
}
