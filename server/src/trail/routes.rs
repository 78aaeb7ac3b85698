//! The page of one's own trail.

use super::{commands, present};
use crate::http::errand::{Answer, Errand, page};
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::records;

/// Routes of this feature.
pub fn routes(routes: Routes) -> Routes {
    routes.get(paths::TRAIL, Access::SignedIn, show)
}

async fn show(errand: Errand, Owner(viewer): Owner) -> Answer {
    // What is no key is no page: the newest is shown.
    let before = errand.asked("before")?.and_then(|key| key.parse().ok());
    let platform = &errand.visit.platform;
    let (reader, at) = (platform.database.reader(), platform.clock.now());
    let person = records::of_account(reader, viewer.account).await?;
    let found = commands::page(reader, (viewer.account, person), before, at).await?;
    Ok(page(&present::page(&errand, found, before.is_none())))
}
