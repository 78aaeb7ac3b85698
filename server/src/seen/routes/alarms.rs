//! `/admin/alarms`: who had many covered values shown, for those who read the trail.

use super::Sent;
use crate::access::model::Permission;
use crate::http::errand::{Answer, Errand, done, last_page, page, unprocessable};
use crate::http::error::PageError;
use crate::http::paths;
use crate::http::routes::{Access, Routes};
use crate::http::session::Holder;
use crate::seen::commands::{self, CloseError};
use crate::seen::present;
use axum::extract::Form;
use views::desk::DeskPage;
use views::people::AlarmProblem;

/// Alarms on a page.
const ON_A_PAGE: u64 = 20;

pub(super) fn routes(routes: Routes) -> Routes {
    let read = Access::May(Permission::ReadTrail);
    routes.get(paths::ALARMS, read, show).post(paths::CLOSE_ALARM, read, close)
}

async fn show(errand: Errand, _: Holder) -> Answer {
    let done = errand.done()?.is_some();
    Ok(page(&shown(&errand, (done, None)).await?))
}

async fn shown(
    errand: &Errand,
    told: (bool, Option<(String, String, AlarmProblem)>),
) -> Result<DeskPage, PageError> {
    let wanted = errand.page_number()?;
    let reader = errand.visit.platform.database.reader();
    let (mut listed, total) = commands::alarms(reader, (wanted, ON_A_PAGE)).await?;
    let last = last_page(total, ON_A_PAGE);
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
        Ok(()) => return Ok(done(paths::ALARMS, "closed")),
        Err(CloseError::Unknown) => return Err(PageError::NotFound),
        Err(CloseError::Own) => AlarmProblem::Own,
        Err(CloseError::Words) => AlarmProblem::Words,
        Err(CloseError::Database(error)) => return Err(error.into()),
    };
    Ok(unprocessable(&shown(&errand, (false, Some((fields.what, fields.words, problem)))).await?))
}
