//! The pages that say who sees a profile, and what an employer sees of it.

use super::{Asking, Sent, fields, refused};
use crate::http::errand::{Answer, Errand, done, page, see_other};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people::commands::profile;
use crate::people::model::Visibility;
use crate::people::present;
use crate::seen::commands::as_employers_see;
use crate::written::day_of;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(paths::PROFILE_VISIBILITY, Access::SignedIn, show)
        .post(paths::PROFILE_VISIBILITY, Access::SignedIn, choose)
        .get(paths::PROFILE_AS_SEEN, Access::SignedIn, as_seen)
}

async fn show(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let locale = asking.errand.visit.locale;
    let held = asking.profile.as_ref();
    let since = held.and_then(|held| held.visibility_since);
    let since = since.map(|since| day_of(locale, since));
    let now = present::visibility_word(held.map_or(Visibility::Hidden, |held| held.visibility));
    Ok(page(&views::profile::visibility(&asking.shell(Vec::new(), Vec::new())?, now, since.as_deref())))
}

async fn choose(errand: Errand, owner: Owner, sent: Sent) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let chosen = fields(sent)?.visibility().ok_or(PageError::BadRequest)?;
    match profile::set_visibility(&asking.owning(), chosen).await {
        Ok(()) => Ok(done(paths::PROFILE_VISIBILITY, "saved")),
        Err(error) => refused(error, "visibility").and(Err(PageError::BadRequest)),
    }
}

async fn as_seen(errand: Errand, owner: Owner) -> Answer {
    let asking = Asking::of(errand, owner).await?;
    let Some(profile) = &asking.profile else { return Ok(see_other(paths::PROFILE)) };
    let visit = &asking.errand.visit;
    let (book, reader) = (visit.platform.book(), visit.platform.database.reader());
    let seen = as_employers_see(reader, profile.id, visit.today).await?.ok_or(PageError::NotFound)?;
    let shell = asking.shell(Vec::new(), Vec::new())?;
    Ok(page(&present::as_seen(&shell, &book, profile, &seen, visit.today)))
}
