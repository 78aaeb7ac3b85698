//! The own profile as a CV that is downloaded.

use super::Asking;
use crate::http::errand::{Answer, Errand, see_other};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::present;
use axum::http::header;
use axum::response::IntoResponse;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::PROFILE_CV, Access::SignedIn, download)
}

async fn download(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let Some(profile) = &asking.profile else { return Ok(see_other(paths::PROFILE)) };
    let (platform, locale) = (&asking.errand.visit.platform, asking.errand.visit.locale);
    let cv = present::cv::cv(&platform.book(), locale, profile, asking.errand.visit.today);
    let printed_in = crate::printing::printed_in(locale);
    let pdf = platform.papers.press.cv(cv, printed_in).await.map_err(PageError::internal)?;
    let name = format!("attachment; filename=\"cv-{}.pdf\"", locale.code());
    let head = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((head, pdf).into_response())
}
