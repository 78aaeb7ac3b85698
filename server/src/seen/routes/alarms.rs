//! `/admin/alarms`: who had many covered values shown, for those who read the trail.

use super::{Answer, Sent};
use crate::access::model::Permission;
use crate::http::errand::{Errand, page, unprocessable};
use crate::http::error::PageError;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::http::{paths, query};
use crate::seen::commands::{self, CloseError};
use crate::seen::present;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect};
use views::desk::DeskPage;
use views::people::AlarmProblem;

/// Alarms on a page.
const ON_A_PAGE: u64 = 20;

pub(super) fn routes(routes: Routes) -> Routes {
    let read = Access::May(Permission::ReadTrail);
    routes.get(paths::ALARMS, read, show).post(paths::CLOSE_ALARM, read, close)
}

async fn show(errand: Errand, _: Holder) -> Answer {
    let done = query::pairs(&errand.visit.query)?.iter().any(|(name, _)| name == "done");
    Ok(page(&shown(&errand, (done, None)).await?))
}

async fn shown(
    errand: &Errand,
    told: (bool, Option<(String, String, AlarmProblem)>),
) -> Result<DeskPage, PageError> {
    let pairs = query::pairs(&errand.visit.query)?;
    let wanted = pairs.iter().find(|(name, _)| name == "page").and_then(|(_, page)| page.parse::<u32>().ok());
    let wanted = wanted.map_or(1, u64::from).max(1);
    let reader = errand.visit.platform.database.reader();
    let (mut listed, total) = commands::alarms(reader, (wanted, ON_A_PAGE)).await?;
    let last = total.div_ceil(ON_A_PAGE).max(1);
    if wanted > last {
        (listed, _) = commands::alarms(reader, (last, ON_A_PAGE)).await?;
    }
    Ok(present::alarms(errand, listed, (wanted.min(last), last), told))
}

async fn close(errand: Errand, holder: Holder, sent: Sent) -> Answer {
    let Form(fields) = sent.map_err(|_| PageError::BadRequest)?;
    let id = fields.what.parse().map_err(|_| PageError::NotFound)?;
    let platform = &errand.visit.platform;
    let who = (holder.viewer.account, errand.origin.clone());
    let closed = commands::close(&platform.database, who, id, &fields.words, platform.clock.now()).await;
    let problem = match closed {
        Ok(()) => {
            let to = paths::with_query(paths::ALARMS, &query::encode([("done", "closed")]));
            return Ok(Redirect::to(&to).into_response());
        }
        Err(CloseError::Unknown) => return Err(PageError::NotFound),
        Err(CloseError::Own) => AlarmProblem::Own,
        Err(CloseError::Words) => AlarmProblem::Words,
        Err(CloseError::Database(error)) => return Err(error.into()),
    };
    Ok(unprocessable(&shown(&errand, (false, Some((fields.what, fields.words, problem)))).await?))
}
