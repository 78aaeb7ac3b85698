//! A page for each kind of role.

use super::gather::{self, Asker, PLACES, Place};
use crate::access;
use crate::http::errand::{Errand, page, to_me};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::{Owner, Seats};
use axum::response::Response;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    PLACES.iter().filter(|place| !place.path.is_empty()).fold(routes, |routes, place| {
        routes.get(place.path, Access::As(place.roles), move |errand: Errand, owner: Owner, seats: Seats| {
            show(errand, owner, seats, place)
        })
    })
}

async fn show(
    errand: Errand,
    Owner(viewer): Owner,
    Seats(seats): Seats,
    place: &'static Place,
) -> Result<Response, PageError> {
    let platform = &errand.visit.platform;
    let rights = access::commands::rights(platform.database.reader(), &viewer, platform.clock.now()).await?;
    let chrome = errand.chrome();
    let asker = Asker { platform, locale: chrome.locale, account: viewer.account, rights: &rights };
    let group = gather::group(&asker, place, &seats).await?;
    let back = to_me(chrome.locale);
    Ok(page(&views::desk::work_page(chrome, group, back)))
}
