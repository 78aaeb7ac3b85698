//! `/me/jobs`: the open vacancies that fit the own profile, for its owner alone.

use super::{fault, number};
use crate::advice::{ask, present};
use crate::http::errand::{Answer, Errand, page};
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Owner;
use crate::people;
use crate::seen::model::Limits;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.get(paths::OWN_JOBS, Access::SignedIn, show)
}

async fn show(errand: Errand, Owner(viewer): Owner) -> Answer {
    let platform = &errand.visit.platform;
    let number = number(&errand, Limits::shipped().pages)?;
    let own = people::commands::profile::own(platform.database.reader(), viewer.account).await?;
    let found = match own.as_ref().filter(|_| platform.columns.are_ready()) {
        Some(own) => {
            let asked = usize::try_from(number).unwrap_or(usize::MAX);
            Some(ask::jobs(platform, own.id, asked).await.map_err(fault)?)
        }
        None => None,
    };
    Ok(page(&present::jobs(&errand, own.as_ref(), found.as_ref(), number)))
}
